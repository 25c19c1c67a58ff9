import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCK_VERSION, type Lock, renderLock } from "../lock";
import type { Footprint } from "../model";
import { byText } from "../order";
import { InputError } from "../read/input-error";
import { readJson, unreadable } from "../read/json";
import { isObject, own } from "../read/value";
import { type Drift, driftOf } from "./drift";

/** What a folder of locks says of the options that it is held against. */
export interface LockCheck {
  /** Options that weigh what they did are not in it. */
  readonly drifted: readonly { readonly option: string; readonly drifts: readonly Drift[] }[];
  /** Options without a lock. */
  readonly missing: readonly string[];
  /** Files of options that were not given. */
  readonly extra: readonly string[];
}

/**
 * Writes a file for each lock. All are written before the first is put in its place, so that a full disk leaves
 * the old ones whole.
 *
 * @returns the paths
 * @throws InputError when the folder cannot be written
 */
export function writeLocks(folder: string, locks: readonly Lock[]): string[] {
  const names = locks.map(({ option }) => fileOf(option));
  let partial: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    partial = mkdtempSync(join(folder, ".partial-"));
    for (const lock of locks) writeFileSync(join(partial, fileOf(lock.option)), renderLock(lock));
    for (const name of names) renameSync(join(partial, name), join(folder, name));
    return names.map((name) => join(folder, name));
  } catch (error) {
    const code = isObject(error) ? String(own(error, "code")) : "unknown error";
    const fix = "name a folder that you may write to";
    throw new InputError({ file: folder, problem: `cannot be written (${code})`, fix });
  } finally {
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Holds locks against the files of a folder.
 *
 * @throws InputError when the folder or a file in it cannot be read, or a file is no lock of this version
 */
export function checkLocks(folder: string, locks: readonly Lock[]): LockCheck {
  const files = lockFiles(folder);
  const known = locks.filter(({ option }) => files.includes(fileOf(option)));
  return {
    drifted: known
      .map((lock) => ({
        option: lock.option,
        drifts: driftOf(readLock(join(folder, fileOf(lock.option))), lock),
      }))
      .filter(({ drifts }) => drifts.length > 0),
    missing: locks.filter((lock) => !known.includes(lock)).map(({ option }) => option),
    extra: files.filter((file) => !locks.some(({ option }) => fileOf(option) === file)),
  };
}

/** An option's id is a file's name but for the characters that a file's name cannot hold. */
function fileOf(option: Footprint["id"]): string {
  return `${encodeURIComponent(option)}.json`;
}

function lockFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort(byText);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function readLock(file: string): object {
  const lock = readJson(file);
  const version = isObject(lock) ? own(lock, "lockVersion") : undefined;
  if (isObject(lock) && version === LOCK_VERSION) return lock;
  throw new InputError({
    file,
    place: "lockVersion",
    problem: `is not ${LOCK_VERSION}, so this is no lock that can be compared`,
    fix: "write it again with --write",
  });
}
