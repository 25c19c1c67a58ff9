/** A name that an object has a second time, and where. */
export interface RepeatedName {
  readonly name: string;
  readonly at: number;
}

/**
 * Finds the first name that an object of a text has twice. Every reader of JSON takes the last of them, without a word;
 * Terraform takes both.
 * @param text JSON
 * @see https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function repeatedName(text: string): RepeatedName | undefined {
  /** Names of the objects that are open; nothing for a list. */
  const open: (Set<string> | undefined)[] = [];
  let names: Set<string> | undefined;
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = closing(text, at);
      if (isName && names !== undefined) {
        const name = unescaped(text.slice(at, end + 1));
        if (names.has(name)) return { name, at };
        names.add(name);
        isName = false;
      }
      at = end;
    } else if (char === "{" || char === "[") {
      open.push(names);
      names = char === "{" ? new Set() : undefined;
      isName = char === "{";
    } else if (char === "}" || char === "]") {
      names = open.pop();
      isName = false;
    } else if (char === ",") isName = true;
  }
  return undefined;
}

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
