import { WORDS } from "./words";

/** What a text is read as: docs and output as `text`; code as `source`, with its comments and identifiers. */
export type TextKind = "text" | "source";

const PATTERNS = WORDS.map(({ not, but, only }) => ({
  pattern: new RegExp(`\\b(?:${not})\\b`, "gi"),
  but,
  only,
}));

/** Breaks of lines with what starts the next one in a comment, a list or a table. */
const LINE_BREAK = /\s*\n\s*(?:\*(?!\/)|\/\/+|#+|>)?\s*/g;

/** Words of a text that are not to be used, each with what is around it and what to write instead. */
export function findWords(text: string, kind: TextKind): string[] {
  const plain = text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .replace(LINE_BREAK, " ");
  return PATTERNS.flatMap(({ pattern, but, only }) =>
    only === "text" && kind === "source"
      ? []
      : [...plain.matchAll(pattern)].map(({ index, 0: found }) => {
          const around = plain.slice(Math.max(0, index - 40), index + found.length + 30);
          return `"${found}" in "${around}": write ${but}`;
        }),
  );
}

/** A source file without what it quotes from reviews: the words, section, document and unit of a claim or alert. */
export function withoutReviewQuotes(source: string): string {
  return source
    .replace(/\b(words|section|stated|file|unit):\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/g, "$1")
    .replace(/\bsource\((?:"[^"]*",?\s*){3}\)/g, "source()");
}

/** A page without what it quotes: text in double quotes, and code within a line. */
export function withoutQuotes(page: string): string {
  return page.replace(/"[^"\n]*"/g, '""').replace(/(?<!`)`[^`\n]+`(?!`)/g, "``");
}
