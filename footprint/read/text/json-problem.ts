/**
 * Where a text stops being JSON, and why. Lines and columns count from 1.
 *
 * jsonc-parser was measured: its visitor takes three to five times as long on a large plan, takes 26 ms to load, and
 * recurses as deep as the document.
 */
export interface JsonProblem {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

const STRING = /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\r\n]*/y;

/** What may come next. */
type Expected =
  | "a value"
  | "a value or ']'"
  | "a name"
  | "a name or '}'"
  | "':'"
  | "',' or the closing bracket"
  | "the end";

/**
 * Finds the first place where a text breaks JSON's grammar. The engine's own message differs between versions and
 * often has no place.
 */
export function jsonProblem(text: string): JsonProblem {
  const open: string[] = [];
  let expected: Expected = "a value";
  let at = 0;
  for (;;) {
    at = end(SPACE, text, at) ?? at;
    const next = step(text, at, expected, open);
    if (next === undefined)
      return { ...position(text, at), problem: `expected ${expected}, found ${found(text, at)}` };
    ({ at, expected } = next);
  }
}

/** The place and expectation after one token; undefined where the token is not allowed. */
function step(
  text: string,
  at: number,
  expected: Expected,
  open: string[],
): { at: number; expected: Expected } | undefined {
  const char = text[at];
  const after = (): Expected => (open.length === 0 ? "the end" : "',' or the closing bracket");
  if (expected === "':'") return char === ":" ? { at: at + 1, expected: "a value" } : undefined;
  if (expected === "the end") return undefined;
  if (char !== undefined && char === open.at(-1) && expected.includes(" or ")) {
    open.pop();
    return { at: at + 1, expected: after() };
  }
  if (expected === "',' or the closing bracket") {
    return char === "," ? { at: at + 1, expected: open.at(-1) === "}" ? "a name" : "a value" } : undefined;
  }
  if (expected.startsWith("a name")) {
    const name = end(STRING, text, at);
    return name === undefined ? undefined : { at: name, expected: "':'" };
  }
  if (char === "{" || char === "[") {
    open.push(char === "{" ? "}" : "]");
    return { at: at + 1, expected: char === "{" ? "a name or '}'" : "a value or ']'" };
  }
  const value = end(STRING, text, at) ?? end(SCALAR, text, at);
  return value === undefined ? undefined : { at: value, expected: after() };
}

function end(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Line and column of an offset, from 1. */
export function position(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** An offset as a message shows it. */
export function placeOf(text: string, at: number): string {
  const { line, column } = position(text, at);
  return `line ${line}, column ${column}`;
}

function found(text: string, at: number): string {
  if (at >= text.length) return "the end of the file";
  if (text[at] === '"') return "a text without a closing quote or with a character that JSON forbids";
  const char = text.charAt(at);
  if (/[{}[\]:,]/.test(char)) return `'${char}'`;
  if (/[\d.+-]/.test(char)) return "a number";
  // What is written there may be a secret.
  return /\w/.test(char) ? "a text without quotes" : "a character that JSON forbids here";
}
