import type { Document, YAMLMap } from "yaml";
import { placeOf } from "./json-problem";

/** A text that is no YAML. The caller knows its place. */
export class YamlError extends Error {
  public override readonly name = "YamlError";
}

/** Aliases that a document may resolve: more are the work of one who wants a reader to run out of memory. */
const MOST_ALIASES = 100;

/**
 * The documents of a YAML text, in their order; an empty one is null. The text itself is never in an error: it may
 * hold a secret.
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
      if (error !== undefined) throw new YamlError(`${error.message} at ${placeOf(text, error.pos[0])}`);
      requireUniqueKeys(document, text, yaml);
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    });
  } catch (error) {
    const { message } = error as Error;
    // How deep is too deep depends on the machine, and so does the place.
    throw new YamlError(/^Maximum call stack/.test(message) ? "nested too deep" : message);
  }
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
      if (isMap(key)) throw new YamlError(`a map stands for a name at ${placeOf(text, key.range?.[0] ?? 0)}`);
      if (!isScalar(key) || key.value === "<<") continue;
      if (seen.has(key.value))
        throw new YamlError(`a key is there twice at ${placeOf(text, key.range?.[0] ?? 0)}`);
      seen.add(key.value);
    }
  };
  visit(document, { Map: check });
}
