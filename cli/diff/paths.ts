import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileInput, type Input, readInput } from "../../footprint/read/input";
import { isFolder, nameOf, stackIn, stacksOfOutput } from "../../footprint/read/input/files";
import { readText } from "../../footprint/read/input/json";
import { InputError, mapEach } from "../../footprint/read/input-error";
import { isObject, own } from "../../footprint/read/text/value";
import { CONFIG_MODULES, REVIEW_FILES } from "../../footprint/review";

/** Ends the path of a plan of which the state before it is one side. */
const BEFORE = "@before";

/** One thing that a side was read from: an option, a stack of one, or what this command wrote before. */
export interface SideInput {
  /** Name of the stack, or from the path. */
  readonly name: string;
  /** True where only the path gives the name: the other side may call it otherwise. */
  readonly isNamedByPath: boolean;
  readonly input: Input;
  /** True for what was there before a plan. */
  readonly isBefore: boolean;
}

/** The file of a review where a side is one: a `weighbridge.yaml`, or the folder that has one. */
export function reviewFileOf(path: string): string | undefined {
  const names = [...REVIEW_FILES, ...CONFIG_MODULES];
  if (!existsSync(path)) return undefined;
  if (!isFolder(path)) return names.includes(nameIn(path)) || isReview(path) ? path : undefined;
  const found = names.find((name) => existsSync(join(path, name)));
  return found && join(path, found);
}

/** True for a file that defines a review under another name; a pipe is read once, and is none. */
function isReview(path: string): boolean {
  if (!/\.ya?ml$/.test(path) || !statSync(path).isFile()) return false;
  const text = readText(path);
  return ["schemaVersion", "review", "options"].every((key) => new RegExp(`^${key}:`, "m").test(text));
}

/**
 * Everything that a side has: each stack of a `cdktf.out`, each file of a folder of plans or snapshots, or the one thing
 * that `compare --from` reads.
 * @param ids of options: a folder with files or folders of these names has an option in each
 * @throws InputError with every fault
 */
export function readSide(path: string, ids: ReadonlySet<string>): SideInput[] {
  if (path.endsWith(BEFORE) && !existsSync(path))
    return readSide(path.slice(0, -BEFORE.length), ids).map((each) => ({ ...each, isBefore: true }));
  if (!isFolder(path)) return [ofPath(path)];
  const stacks = stacksOfOutput(path);
  if (stacks.length > 0)
    return mapEach(stacks, (stack) => ({
      name: stack.name,
      isNamedByPath: false,
      input: fileInput(stack),
      isBefore: false,
    }));
  const parts = partsOf(path, ids);
  return parts === undefined
    ? [ofPath(path)]
    : mapEach(parts, (part) => ({ ...ofPath(part), isNamedByPath: false }));
}

function ofPath(path: string): SideInput {
  const input = readInput(path);
  const isStack = isFolder(path) && stackIn(path) !== undefined;
  return {
    name: isStack ? input.name : nameOf(path.replace(/\/+$/, "")),
    isNamedByPath: !isStack,
    input,
    isBefore: false,
  };
}

/** Files and folders of a folder that are an option each; undefined for a folder that is one option. */
function partsOf(folder: string, ids: ReadonlySet<string>): string[] | undefined {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .filter((entry) => entry.isDirectory() || /\.(?:json|ndjson|ya?ml)$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
  const isOption = (path: string) =>
    ids.has(nameOf(path)) || (isFolder(path) ? stackIn(path) !== undefined : isDocument(path));
  return entries.some(isOption) ? entries : undefined;
}

/** True for Terraform, and for what this command wrote: Kubernetes objects in files of a folder are one option. */
function isDocument(path: string): boolean {
  if (!path.endsWith("json")) return false;
  const input = fileInput({ file: path, name: nameOf(path) });
  return (
    "terraform" in input ||
    input.kubernetes.some(({ value }) => isObject(value) && own(value, "kind") === undefined)
  );
}

function nameIn(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Refuses a side that is not there, in one line each. @throws InputError */
export function requireSides(paths: readonly string[]): void {
  mapEach(paths, (path) => {
    const file = path.endsWith(BEFORE) && !existsSync(path) ? path.slice(0, -BEFORE.length) : path;
    if (file === "-" || existsSync(file)) return;
    throw new InputError({
      file: path,
      problem: "no such file or folder",
      fix: "give a folder of stacks, a plan, Kubernetes YAML, or a snapshot of `weighbridge compare --format json`",
    });
  });
}
