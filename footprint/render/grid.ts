import type { Paint } from "./paint";
import { displayWidth, wrap } from "./text";

/** Precedes the best cell of a row: the lowest where lower is better, the highest where higher is better. */
export const MARKS: Readonly<Record<Win, string>> = { lowest: "▾", highest: "▴" };

/** Why a cell is the best of its row. */
export type Win = "lowest" | "highest";

/** One paragraph of a cell; it wraps inside the column. */
export interface Paragraph {
  readonly text: string;
  /** @default - as it is */
  readonly style?: keyof Paint;
  /**
   * Columns by which all its lines are indented.
   * @default 0
   */
  readonly indent?: number;
  /**
   * Columns by which the lines after the first are indented further.
   * @default 0
   */
  readonly hang?: number;
}

/** Content of one column of a row. */
export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  /**
   * Marked as the best of its row.
   * @default - not marked
   */
  readonly wins?: Win;
}

/** A label and a cell for each option. */
export interface Row {
  readonly label: Paragraph;
  readonly cells: readonly Cell[];
}

/** A titled group of rows. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Columns of the label and of each cell; a gutter precedes each cell. */
export interface Columns {
  readonly label: number;
  readonly cell: number;
}

/** Width of the space in front of a cell, which contains the mark of the best. */
export const GUTTER = 3;

/** A row as lines, none wider than the columns together. */
export function layRow(row: Row, { label, cell }: Columns, paint: Paint): string[] {
  const columns = [
    { width: label, gutter: "", lines: layParagraphs([row.label], label, paint) },
    ...row.cells.map(({ paragraphs, wins }) => ({
      width: cell,
      gutter: wins === undefined ? " ".repeat(GUTTER) : ` ${paint.green(MARKS[wins])} `,
      lines: layParagraphs(paragraphs, cell, paint),
    })),
  ];
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    columns
      .map(({ width, gutter, lines }, column) => {
        const before = index === 0 || column === 0 ? gutter : " ".repeat(GUTTER);
        const { shown, columns: taken } = lines[index] ?? { shown: "", columns: 0 };
        return before + shown + " ".repeat(width - taken);
      })
      .join("")
      .trimEnd(),
  );
}

/** A section over the whole width: the cells of each row share what the label leaves. */
export function laySection({ title, rows }: Section, label: number, width: number, paint: Paint): string[] {
  return [
    ...layTitle(title, width, paint),
    ...rows.flatMap((row) => layRow(row, { label, cell: shareOf(width - label, row.cells.length) }, paint)),
  ];
}

/** Width of each of several cells in a space, their gutters taken off. */
export function shareOf(space: number, cells: number): number {
  return Math.max(1, Math.floor(space / Math.max(1, cells)) - GUTTER);
}

/** A section's title, with a thin line to the right edge. */
export function layTitle(title: string, width: number, paint: Paint): string[] {
  const texts = wrap(title, width);
  return texts.map((text, index) => {
    const rule = index === texts.length - 1 ? width - displayWidth(text) - 1 : 0;
    return rule > 0 ? `${paint.bold(text)} ${paint.dim("─".repeat(rule))}` : paint.bold(text);
  });
}

/** A cell of one paragraph. */
export function cellOf(text: string, style?: keyof Paint): Cell {
  return { paragraphs: [{ text, style }] };
}

/** A cell with one paragraph a line, or a dim word where there is none. */
export function listCell(paragraphs: readonly Paragraph[], none = "none"): Cell {
  return paragraphs.length === 0 ? cellOf(none, "dim") : { paragraphs };
}

/** Wraps first and paints then, so that no colour counts as width or runs over a column's edge. */
function layParagraphs(paragraphs: readonly Paragraph[], width: number, paint: Paint) {
  return paragraphs.flatMap(({ text, style, hang, indent = 0 }) => {
    const space = " ".repeat(Math.min(indent, width - 1));
    return wrap(text, width - space.length, hang).map((line) => ({
      shown: space + (style === undefined || line === "" ? line : paint[style](line)),
      columns: space.length + displayWidth(line),
    }));
  });
}
