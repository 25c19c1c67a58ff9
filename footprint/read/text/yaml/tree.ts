import { isDeepStrictEqual } from "node:util";
import type { EventType, State } from "js-yaml";
import { kubectlSchema } from "./schema";

/** Keys and indexes that lead from a document to a value in it. */
export type Path = readonly (string | number)[];

/** A key that is in one map again. */
export interface RepeatedKey {
  /** From the document to the key. */
  readonly path: Path;
  /** Line of the last one, from 1. */
  readonly line: number;
}

/** A document whose values know their lines. */
export interface YamlTree {
  readonly root: Node;
  readonly lineOf: (path: Path) => number | undefined;
  /** Line of an offset in the text. */
  readonly lineAt: (offset: number) => number;
}

/** What the library read at one place: a value, or a key. */
interface Node {
  /** Offset in the text, from which blanks and comments may lead to the value. */
  readonly start: number;
  /** True behind a colon: the value of a key. */
  readonly isValue: boolean;
  readonly children: Node[];
  value: unknown;
}

/** A key and its value; without a value where the map only names the key. */
interface Pair {
  readonly name: string;
  readonly key: Node;
  readonly value?: Node;
}

/** The documents of a text that has been read without an error, with the places of all values. */
export function treesOf(source: string): YamlTree[] {
  const { loadAll } = require("js-yaml") as typeof import("js-yaml");
  const roots: Node[] = [];
  const open: Node[] = [];
  const listener = (event: EventType, { position, result }: State) => {
    if (event === "open") {
      open.push({
        start: position,
        isValue: isBehindColon(source, position),
        children: [],
        value: undefined,
      });
      return;
    }
    const node = open.pop();
    if (node === undefined) return;
    node.value = result;
    (open.at(-1)?.children ?? roots).push(node);
  };
  loadAll(source, () => {}, {
    schema: kubectlSchema(),
    json: true,
    listener: (event, state) => listener(event, state),
  });
  const lineAt = lines(source);
  return roots.map((root) => ({
    root,
    lineAt,
    lineOf: (path) => lineAt(startOf(nearest(root, path), source)),
  }));
}

/** Keys that are in one map again with another value. */
export function pathsOfRepeatedKeys(tree: YamlTree | undefined): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const visit = (node: Node, path: Path): void => {
    const { value, children } = settled(node);
    if (Array.isArray(value)) {
      for (const [index, child] of children.entries()) visit(child, [...path, index]);
      return;
    }
    const seen = new Map<string, Pair>();
    for (const pair of pairsOf(node)) {
      const before = seen.get(pair.name);
      const inside = [...path, pair.name];
      if (before !== undefined && !isDeepStrictEqual(before.value?.value, pair.value?.value))
        found.push({ path: inside, line: tree?.lineAt(pair.key.start) ?? 1 });
      seen.set(pair.name, pair);
      if (pair.value !== undefined) visit(pair.value, inside);
    }
  };
  if (tree !== undefined) visit(tree.root, []);
  return found;
}

/** The node of a path, or the last one on the way that is there. */
function nearest(root: Node, path: Path): Node {
  let at = root;
  for (const step of path) {
    const next = memberOf(at, step);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function memberOf(node: Node, step: string | number): Node | undefined {
  const { value, children } = settled(node);
  if (Array.isArray(value)) return children[Number(step)];
  // Of two equal keys the last one is read.
  const pair = pairsOf(node).findLast(({ name }) => name === String(step));
  return pair?.value ?? pair?.key;
}

/** A value without a key behind it was looked at as a possible key first: it is its own only child then. */
function settled(node: Node): Node {
  const [child] = node.children;
  const isSame = child !== undefined && node.children.length === 1 && child.value === node.value;
  return isSame && typeof node.value === "object" && node.value !== null ? settled(child) : node;
}

function pairsOf(node: Node): Pair[] {
  const { value: map, children } = settled(node);
  if (typeof map !== "object" || map === null || Array.isArray(map)) return [];
  const found: Pair[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const key = children[index];
    if (key === undefined || typeof key.value === "object") continue;
    const next = children[index + 1];
    const value = next?.isValue === true ? next : undefined;
    found.push({ name: String(key.value), key, value });
    if (value !== undefined) index += 1;
  }
  return found;
}

function isBehindColon(source: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /\s/.test(source.charAt(at))) at -= 1;
  return source.charAt(at) === ":";
}

/** Where a value begins: behind blanks, line ends and comments. */
function startOf({ start }: Node, source: string): number {
  const blank = /(?:\s|#[^\n]*)*/y;
  blank.lastIndex = start;
  blank.exec(source);
  return Math.min(blank.lastIndex, source.length);
}

/** Lines by offset; the ends of lines are looked up once. */
function lines(source: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) ends.push(at);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
