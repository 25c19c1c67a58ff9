import { spawnSync } from "node:child_process";

/**
 * Runs a program to its end.
 * @returns what it printed on stdout
 * @throws Error with the line with the reason, when it cannot be started or fails
 */
export function run(program, args, { cwd, env } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error !== undefined) throw new Error(`${program} cannot be started (${result.error.code})`);
  if (result.status !== 0) {
    throw new Error(
      `${program} ${args[0]} failed: ${errorLine(result.stderr) ?? errorLine(result.stdout) ?? `exit ${result.status}`}`,
    );
  }
  return result.stdout;
}

/** Whether a program is on the PATH. */
export function onPath(program) {
  return spawnSync("sh", ["-c", 'command -v "$0"', program], { stdio: "ignore" }).status === 0;
}

/** The first line that is marked as an error, since a trace may follow; else the last one. */
function errorLine(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /^error\b/i.test(line)) ?? lines.at(-1);
}
