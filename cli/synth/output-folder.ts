import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../files/make-folder";
import { isAlive, withStaging } from "../../files/staging";
import { UsageError } from "../errors";
import { MANIFEST, readManifest } from "./manifest";

/** What a synth writes of a stack: `.terraform`, lock files and plans beside it are the user's. */
const WRITTEN = ["cdk.tf.json", "metadata.json", "assets"];
/** A finished synth on its way into the folder. */
const COMMIT = ".weighbridge-commit";
const LOCK = ".weighbridge-lock";
const PAUSE_MS = 20;
/** A process writes its id as soon as it has the lock: an empty one was left by a kill. */
const EMPTY_MS = 500;
/** The work under the lock takes a few milliseconds. */
const LONGEST_MS = 10_000;
/** What a full disk says has no path. */
const FULL = ["EDQUOT", "ENOSPC"];

/**
 * Fills a folder with a synth, whole or not at all: `fill` writes it to a folder beside, and only a finished one
 * replaces what an earlier synth wrote, which its manifest lists. Anything else in the folder stays. A synth that was
 * killed while its files took their places is finished by the next one; two at once take turns.
 *
 * @throws UsageError where the folder contains stacks that no synth wrote, or cannot be written
 */
export async function fillOutput<T>(folder: string, fill: (draft: string) => Promise<T>): Promise<T> {
  const created = createFolder(folder);
  let isFilled = false;
  try {
    refuseForeign(folder);
    return await withStaging(folder, async (staging) => {
      const draft = join(staging, "output");
      mkdirSync(draft);
      const result = await fill(draft);
      exclusively(join(folder, LOCK), () => {
        finishCommit(folder);
        refuseForeign(folder);
        renameSync(draft, join(folder, COMMIT));
        finishCommit(folder);
      });
      isFilled = true;
      return result;
    });
  } catch (error) {
    throw problemOf(error, folder);
  } finally {
    if (!isFilled && created !== undefined) rmSync(created, { recursive: true, force: true });
  }
}

/** @returns the first folder of the path that did not exist */
function createFolder(folder: string): string | undefined {
  try {
    return makeFolder(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--output ${folder}: cannot be created (${code}); name a folder that you may write to`,
    );
  }
}

/** An error of the file system with the folder that the user named; any other error as it is. */
function problemOf(error: unknown, folder: string): unknown {
  const { code, path, dest = path } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code === undefined || !(FULL.includes(code) || dest?.startsWith(folder))) return error;
  const fix = FULL.includes(code) ? "free some space on the disk" : "name a folder that you may write to";
  return new UsageError(`--output ${folder}: cannot be written (${code}); ${fix}`);
}

/** Refuses a folder whose `stacks` or `manifest.json` no synth wrote. */
function refuseForeign(folder: string): void {
  const stacks = join(folder, "stacks");
  const manifest = readManifest(folder);
  const fix = "name an empty folder, or one that an earlier synth wrote";
  if (manifest === undefined) {
    for (const name of ["stacks", MANIFEST])
      if (existsSync(join(folder, name)))
        throw new UsageError(`--output ${folder}: '${name}' in it was not written by a synth; ${fix}`);
    return;
  }
  if (!existsSync(stacks)) return;
  if (!lstatSync(stacks).isDirectory())
    throw new UsageError(`--output ${folder}: 'stacks' in it is not a folder; ${fix}`);
  for (const id of readdirSync(stacks)) {
    if (Object.hasOwn(manifest.stacks, id) || readdirIfFolder(join(stacks, id)).every(isUsers)) continue;
    throw new UsageError(`--output ${folder}: 'stacks/${id}' is not listed in its manifest; ${fix}`);
  }
}

/** True for what Terraform or the user keeps beside a stack that is no longer synthesised. */
function isUsers(name: string): boolean {
  return !WRITTEN.includes(name);
}

function readdirIfFolder(path: string): string[] {
  return lstatSync(path).isDirectory() ? readdirSync(path) : [];
}

/** Moves a finished synth to its place. Each step may be repeated, so that a later run can go on where one was killed. */
function finishCommit(folder: string): void {
  const commit = join(folder, COMMIT);
  const next = readManifest(commit);
  if (next === undefined) {
    rmSync(commit, { recursive: true, force: true });
    return;
  }
  const before = readManifest(folder);
  for (const id of Object.keys(before?.stacks ?? {}))
    if (!Object.hasOwn(next.stacks, id)) removeStack(folder, id);
  for (const id of Object.keys(next.stacks)) moveStack(commit, folder, id);
  renameSync(join(commit, MANIFEST), join(folder, MANIFEST));
  rmSync(commit, { recursive: true, force: true });
}

function moveStack(commit: string, folder: string, id: string): void {
  const [from, to] = [join(commit, "stacks", id), join(folder, "stacks", id)];
  if (!existsSync(join(from, "cdk.tf.json"))) return;
  makeFolder(to);
  for (const name of WRITTEN) {
    if (name !== "cdk.tf.json") rmSync(join(to, name), { recursive: true, force: true });
    if (name !== "cdk.tf.json" && existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
  }
  // Last: it marks the stack as not moved yet.
  renameSync(join(from, "cdk.tf.json"), join(to, "cdk.tf.json"));
}

function removeStack(folder: string, id: string): void {
  const stack = join(folder, "stacks", id);
  for (const name of WRITTEN) rmSync(join(stack, name), { recursive: true, force: true });
  try {
    rmdirSync(stack);
  } catch {
    // It never was there, or the user keeps something in it.
  }
}

/**
 * Does some work while no other process does any under the same lock. A lock that was left behind is taken over.
 * @throws UsageError where another process keeps it
 */
function exclusively(lock: string, work: () => void): void {
  for (let waited = 0; !isTaken(lock); waited += PAUSE_MS) {
    if (isAbandoned(lock, waited)) rmSync(lock, { force: true });
    else if (waited > LONGEST_MS)
      throw new UsageError(
        `${lock}: another synth keeps it; wait for it, or remove the file if none is running`,
      );
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(lock, `${process.pid}`);
    return true;
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
}

/** In a container each process may get the id of the one before. */
function isAbandoned(lock: string, waited: number): boolean {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    return owner > 0 ? owner === process.pid || !isAlive(owner) : waited > EMPTY_MS;
  } catch {
    return false;
  }
}
