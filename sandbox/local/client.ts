import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "../../errors/user-error";
import { LOOPBACK } from "../loopback";
import type { SandboxFile, SandboxStatus } from "./model";

/** A local sandbox that does not answer, or not as wanted. */
export class SandboxError extends UserError {
  public override readonly name = "SandboxError";
}

/** Where the local sandbox is, unless `--folder` says otherwise: one a user, as its ports and servers are. */
export function usualFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "weighbridge", "sandbox");
}

/** The file of the sandbox in a folder; undefined where there is none. */
export function tryReadFile(folder: string): SandboxFile | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "sandbox.json"), "utf8")) as SandboxFile;
  } catch {
    return undefined;
  }
}

/** What the sandbox answers; undefined where it has ended. */
export function ask(file: SandboxFile): Promise<SandboxStatus | undefined> {
  return call(file, "GET", "/status");
}

/** Asks the sandbox to stop. */
export function askToStop(file: SandboxFile): Promise<SandboxStatus | undefined> {
  return call(file, "POST", "/stop");
}

/** The state of a sandbox that is up. @throws SandboxError where it is not */
export async function requireUp(folder: string): Promise<SandboxStatus> {
  const file = tryReadFile(folder);
  if (file === undefined)
    throw new SandboxError(`${folder}: no local sandbox runs here; start it: weighbridge sandbox up`);
  const status = await ask(file);
  if (status === undefined)
    throw new SandboxError(
      `${folder}: the local sandbox (process ${file.pid}) has ended; clean up: weighbridge sandbox down`,
    );
  if (!status.isUp)
    throw new SandboxError(`${folder}: the local sandbox is starting; wait for: weighbridge sandbox up`);
  return status;
}

/** Attempts of a question that is cut off: a busy process closes connections, and has not ended. */
const ATTEMPTS = 50;
const INTERVAL_MS = 200;

async function call(file: SandboxFile, method: string, path: string): Promise<SandboxStatus | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const response = await fetch(`http://${LOOPBACK}:${file.port}${path}`, {
        method,
        headers: { authorization: `Bearer ${file.token}`, connection: "close" },
      });
      // Another server on the port of a sandbox that has ended.
      return response.ok ? ((await response.json()) as SandboxStatus) : undefined;
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } };
      if (cause?.code === "ECONNREFUSED") return undefined;
      await pause(INTERVAL_MS);
    }
  }
  return undefined;
}
