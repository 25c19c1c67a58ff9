import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { packagePath } from "../../files/package-root";
import { temporaryFolder } from "../temporary-folder";
import { ask, SandboxError, tryReadFile } from "./client";
import type { PartName, PartState, SandboxStatus } from "./model";
import { partLine } from "./status";

/** Options of `up`. */
export interface UpOptions {
  /** Absolute. */
  readonly folder: string;
  /** Empty for every part. */
  readonly parts: readonly PartName[];
  /** Whether what is missing is installed first. */
  readonly installs: boolean;
}

const INTERVAL_MS = 200;

/**
 * Starts the local sandbox, or finds it running, and waits until every part is ready, skipped or failed.
 * @param say gets a line for each part that goes on
 * @throws SandboxError where a part fails or the sandbox ends
 */
export async function up(options: UpOptions, say: (line: string) => void): Promise<SandboxStatus> {
  const { folder } = options;
  const running = tryReadFile(folder);
  if (running === undefined || (await ask(running)) === undefined) {
    if (running !== undefined) clean(folder, running.scratch);
    if (options.installs) install(options.parts, say);
    start(options);
  } else say(`already running, process ${running.pid}, in ${folder}`);
  const status = await untilUp(folder, say);
  const failed = status.parts.filter((part) => part.status === "failed");
  if (failed.length > 0)
    throw new SandboxError(
      failed
        .map(
          ({ name, detail }) =>
            `${name}: ${detail.split("\n")[0]}; see ${logOf(folder)}, then: weighbridge sandbox down`,
        )
        .join("\n"),
    );
  return status;
}

/** Removes what a sandbox that was killed has left. */
export function clean(folder: string, scratch: string): void {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(join(folder, "sandbox.json"), { force: true });
}

function install(parts: readonly PartName[], say: (line: string) => void): void {
  const installer = packagePath("dist/sandbox/install.mjs");
  const { stdout } = spawnSync(process.execPath, [installer, "--for", parts.join(",") || "all"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  for (const line of stdout.split("\n").filter((each) => each !== "" && !each.endsWith(": there"))) say(line);
}

function start({ folder, parts }: UpOptions): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const scratch = temporaryFolder("sandbox");
  const log = openSync(logOf(folder), "w");
  const daemon = packagePath("dist/sandbox/daemon.js");
  spawn(process.execPath, [daemon, folder, scratch, ...parts], {
    cwd: folder,
    // Everything that the parts write is below one folder.
    env: { ...process.env, TMPDIR: scratch },
    detached: true,
    stdio: ["ignore", log, log],
  }).unref();
  closeSync(log);
}

async function untilUp(folder: string, say: (line: string) => void): Promise<SandboxStatus> {
  const said = new Map<string, PartState["status"]>();
  let file = tryReadFile(folder);
  for (let attempt = 0; file === undefined && attempt < 50; attempt++) {
    await pause(INTERVAL_MS);
    file = tryReadFile(folder);
  }
  for (;;) {
    const status = file === undefined ? undefined : await ask(file);
    if (status === undefined)
      throw new SandboxError(`${logOf(folder)}: the local sandbox has ended: ${lastLine(logOf(folder))}`);
    for (const part of status.parts) {
      if (part.status === "waiting" || said.get(part.name) === part.status) continue;
      said.set(part.name, part.status);
      say(partLine(part));
    }
    if (status.isUp) return status;
    await pause(INTERVAL_MS);
  }
}

function logOf(folder: string): string {
  return join(folder, "sandbox.log");
}

function lastLine(path: string): string {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").at(-1) ?? "";
  } catch {
    return "it wrote nothing";
  }
}
