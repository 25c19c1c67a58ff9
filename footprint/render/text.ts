import { stripVTControlCharacters } from "node:util";

/** Made for the first text that needs it: its rules take longer to load than a table to print. */
let segmenter: Intl.Segmenter | undefined;
/** Printable ASCII and the signs of the tables themselves: each takes one column, and nothing joins them. */
const PLAIN = /^[\x20-\x7e\u00b7\u00d7\u2013\u2014\u2500\u2026\u2264\u2265\u25b4\u25be]*$/;
const NO_COLUMN = /^[\p{Mark}\p{Format}]+$/u;
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
/** East Asian wide and fullwidth ranges, and emoji, take two columns. */
const TWO_COLUMNS =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** A word too long for its column is broken after one of these where it can be. */
const BREAK_AFTER = /[-/.:,@=]$/;

/** Text of a foreign document made safe for a terminal: one line, no escape sequences, no direction tricks. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(BIDI_CONTROLS, "")
    .replace(/\p{Control}+/gu, " ");
}

/**
 * Columns that a text takes in a terminal.
 *
 * Written here because `string-width` is an ES module only: CommonJS cannot load it on every Node 20, and
 * neither Jest nor TypeScript's `node16` lets it be required.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/**
 * Breaks a text into lines of at most `width` columns, between words, or inside a word that fits no line.
 *
 * @param hang columns by which every line after the first is moved in
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  const indent = " ".repeat(Math.min(hang, Math.max(0, width - 1)));
  const lines: string[] = [];
  let line = "";
  const flush = () => {
    lines.push(line);
    line = indent;
  };
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const isEmpty = line.trim() === "";
    const joined = isEmpty ? line + word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (!isEmpty) flush();
    for (const piece of pieces(word, Math.max(1, width - indent.length))) {
      if (line.trim() !== "") flush();
      line += piece;
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line];
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  for (const grapheme of graphemes(word)) {
    if (piece !== "" && displayWidth(piece + grapheme) > width) {
      const kept = breakPoint(piece);
      found.push(piece.slice(0, kept));
      piece = piece.slice(kept);
    }
    piece += grapheme;
  }
  return [...found, piece];
}

/** After the last separator of the piece's second half, else at its end. */
function breakPoint(piece: string): number {
  for (let end = piece.length; end > piece.length / 2; end -= 1) {
    if (BREAK_AFTER.test(piece.slice(0, end))) return end;
  }
  return piece.length;
}

function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (NO_COLUMN.test(grapheme)) return 0;
  return TWO_COLUMNS.test(grapheme) ? 2 : 1;
}
