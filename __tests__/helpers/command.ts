import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** How a run of the command ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a user starts. */
export const COMMAND = join(__dirname, "..", "..", "bin", "weighbridge.js");

/** Runs the command as a user would, as a process of its own. */
export function weighbridge(args: readonly string[], { cwd = __dirname, env = {} }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Where and in what surroundings it runs. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}
