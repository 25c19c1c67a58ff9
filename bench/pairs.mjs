import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/**
 * Runs two commands in turn, A B A B ..., and returns the ratio B/A of each pair, so that a machine whose
 * speed drifts slows both alike. One pair goes first, uncounted.
 *
 * @param {readonly string[]} a command and arguments
 * @param {readonly string[]} b command and arguments
 * @param {{ pairs: number, cwd: string, env?: Record<string, string> }} options
 */
export function ratios(a, b, { pairs, cwd, env }) {
  const run = ([command, ...args]) => {
    const start = performance.now();
    execFileSync(command, args, {
      cwd,
      stdio: "ignore",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", ...env },
    });
    return performance.now() - start;
  };
  const measured = Array.from({ length: pairs + 1 }, () => ({ a: run(a), b: run(b) }));
  return measured.slice(1).map((pair) => ({ ...pair, ratio: pair.b / pair.a }));
}

/** Minimum, median and maximum, in that order. */
export function spread(numbers) {
  const sorted = [...numbers].sort((x, y) => x - y);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
}
