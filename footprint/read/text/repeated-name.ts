import { isDeepStrictEqual } from "node:util";
import { endOfValue } from "./json-stream";

/** A name that an object has a second time, and where. */
export interface RepeatedName {
  readonly name: string;
  readonly at: number;
}

/**
 * Finds the first name that an object of a text has twice. Every reader of JSON takes the last of them, without a word;
 * Terraform takes both.
 * @param text JSON
 * @param allowsEqual true where a name may be there again with the same value, as in plans: nothing is lost then. In
 * Terraform JSON each is a block of its own.
 * @see https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function repeatedName(text: string, allowsEqual = false): RepeatedName | undefined {
  /** Names of the objects that are open, and where each ends; nothing for a list. */
  const open: (Map<string, number> | undefined)[] = [];
  let names: Map<string, number> | undefined;
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = closing(text, at);
      if (isName && names !== undefined) {
        const name = unescaped(text.slice(at, end + 1));
        const before = names.get(name);
        if (before !== undefined && !(allowsEqual && hasEqualValues(text, before, end))) return { name, at };
        names.set(name, end);
        isName = false;
      }
      at = end;
    } else if (char === "{" || char === "[") {
      open.push(names);
      names = char === "{" ? new Map() : undefined;
      isName = char === "{";
    } else if (char === "}" || char === "]") {
      names = open.pop();
      isName = false;
    } else if (char === ",") isName = true;
  }
  return undefined;
}

function hasEqualValues(text: string, first: number, second: number): boolean {
  return isDeepStrictEqual(valueAfter(text, first), valueAfter(text, second));
}

/** The value of the name that ends here. */
function valueAfter(text: string, name: number): unknown {
  AFTER_NAME.lastIndex = name + 1;
  AFTER_NAME.exec(text);
  const start = AFTER_NAME.lastIndex;
  SCALAR.lastIndex = start;
  const scalar = SCALAR.exec(text)?.[0];
  if (scalar !== undefined) return JSON.parse(scalar);
  const end = text[start] === '"' ? closing(text, start) + 1 : endOfValue(text, start);
  return JSON.parse(text.slice(start, end));
}

/** Between a name and its value. */
const AFTER_NAME = /\s*:\s*/y;
/** A number, or a word. */
const SCALAR = /[\w.+-]+/y;

/** Where a string that starts here ends. */
function closing(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}

/** `"\u0061"` is `a`. */
function unescaped(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
