import type { YAMLError as LibraryError } from "yaml";

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
