import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../files/make-folder";
import { withStaging } from "../../files/staging";
import type { Footprint } from "../model";
import { byText } from "../order";
import { readJson, unreadable } from "../read/input/json";
import { InputError } from "../read/input-error";
import { isObject, own } from "../read/text/value";
import { type Change, changesOf } from "./changes";
import { renderSnapshot, SNAPSHOT_VERSION, type Snapshot } from "./snapshot";

/** Result of comparing footprints with a folder of snapshots. */
export interface SnapshotCheck {
  /** Options that differ from their snapshot; unchanged options are not listed. */
  readonly changed: readonly { readonly option: string; readonly changes: readonly Change[] }[];
  /** Options without a snapshot. */
  readonly missing: readonly string[];
  /** Snapshot files of options that were not compared. */
  readonly extra: readonly string[];
}

/**
 * Writes a file for each snapshot. All are written before the first replaces an earlier one, so that a full disk
 * leaves the earlier files whole.
 *
 * @returns the paths
 * @throws InputError if the folder cannot be written
 */
export function writeSnapshots(folder: string, snapshots: readonly Snapshot[]): string[] {
  const names = snapshots.map(({ option }) => fileOf(option));
  try {
    makeFolder(folder);
    withStaging(folder, (staging) => {
      for (const snapshot of snapshots)
        writeFileSync(join(staging, fileOf(snapshot.option)), renderSnapshot(snapshot));
      for (const name of names) renameSync(join(staging, name), join(folder, name));
    });
    return names.map((name) => join(folder, name));
  } catch (error) {
    const code = isObject(error) ? String(own(error, "code")) : "unknown error";
    const fix = "choose a folder that you may write to";
    throw new InputError({ file: folder, problem: `cannot be written (${code})`, fix });
  }
}

/**
 * Compares snapshots with the files of a folder.
 *
 * @throws InputError if the folder or a file cannot be read, or a file is not a snapshot of this version
 */
export function checkSnapshots(folder: string, snapshots: readonly Snapshot[]): SnapshotCheck {
  const files = snapshotFiles(folder);
  const present = snapshots.filter(({ option }) => files.includes(fileOf(option)));
  return {
    changed: present
      .map((snapshot) => ({
        option: snapshot.option,
        changes: changesSince(join(folder, fileOf(snapshot.option)), snapshot),
      }))
      .filter(({ changes }) => changes.length > 0),
    missing: snapshots.filter((snapshot) => !present.includes(snapshot)).map(({ option }) => option),
    extra: files.filter((file) => !snapshots.some(({ option }) => fileOf(option) === file)),
  };
}

/** The option's id, with characters that a file name cannot contain percent-encoded. */
function fileOf(option: Footprint["id"]): string {
  return `${encodeURIComponent(option)}.json`;
}

/** Only the thing of each `store db: single copy` and `module.x: replicas`. */
function withoutWords(snapshot: object): object {
  const { singlePointsOfFailure, unknowns } = snapshot as Partial<Record<string, unknown>>;
  const things = (texts: unknown) =>
    Array.isArray(texts) ? texts.map((text) => String(text).split(": ")[0]) : texts;
  return {
    ...snapshot,
    singlePointsOfFailure: things(singlePointsOfFailure),
    unknowns: things(unknowns),
  };
}

function snapshotFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort(byText);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/**
 * Files that version 0.1 wrote have their version in `lockVersion`, and other words for reasons and unresolved values:
 * those are compared without the words.
 */
function changesSince(file: string, snapshot: Snapshot): readonly Change[] {
  const before = readJson(file);
  if (isObject(before)) {
    const {
      lockVersion,
      snapshotVersion = lockVersion,
      ...rest
    } = before as Partial<Record<string, unknown>>;
    if (snapshotVersion === SNAPSHOT_VERSION) {
      const was = { snapshotVersion, ...rest };
      return lockVersion === undefined
        ? changesOf(was, snapshot)
        : changesOf(withoutWords(was), withoutWords(snapshot));
    }
  }
  throw new InputError({
    file,
    place: "snapshotVersion",
    problem: `must be ${SNAPSHOT_VERSION}: this file is not a snapshot that can be compared`,
    fix: "write it again with --write",
  });
}
