import type { Document, YAMLError as LibraryError, YAMLMap } from "yaml";
import { placeOf } from "./json-problem";

/** A text that is no YAML. The caller knows its place. */
export class YamlError extends Error {
  public override readonly name = "YamlError";
}

/** Aliases that a document may resolve; more exhaust the memory. */
const MOST_ALIASES = 100;

/**
 * The documents of a YAML text, in their order; an empty one is null. The text itself is never in an error: it may
 * contain a secret.
 * @throws YamlError in one line, with the line and column where there is one
 */
export function parseYaml(text: string): unknown[] {
  // Loaded for YAML only: it takes longer to load than a footprint of JSON takes to read.
  const yaml = require("yaml") as typeof import("yaml");
  try {
    // The library's own check for keys that are there twice compares each with each, and its pretty errors show
    // the text and take long for many.
    const options = { logLevel: "error", merge: true, prettyErrors: false, uniqueKeys: false } as const;
    return [...yaml.parseAllDocuments(text, options)].map((document) => {
      const [error] = document.errors;
      // How deep is too deep depends on the machine, and so does the place.
      if (error?.code === "RESOURCE_EXHAUSTION") throw new YamlError(TOO_DEEP);
      if (error !== undefined) throw new YamlError(`${problemOf(error)} at ${placeOf(text, error.pos[0])}`);
      requireUniqueKeys(document, text, yaml);
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    });
  } catch (error) {
    if (error instanceof YamlError) throw error;
    const { message } = error as Error;
    const [, problem] = THROWN.find(([pattern]) => pattern.test(message)) ?? [];
    throw new YamlError(problem ?? "invalid YAML");
  }
}

const TOO_DEEP = "nested too deep";

/** Messages that the library throws, by how they begin, and what is said of them. */
const THROWN: readonly (readonly [pattern: RegExp, problem: string])[] = [
  [/^Maximum call stack/, TOO_DEEP],
  [/^Unresolved alias/, "an alias without its anchor"],
  [/^Excessive alias count/, "too many aliases"],
  [/^Merge sources must be maps/, "'<<' merges something other than a map"],
];

/** Errors whose message contains no text of the document. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_INDENT",
  "BAD_PROP_ORDER",
  "BLOCK_AS_IMPLICIT_KEY",
  "BLOCK_IN_FLOW",
  "KEY_OVER_1024_CHARS",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "TAB_AS_INDENT",
]);

const PROBLEMS: Readonly<Record<string, string>> = {
  BAD_COLLECTION_TYPE: "a tag of another kind of value",
  BAD_DIRECTIVE: "an invalid directive",
  BAD_DQ_ESCAPE: "an invalid escape in a double-quoted text",
  BAD_SCALAR_START: "a character that no text without quotes may start with",
  TAG_RESOLVE_FAILED: "an unknown tag",
  UNEXPECTED_TOKEN: "unexpected text",
};

/** Many of the library's messages quote the document, which may contain a secret. */
export function problemOf({ code, message }: LibraryError): string {
  return WITHOUT_TEXT.has(code) ? message : (PROBLEMS[code] ?? "invalid YAML");
}

function requireUniqueKeys(
  document: Document,
  text: string,
  { isMap, isScalar, visit }: typeof import("yaml"),
): void {
  const check = (_: unknown, { items }: YAMLMap) => {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      // What `{{ name }}` of a template is to YAML.
      if (isMap(key)) throw new YamlError(`a name is a map at ${placeOf(text, key.range?.[0] ?? 0)}`);
      if (!isScalar(key) || key.value === "<<") continue;
      if (seen.has(key.value))
        throw new YamlError(`a key is twice in one map at ${placeOf(text, key.range?.[0] ?? 0)}`);
      seen.add(key.value);
    }
  };
  visit(document, { Map: check });
}
