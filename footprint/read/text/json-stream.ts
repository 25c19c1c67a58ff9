/** One value of a text. */
export interface JsonText {
  readonly value: unknown;
  readonly source: string;
  /** Lines before it. */
  readonly line: number;
}

/** Between two values: blanks, and the separators of YAML. */
const BETWEEN = /(?:\s+|---[ \t]*(?=\r?\n|$))*/y;

/**
 * The values of a text with one or several of JSON, as kubectl and jq print them; undefined for another text.
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go
 */
export function jsonStream(text: string): JsonText[] | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return [{ value: whole.value, source: text, line: 0 }];
  const values: JsonText[] = [];
  let line = 0;
  let counted = 0;
  for (let at = after(text, 0); at < text.length; ) {
    const end = endOfValue(text, at);
    const source = text.slice(at, end);
    const found = parsed(source);
    if (found === undefined) return undefined;
    line += text.slice(counted, at).split("\n").length - 1;
    counted = at;
    values.push({ value: found.value, source, line });
    at = after(text, end);
  }
  return values;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function after(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  BETWEEN.exec(text);
  return BETWEEN.lastIndex;
}

/** Where the object or list that starts here ends; the end of the line for another value. */
export function endOfValue(text: string, start: number): number {
  if (!/[{[]/.test(text.charAt(start))) {
    const end = text.indexOf("\n", start);
    return end === -1 ? text.length : end;
  }
  const bracket = /["{}[\]]/g;
  bracket.lastIndex = start;
  let depth = 0;
  for (let found = bracket.exec(text); found !== null; found = bracket.exec(text)) {
    const [char] = found;
    if (char === '"') bracket.lastIndex = endOfString(text, found.index);
    else depth += char === "{" || char === "[" ? 1 : -1;
    if (depth === 0) return bracket.lastIndex;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
