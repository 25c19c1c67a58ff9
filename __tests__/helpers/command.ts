import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { run } from "../../cli/run";

/** How a run of the command ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a user starts. */
export const COMMAND = join(__dirname, "..", "..", "bin", "weighbridge.js");

/** Runs the command in this process: a tenth of the time. */
export async function inProcess(
  args: readonly string[],
  { cwd = __dirname, env = {} }: RunOptions = {},
): Promise<Ran> {
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const stdout = capture("stdout");
  const stderr = capture("stderr");
  process.chdir(cwd);
  Object.assign(process.env, { NO_COLOR: "1", ...env });
  try {
    return { status: await run(args), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    for (const { restore } of [stdout, stderr]) restore();
    process.chdir(before.cwd);
    for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
}

function capture(stream: "stdout" | "stderr"): { text(): string; restore(): void } {
  const chunks: string[] = [];
  const write = jest.spyOn(process[stream], "write").mockImplementation((chunk, ...rest) => {
    chunks.push(String(chunk));
    const done = rest.find((each) => typeof each === "function") as (() => void) | undefined;
    done?.();
    return true;
  });
  return { text: () => chunks.join(""), restore: () => write.mockRestore() };
}

/** Runs the built command as a user would, as a process of its own, where the process matters: signals, streams, locale. */
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
