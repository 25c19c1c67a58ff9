import { requireFewAliases, requireNames } from "./aliases";
import { problemOf, REPEATED_KEY, YamlError } from "./problems";
import { kubectlSchema } from "./schema";
import { type Path, pathsOfRepeatedKeys, type RepeatedKey, treesOf } from "./tree";

export { YamlError } from "./problems";
export type { Path, RepeatedKey } from "./tree";

/** One document of a YAML text. */
export interface YamlDocument {
  readonly value: unknown;
  /** Line of a value, from 1; that of the nearest thing around it where there is none. */
  readonly lineOf: (path: Path) => number | undefined;
  /** Keys that are in one map again, with another value: the last one is read. */
  readonly repeated: readonly RepeatedKey[];
}

const NONE: readonly RepeatedKey[] = [];
const BYTE_ORDER_MARK = "\ufeff";

/**
 * The documents of a YAML text as kubectl reads it: YAML 1.1 booleans and octal numbers, the last of two equal keys,
 * quoted texts that go on at the indent of their key. An empty document is null. The text itself is never in an
 * error: it may contain a secret.
 * @throws YamlError in one line, with the line and column where there is one
 * @see https://github.com/kubernetes-sigs/yaml, which kubectl and Helm read with
 */
export function parseYaml(text: string): YamlDocument[] {
  // Files that are put together have marks inside.
  const source = text.includes(BYTE_ORDER_MARK) ? text.replace(/^\ufeff/gm, "") : text;
  let trees: ReturnType<typeof treesOf> | undefined;
  // Read once more where a place is wanted: places of all values of a cluster would take much memory.
  const treeOf = (index: number) => {
    trees ??= treesOf(source);
    return trees[index];
  };
  let isRepeated = false;
  let values: unknown[];
  try {
    values = loaded(source, false);
  } catch (error) {
    if (!(error instanceof YamlError) || error.reason !== REPEATED_KEY) throw error;
    isRepeated = true;
    values = loaded(source, true);
  }
  return values.map((value, index) => ({
    value,
    lineOf: (path) => treeOf(index)?.lineOf(path),
    repeated: isRepeated ? pathsOfRepeatedKeys(treeOf(index)) : NONE,
  }));
}

/** @param takesLast what becomes of two equal keys in one map: the last one, or an error */
function loaded(source: string, takesLast: boolean): unknown[] {
  // Loaded for YAML only: most documents are JSON.
  const { loadAll } = require("js-yaml") as typeof import("js-yaml");
  const values: unknown[] = [];
  try {
    loadAll(source, (value) => values.push(value ?? null), { schema: kubectlSchema(), json: takesLast });
  } catch (error) {
    throw problemOf(error);
  }
  if (source.includes("&")) requireFewAliases(values);
  if (/\{[ \t]*\{|^[ \t-]*\?/m.test(source)) requireNames(values);
  return values;
}
