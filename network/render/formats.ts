import { printable } from "../../errors/printable";
import { csvLine } from "../../footprint/render/csv/line";
import { escapeMarkdown } from "../../footprint/render/markdown/escape";
import { displayWidth } from "../../footprint/render/text";
import { withSingleAddresses } from "../addresses";
import { asSvg } from "./svg";
import type { Table } from "./table";

/** A table as parts of a text, so that millions of rows need no memory. */
type Render = (table: Table) => Iterable<string>;

/** Every output format of `weighbridge network`; the first is the default. */
export const NETWORK_FORMATS: Readonly<Record<string, Render>> = {
  table: aligned,
  json: asJson,
  csv: asCsv,
  markdown: asMarkdown,
  dot: asDot,
  svg: asSvg,
};

function* aligned({ columns, rows }: Table): Generator<string> {
  const lines = [columns, ...rows].map((row) => row.map((cell) => printable(withSingleAddresses(cell))));
  const widths = columns.map((_, column) =>
    lines.reduce((most, line) => Math.max(most, displayWidth(line[column] ?? "")), 0),
  );
  for (const line of lines) {
    const cells = line.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)));
    yield `${cells.join("  ").trimEnd()}\n`;
  }
}

/** One object a line, in one list. */
function* asJson({ columns, rows }: Table): Generator<string> {
  const texts = new Map<string, string>();
  // A list of millions of lines has few different texts.
  const json = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const quoted = JSON.stringify(text);
    texts.set(text, quoted);
    return quoted;
  };
  const keys = columns.map((column, index) => `${index === 0 ? "{" : ","}${JSON.stringify(column)}:`);
  let before = "[\n";
  for (const row of rows) {
    let line = before;
    for (let index = 0; index < keys.length; index += 1) line += `${keys[index]}${json(row[index] ?? "")}`;
    yield `${line}}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function* asCsv({ columns, rows }: Table): Generator<string> {
  yield csvLine(columns);
  for (const row of rows) yield csvLine(row);
}

function* asMarkdown({ columns, rows }: Table): Generator<string> {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |\n`;
  yield line(columns);
  yield `|${columns.map(() => " --- |").join("")}\n`;
  for (const row of rows) yield line(row.map(withSingleAddresses));
}

/** A graph for Graphviz: the first two columns are its ends, the others its label. */
function* asDot({ rows }: Table): Generator<string> {
  yield "digraph network {\n  rankdir=LR;\n  node [shape=box];\n";
  for (const [src = "", dst = "", ...label] of rows)
    yield `  ${quoted(src)} -> ${quoted(dst)} [label=${quoted(label.join(" "))}];\n`;
  yield "}\n";
}

function quoted(text: string): string {
  return `"${printable(withSingleAddresses(text)).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
