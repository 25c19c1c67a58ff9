import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Folder of a finished synth in the output folder, while its files take their places. */
export const UNFINISHED = ".weighbridge-commit";

/** Folders of this process, which are removed with it. */
const live = new Set<string>();
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"] as const;
const NAME = /^\.weighbridge-(\d+)-/;

/**
 * Runs some work with an empty folder on the same file system as `parent`: what is complete in it takes its place by a
 * rename. The folder is removed afterwards, also when the process is interrupted. What a killed process left in
 * `parent` is removed by the next one.
 *
 * @throws what the work throws, and Node's own error where the folder cannot be made
 */
export function withStaging<T>(parent: string, work: (folder: string) => T): T {
  removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, `.weighbridge-${process.pid}-`));
  if (live.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  live.add(folder);
  const end = () => {
    rmSync(folder, { recursive: true, force: true });
    live.delete(folder);
    if (live.size === 0) for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  let result: T;
  try {
    result = work(folder);
  } catch (error) {
    end();
    throw error;
  }
  if (!(result instanceof Promise)) {
    end();
    return result;
  }
  return result.finally(end) as T;
}

/** Removes what processes that were killed left in a folder. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1]);
    const path = join(parent, name);
    // In a container each process may get the id of the one before.
    const isAbandoned = pid === process.pid ? !live.has(path) : pid > 0 && !isAlive(pid);
    if (isAbandoned) rmSync(path, { recursive: true, force: true });
  }
}

/** True for a running process; one of another user answers with `EPERM`. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Removes the folders, then lets the signal do what it does without a handler. */
function interrupted(signal: NodeJS.Signals): void {
  for (const folder of live) rmSync(folder, { recursive: true, force: true });
  live.clear();
  for (const each of SIGNALS) process.off(each, interrupted);
  process.kill(process.pid, signal);
}
