import { printable } from "../../errors/printable";

/** Made for the first text that needs it: its rules take longer to load than a table to print. */
let segmenter: Intl.Segmenter | undefined;
/** Printable ASCII and the signs of the tables themselves: each takes one column, and nothing joins them. */
const PLAIN = /^[\x20-\x7e\u00b7\u00d7\u2013\u2014\u2500\u2026\u2264\u2265\u25b4\u25be]*$/;
/** Of these, each character is a grapheme: no need of the slow segmenter. */
const SEPARATE =
  /^[\x20-\x7e\u00a1-\u02ff\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]*$/;
const NO_COLUMN = /^[\p{Mark}\p{Format}]+$/u;
/** East Asian wide and fullwidth ranges, and emoji, take two columns. */
const TWO_COLUMNS =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** A word too long for its column is broken after one of these where it can be. */
const BREAK_AFTER = new Set("-/.:,@=");

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
 * Makes a text printable and breaks it into lines of at most `width` columns, between words, or inside a word that
 * fits no line. Takes linear time.
 *
 * @param hang columns by which every line after the first is indented
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  const indent = " ".repeat(Math.min(hang, Math.max(0, width - 1)));
  const lines: string[] = [];
  let line: Piece = { text: "", columns: 0 };
  let isEmpty = true;
  const append = ({ text: more, columns }: Piece) => {
    line = { text: line.text + more, columns: line.columns + columns };
    isEmpty = false;
  };
  const flush = () => {
    lines.push(line.text);
    line = { text: indent, columns: indent.length };
    isEmpty = true;
  };
  for (const word of printable(text)
    .split(" ")
    .filter((each) => each !== "")) {
    const columns = displayWidth(word);
    const space = isEmpty ? "" : " ";
    if (line.columns + space.length + columns <= width) {
      append({ text: space + word, columns: space.length + columns });
      continue;
    }
    if (!isEmpty) flush();
    for (const piece of pieces(word, columns, Math.max(1, width - indent.length))) {
      if (!isEmpty) flush();
      append(piece);
    }
  }
  return isEmpty && lines.length > 0 ? lines : [...lines, line.text];
}

/** Part of a line, with the columns that it takes. */
interface Piece {
  readonly text: string;
  readonly columns: number;
}

function pieces(word: string, columns: number, width: number): Piece[] {
  if (columns <= width) return [{ text: word, columns }];
  const found: Piece[] = [];
  let piece: Piece[] = [];
  let taken = 0;
  for (const grapheme of graphemes(word)) {
    const next = { text: grapheme, columns: graphemeWidth(grapheme) };
    if (piece.length > 0 && taken + next.columns > width) {
      const end = breakPoint(piece);
      found.push(joined(piece.slice(0, end)));
      piece = piece.slice(end);
      taken = joined(piece).columns;
    }
    piece.push(next);
    taken += next.columns;
  }
  return [...found, joined(piece)];
}

function joined(parts: readonly Piece[]): Piece {
  return {
    text: parts.map(({ text }) => text).join(""),
    columns: parts.reduce((sum, { columns }) => sum + columns, 0),
  };
}

/** After the last separator of the piece's second half, else at its end. */
function breakPoint(piece: readonly Piece[]): number {
  for (let end = piece.length; end > piece.length / 2; end -= 1) {
    if (BREAK_AFTER.has(piece[end - 1]?.text ?? "")) return end;
  }
  return piece.length;
}

function graphemes(text: string): string[] {
  if (PLAIN.test(text) || SEPARATE.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (NO_COLUMN.test(grapheme)) return 0;
  return TWO_COLUMNS.test(grapheme) ? 2 : 1;
}
