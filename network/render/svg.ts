import { printable } from "../../errors/printable";
import { withSingleAddresses } from "../addresses";
import type { Table } from "./table";

const ROW = 36;
const BOX = 24;
const MARGIN = 16;
/** Columns between the boxes: room for the lines and their labels. */
const GAP = 320;
const CHARACTER = 7.4;

/**
 * A drawing: sources on the left, destinations on the right, a line with its connections for each pair. Texts are
 * real text, and each line has a title that a browser shows.
 */
export function* asSvg({ rows }: Table): Generator<string> {
  const edges = [...rows].map(([src = "", dst = "", ...label]) => ({ src, dst, label: label.join(" ") }));
  const [sources, destinations] = [ends(edges.map(({ src }) => src)), ends(edges.map(({ dst }) => dst))];
  const [left, right] = [widthOf([...sources.keys()]), widthOf([...destinations.keys()])];
  const x = MARGIN + left + GAP;
  const width = x + right + MARGIN;
  const height = Math.max(sources.size, destinations.size, 1) * ROW + MARGIN;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="monospace" font-size="12" role="img">\n`;
  yield "<title>Connections that are allowed</title>\n";
  yield '<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>\n';
  yield '<rect width="100%" height="100%" fill="#fff"/>\n';
  for (const { src, dst, label } of edges) {
    const [from, to] = [middle(sources, src), middle(destinations, dst)];
    const text = escaped(label);
    yield `<g><title>${escaped(src)} to ${escaped(dst)}: ${text}</title>`;
    yield `<line x1="${MARGIN + left}" y1="${from}" x2="${x}" y2="${to}" stroke="#555" marker-end="url(#end)"/>`;
    // Near its source, where lines to one destination are still apart.
    yield `<text x="${MARGIN + left + 8}" y="${Math.round(from + ((to - from) * 8) / GAP) - 4}" fill="#333">${text}</text></g>\n`;
  }
  yield* boxes(sources, MARGIN, left);
  yield* boxes(destinations, x, right);
  yield "</svg>\n";
}

/** Ends with their rows, in the order of their names. */
function ends(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name, index) => [name, index]));
}

function* boxes(names: ReadonlyMap<string, number>, x: number, width: number): Generator<string> {
  for (const [name, row] of names) {
    const y = MARGIN + row * ROW;
    yield `<rect x="${x}" y="${y}" width="${width}" height="${BOX}" rx="4" fill="#eef" stroke="#335"/>`;
    yield `<text x="${x + 8}" y="${y + 16}" fill="#000">${escaped(name)}</text>\n`;
  }
}

function middle(names: ReadonlyMap<string, number>, name: string): number {
  return MARGIN + (names.get(name) ?? 0) * ROW + BOX / 2;
}

function widthOf(names: readonly string[]): number {
  return Math.ceil(Math.max(0, ...names.map((name) => name.length)) * CHARACTER) + 16;
}

function escaped(text: string): string {
  return printable(withSingleAddresses(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
