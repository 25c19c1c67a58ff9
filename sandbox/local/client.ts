import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
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

async function call(
  { port, token }: SandboxFile,
  method: string,
  path: string,
): Promise<SandboxStatus | undefined> {
  try {
    const response = await fetch(`http://${LOOPBACK}:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    // Another server on the port of a sandbox that has ended.
    return response.ok ? ((await response.json()) as SandboxStatus) : undefined;
  } catch {
    return undefined;
  }
}
