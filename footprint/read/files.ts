import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "./input-error";
import { readJson, unreadable } from "./json";
import { byCodeUnit, isObject, own } from "./value";

/** Name that CDKTF gives a stack's document. */
const STACK_FILE = "cdk.tf.json";
const MANIFEST = "manifest.json";
const STACKS = "stacks";

/** A stack's document, found but not read. */
export interface StackFile {
  readonly file: string;
  /** Name of the stack, as its place tells. */
  readonly name: string;
}

/**
 * The one document that a path means: a file, a stack's folder, or a `cdktf.out` with one stack.
 * @throws InputError when there is none, or more than one.
 */
export function stackFile(path: string): StackFile {
  if (!isFolder(path)) return { file: path, name: nameOf(path) };
  const names = entries(path);
  const documents = names.filter((name) => name.endsWith(".tf.json"));
  const found =
    documents.length > 0 ? documents.map((name) => named(join(path, name))) : stacksBelow(path, names);
  const [first] = found;
  if (first === undefined) {
    throw new InputError({
      file: path,
      problem: "holds no Terraform JSON",
      fix: "synthesise first, or give a cdktf.out folder",
    });
  }
  if (found.length > 1) {
    const problem = `holds ${found.length} documents (${found.map(({ name }) => name).join(", ")})`;
    throw new InputError({ file: path, problem, fix: "name the one that is meant" });
  }
  return first;
}

/**
 * Every stack of a `cdktf.out` folder, in the order of its manifest, else by name.
 * @throws InputError when it is no folder, or holds no stack.
 */
export function stackFiles(folder: string): StackFile[] {
  if (!isFolder(folder)) {
    throw new InputError({
      file: folder,
      problem: "is no folder",
      fix: "give the folder that cdktf synthesised into",
    });
  }
  const found = stacksBelow(folder, entries(folder));
  if (found.length > 0) return found;
  throw new InputError({ file: folder, problem: "holds no stack", fix: "synthesise first" });
}

function stacksBelow(folder: string, names: readonly string[]): StackFile[] {
  if (names.includes(MANIFEST)) return fromManifest(folder);
  if (!names.includes(STACKS) || !isFolder(join(folder, STACKS))) return [];
  const stacks = join(folder, STACKS);
  return entries(stacks)
    .filter((name) => isFolder(join(stacks, name)))
    .map((name) => ({ file: join(stacks, name, STACK_FILE), name }));
}

function fromManifest(folder: string): StackFile[] {
  const file = join(folder, MANIFEST);
  const manifest = readJson(file);
  const stacks = isObject(manifest) ? own(manifest, "stacks") : undefined;
  if (!isObject(stacks)) {
    throw new InputError({
      file,
      place: "stacks",
      problem: "is no list of stacks",
      fix: "give a folder that cdktf synthesised",
    });
  }
  return Object.entries(stacks).map(([name, stack]) => {
    const path = isObject(stack) ? own(stack, "synthesizedStackPath") : undefined;
    if (typeof path === "string") return { file: join(folder, path), name };
    const place = `stacks.${name}.synthesizedStackPath`;
    throw new InputError({ file, place, problem: "is missing", fix: "synthesise again" });
  });
}

function named(file: string): StackFile {
  return { file, name: nameOf(file) };
}

/** `cdk.tf.json` says nothing: its folder does. */
function nameOf(file: string): string {
  const name = basename(file);
  return name === STACK_FILE ? basename(dirname(file)) : name.replace(/(?:\.tf)?\.json$/, "");
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).sort(byCodeUnit);
  } catch (error) {
    throw unreadable(folder, error);
  }
}
