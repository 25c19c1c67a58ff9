import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/**
 * Runs commands in turn, A B A B ..., so that a machine whose speed changes slows all alike, and returns how long each
 * took in each round, in milliseconds. One round goes first, uncounted.
 *
 * @param {readonly (readonly string[])[]} commands each a command and arguments
 * @param {{ rounds: number, cwd: string, env?: Record<string, string> }} options
 */
export function times(commands, { rounds, cwd, env }) {
  const run = ([command, ...args]) => {
    const start = performance.now();
    execFileSync(command, args, {
      cwd,
      stdio: "ignore",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", ...env },
    });
    return performance.now() - start;
  };
  return Array.from({ length: rounds + 1 }, () => commands.map(run)).slice(1);
}

/** The ratio B/A of each pair. */
export function ratios(a, b, { pairs, ...options }) {
  return times([a, b], { rounds: pairs, ...options }).map(([a, b]) => ({ a, b, ratio: b / a }));
}

/** Minimum, median and maximum, in that order. */
export function spread(numbers) {
  const sorted = [...numbers].sort((x, y) => x - y);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
}

/** The middle one. */
export function median(numbers) {
  return spread(numbers)[1];
}
