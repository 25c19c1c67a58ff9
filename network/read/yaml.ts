import type { Document, Tags } from "yaml";
import type { Path } from "../faults";

/** One document of a file. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Line of a value, from 1; that of the nearest thing around it where there is none. */
  readonly lineOf: (path: Path) => number | undefined;
}

/** Aliases that a document may resolve: more would exhaust the memory. */
const MOST_ALIASES = 100;

/** Kubernetes reads YAML 1.1 without dates and without numbers in base 60. */
const UNUSED_TAGS = /timestamp$/;

/**
 * The documents of a text as kubectl reads it, YAML 1.1: `y`, `on` and `off` without quotes are booleans.
 * @throws Error in one line, with the line
 */
export function parseManifests(text: string): ParsedDocument[] {
  let again: readonly Document[] | undefined;
  return parsed(text).map((document, index) => ({
    value: document.toJS({ maxAliasCount: MOST_ALIASES }),
    // Parsed once more where something is wrong: keeping all documents of a cluster would take much memory.
    lineOf: (path) => {
      again ??= parsed(text);
      const at = positionOf(again[index], path);
      return at === undefined ? undefined : lineAt(text, at);
    },
  }));
}

function parsed(text: string): Document[] {
  // Loaded for YAML only: it takes long.
  const yaml = require("yaml") as typeof import("yaml");
  const customTags = (tags: Tags) =>
    tags.filter(
      (tag) =>
        typeof tag === "string" || !(UNUSED_TAGS.test(tag.tag) || ("format" in tag && tag.format === "TIME")),
    );
  const options = {
    version: "1.1",
    logLevel: "error",
    merge: true,
    prettyErrors: false,
    customTags,
  } as const;
  const documents = [...yaml.parseAllDocuments(text, options)] as Document[];
  for (const { errors } of documents) {
    const [error] = errors;
    if (error !== undefined) throw new Error(`line ${lineAt(text, error.pos[0])}: ${error.message}`);
  }
  return documents;
}

function positionOf(document: Document | undefined, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document?.contents : document?.getIn(path.slice(0, length), true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
    if (Array.isArray(range)) return range[0] as number;
  }
  return undefined;
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
