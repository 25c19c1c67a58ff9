import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../errors/user-error";
import { isAlive } from "./staging";

const PAUSE_MS = 20;
/** Under a lock a few files are renamed: whoever has it for this long is not going to release it. */
const PATIENCE_MS = 10_000;

/**
 * Runs some work while no other process runs any under the same lock: a folder that contains one file, called by the
 * id of the process. It appears with that file in it, by a rename. The lock of a process that ended is taken over.
 *
 * @param lock path of the lock
 * @param staging an empty folder of this process on the same file system
 * @param patienceMs how long to wait for a process that has the lock
 * @throws UserError where another process keeps it for longer
 */
export async function exclusively(
  lock: string,
  staging: string,
  work: () => void,
  patienceMs: number = PATIENCE_MS,
): Promise<void> {
  const mine = join(staging, "lock");
  mkdirSync(mine);
  writeFileSync(join(mine, String(process.pid)), "");
  for (let waited = 0; !taken(mine, lock); waited += PAUSE_MS) {
    const owner = ownerOf(lock);
    if (owner !== undefined && isOver(owner)) release(lock, owner);
    else if (waited < patienceMs) await setTimeout(PAUSE_MS);
    else throw new UserError(`${lock}: another process is writing here; wait for it, or remove this lock`);
  }
  try {
    work();
  } finally {
    release(lock, process.pid);
  }
}

function taken(mine: string, lock: string): boolean {
  try {
    // Replaces an empty folder, never one with the id of an owner in it.
    renameSync(mine, lock);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOTEMPTY", "EEXIST", "EPERM", "ENOTDIR"].includes(code)) return false;
    throw error;
  }
}

function ownerOf(lock: string): number | undefined {
  try {
    const owner = Number(readdirSync(lock)[0]);
    return owner > 0 ? owner : undefined;
  } catch {
    // Released meanwhile, or no folder.
    return undefined;
  }
}

/** In a container each process may get the id of the one before. */
function isOver(owner: number): boolean {
  return owner === process.pid || !isAlive(owner);
}

/** Removes the lock of one owner, and leaves that of another which took it meanwhile. */
function release(lock: string, owner: number): void {
  rmSync(join(lock, String(owner)), { force: true });
  try {
    rmdirSync(lock);
  } catch {
    // Another process has it already.
  }
}
