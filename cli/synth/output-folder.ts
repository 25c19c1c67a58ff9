import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { exclusively } from "../../files/lock";
import { makeFolder } from "../../files/make-folder";
import { UNFINISHED, withStaging } from "../../files/staging";
import { UsageError } from "../errors";
import { MANIFEST, readManifest } from "./manifest";

/** What a synth writes of a stack: `.terraform`, lock files and plans beside it are the user's. */
const WRITTEN = ["cdk.tf.json", "metadata.json", "assets"];
const LOCK = ".weighbridge-lock";
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
    return await withStaging(folder, async (staging) => {
      const lock = join(folder, LOCK);
      // Before the work, for a quick refusal; under the lock, because half of another synth may be there.
      await exclusively(lock, staging, () => {
        finishCommit(folder);
        refuseForeign(folder);
      });
      const draft = join(staging, "output");
      mkdirSync(draft);
      const result = await fill(draft);
      await exclusively(lock, staging, () => {
        finishCommit(folder);
        refuseForeign(folder);
        renameSync(draft, join(folder, UNFINISHED));
        finishCommit(folder);
      });
      isFilled = true;
      return result;
    });
  } catch (error) {
    throw problemOf(error, folder);
  } finally {
    if (!isFilled && created !== undefined) removeEmpty(folder, created);
  }
}

/** @returns the first folder of the path that did not exist */
function createFolder(folder: string): string | undefined {
  try {
    const created = makeFolder(folder);
    if (statSync(folder).isDirectory()) return created;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--output ${folder}: cannot be created (${code}); name a folder that you may write to`,
    );
  }
  throw new UsageError(`--output ${folder}: is not a folder; name a folder that you may write to`);
}

/** Removes the folders that were created for nothing, unless another synth has filled them meanwhile. */
function removeEmpty(folder: string, top: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== top) removeEmpty(dirname(folder), top);
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
  for (const id of readdirSync(stacks).filter((name) => !name.startsWith("."))) {
    const stack = join(stacks, id);
    // Writing through a link would replace files of another folder.
    if (!lstatSync(stack).isDirectory())
      throw new UsageError(`--output ${folder}: 'stacks/${id}' in it is not a folder; ${fix}`);
    if (!Object.hasOwn(manifest.stacks, id) && !readdirSync(stack).every(isUsers))
      throw new UsageError(`--output ${folder}: 'stacks/${id}' is not listed in its manifest; ${fix}`);
  }
}

/** True for what Terraform or the user keeps beside a stack that is no longer synthesised. */
function isUsers(name: string): boolean {
  return !WRITTEN.includes(name);
}

/** Moves a finished synth to its place. Each step may be repeated, so that a later run can go on where one was killed. */
function finishCommit(folder: string): void {
  const commit = join(folder, UNFINISHED);
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
