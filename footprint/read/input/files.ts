import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize } from "node:path";
import { UNFINISHED } from "../../../files/staging";
import { byText } from "../../order";
import { InputError } from "../input-error";
import { jsonStream } from "../text/json-stream";
import { isObject, own } from "../text/value";
import { isKustomizationFile } from "./formats";
import { readText, STDIN, unreadable } from "./json";

/** Name that CDKTF gives a stack's document. */
const STACK_FILE = "cdk.tf.json";
const MANIFEST = "manifest.json";
const STACKS = "stacks";

/** A folder with more entries than this is no folder of manifests. */
const MOST_ENTRIES = 10_000;
/** Folders without anything that is applied. */
const SKIPPED = /^(?:\..*|node_modules)$/;

/** A stack's document, found but not read. */
export interface StackFile {
  readonly file: string;
  /** Name of the stack, from its path. */
  readonly name: string;
}

/**
 * The one stack of a folder: its own, or that of a `cdktf.out` with one stack; undefined where there is none.
 * @throws InputError when there are several.
 */
export function stackIn(folder: string): StackFile | undefined {
  const names = entries(folder);
  const documents = names.filter((name) => name.endsWith(".tf.json"));
  const found =
    documents.length > 0
      ? documents.map((name) => named(readable(join(folder, name))))
      : stacksBelow(folder, names);
  if (found.length <= 1) return found[0];
  const problem = `contains ${found.length} stacks (${found.map(({ name }) => name).join(", ")})`;
  throw new InputError({ file: folder, problem, fix: `name one, for example ${pathOf(found[0])}` });
}

/**
 * Files of a folder, and of the folders in it, that may contain Kubernetes objects or a plan, by path. Links are
 * followed, and each file and folder is there once, however many links lead to it.
 * @throws InputError for a folder with too many entries, and for a link that leads nowhere
 */
export function manifestFiles(folder: string, most: number = MOST_ENTRIES): string[] {
  const found: string[] = [];
  const open = [folder];
  const visited = new Set<string>();
  // What is there itself comes before what links lead to.
  const links: string[] = [];
  let seen = 0;
  for (let next = open.pop() ?? links.shift(); next !== undefined; next = open.pop() ?? links.shift()) {
    const stat = statOf(next);
    if (stat === undefined && !isManifest(next)) continue;
    const real = stat === undefined ? next : realpathSync(next);
    if (visited.has(real)) continue;
    visited.add(real);
    if (stat?.isDirectory() !== true) {
      found.push(readable(next));
      continue;
    }
    for (const entry of listed(next)) {
      seen += 1;
      if (seen > most) {
        const problem = `contains more than ${most} files`;
        throw new InputError({ file: folder, problem, fix: "give the folder of the manifests alone" });
      }
      const path = join(next, entry.name);
      if (SKIPPED.test(entry.name) && !isManifest(path)) continue;
      if (entry.isSymbolicLink()) {
        if (isManifest(path) || statOf(path)?.isDirectory() === true) links.push(path);
      } else if (entry.isDirectory() ? !SKIPPED.test(entry.name) : isManifest(path)) open.push(path);
    }
  }
  return found.sort(byText);
}

/** True for a name that manifests have. */
function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path) || isKustomizationFile(path);
}

/** True for a folder with Terraform's own language in it. */
export function holdsHcl(folder: string): boolean {
  return entries(folder).some((name) => name.endsWith(".tf"));
}

/**
 * Every stack of a `cdktf.out` folder, in the order of its manifest, else by name.
 * @throws InputError when it is no folder, or contains no stack.
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
  throw new InputError({ file: folder, problem: "contains no stack", fix: "run `cdktf synth` first" });
}

/** The stacks of a `cdktf.out` folder; none for a folder of another kind. */
export function stacksOfOutput(folder: string): StackFile[] {
  const names = entries(folder);
  return names.some((name) => name.endsWith(".tf.json")) ? [] : stacksBelow(folder, names);
}

function stacksBelow(folder: string, names: readonly string[]): StackFile[] {
  if (names.includes(UNFINISHED))
    throw new InputError({
      file: folder,
      problem: "contains a synth that is not finished",
      fix: "run `weighbridge synth` into it again",
    });
  const stacks = names.includes(MANIFEST) ? fromManifest(folder) : undefined;
  if (stacks !== undefined) return stacks;
  if (!names.includes(STACKS) || !isFolder(join(folder, STACKS))) return [];
  // A folder of manifests may be called so as well: only CDKTF writes this file into it.
  return entries(join(folder, STACKS))
    .map((name) => ({ file: join(folder, STACKS, name, STACK_FILE), name }))
    .filter(({ file }) => statOf(file) !== undefined)
    .map(({ file, name }) => ({ file: readable(file), name }));
}

/** Stacks of CDKTF's manifest; undefined for another file of that name, such as a Kubernetes object. */
function fromManifest(folder: string): StackFile[] | undefined {
  const file = readable(join(folder, MANIFEST));
  const manifest = jsonOrUndefined(file);
  const stacks = isObject(manifest) ? own(manifest, "stacks") : undefined;
  if (!isObject(stacks)) return undefined;
  return Object.entries(stacks).map(([name, stack]) => {
    const path = isObject(stack) ? own(stack, "synthesizedStackPath") : undefined;
    const place = `stacks.${name}.synthesizedStackPath`;
    if (typeof path === "string" && isInside(path)) return { file: readable(join(folder, path)), name };
    if (typeof path === "string")
      throw new InputError({
        file,
        place,
        problem: "leads out of the folder",
        fix: "run `cdktf synth` again",
      });
    throw new InputError({ file, place, problem: "is missing", fix: "synthesise again" });
  });
}

/** Undefined for what is no single JSON value: it may be a stream of objects, or have a key twice. */
function jsonOrUndefined(file: string): unknown {
  const stream = jsonStream(readText(file));
  return stream?.length === 1 ? stream[0]?.value : undefined;
}

/**
 * A path that was found in a folder. A pipe or a device there would never end, and nobody named it.
 * @throws InputError for a pipe, a socket or a device, also behind a link
 */
function readable(path: string): string {
  const stat = statOf(path);
  if (stat === undefined || stat.isFile() || stat.isDirectory()) return path;
  throw new InputError({
    file: path,
    problem: "is a pipe or a device",
    fix: "remove it from the folder, or give it alone",
  });
}

/** Undefined where there is nothing to read: whoever reads it says why. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** A path that stays below the folder that it is relative to. */
function isInside(path: string): boolean {
  return !isAbsolute(path) && !/^\.\.(?:$|[/\\])/.test(normalize(path));
}

/** A stack's own folder, where it has one. */
function pathOf(stack: StackFile | undefined): string {
  const file = stack?.file ?? "";
  return basename(file) === STACK_FILE ? dirname(file) : file;
}

function named(file: string): StackFile {
  return { file, name: nameOf(file) };
}

/** `cdk.tf.json` says nothing: its folder does. */
export function nameOf(file: string): string {
  const name = basename(file);
  return name === STACK_FILE ? basename(dirname(file)) : name.replace(/(?:\.tf)?\.(?:json|ya?ml)$/, "");
}

/**
 * True for a folder; false for a file or `-`, the standard input.
 * @throws InputError when there is nothing at the path.
 */
export function isFolder(path: string): boolean {
  if (path === STDIN) return false;
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function entries(folder: string): string[] {
  return listed(folder)
    .map(({ name }) => name)
    .sort(byText);
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(folder, error);
  }
}
