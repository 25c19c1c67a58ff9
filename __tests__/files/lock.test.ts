import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "../../files/lock";
import { temporaryFolder } from "../helpers/folder";

// No process has an id above 2^22, the highest that Linux gives.
const DEAD = "4194305";

/** Takes the lock of a folder that contains this one already, and returns what it contains meanwhile. */
async function takenFrom(owner: readonly string[], patienceMs?: number) {
  const folder = temporaryFolder();
  const lock = join(folder, "lock");
  mkdirSync(lock);
  for (const name of owner) writeFileSync(join(lock, name), "");
  const staging = join(folder, "staging");
  mkdirSync(staging);
  let inside: readonly string[] = [];
  await exclusively(lock, staging, () => (inside = readdirSync(lock)), patienceMs);
  expect(readdirSync(folder)).toEqual(["staging"]);
  return inside;
}

test("a lock that was left by a process that ended, or without its owner, is taken over", async () => {
  expect(await takenFrom([DEAD])).toEqual([String(process.pid)]);
  expect(await takenFrom([])).toEqual([String(process.pid)]);
  // In a container each process may get the id of the one before.
  expect(await takenFrom([String(process.pid)])).toEqual([String(process.pid)]);
});

test("a lock that a running process keeps is an error that names it", async () => {
  await expect(takenFrom([String(process.ppid)], 0)).rejects.toThrow(
    /lock: another process is writing here; wait for it, or remove this lock$/,
  );
});

test("is released when the work fails", async () => {
  const folder = temporaryFolder();
  const work = () => {
    throw new Error("no");
  };
  const lock = join(folder, "lock");
  const staging = join(folder, "staging");
  mkdirSync(staging);
  await expect(exclusively(lock, staging, work)).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual(["staging"]);
});
