import { type Html, html } from "../markup";
import type { Graph, GraphNode } from "./graph";

const BOX = { width: 196, height: 42 };
const GAP = { x: 72, y: 14 };
const MARGIN = 4;
/** Characters of a name that a box has room for. */
const LETTERS = 24;
const ARROW = 6;
/** Hues by source of a connection. */
const HUES = 6;

/** Texts of a picture for screen readers. */
export interface PictureText {
  /** Unique in the document. */
  readonly anchor: string;
  readonly title: string;
  readonly description: string;
}

/** Draws a graph as SVG. Each connection is a curve from the right edge of one box to the left edge of the other. */
export function picture(graph: Graph, { anchor, title, description }: PictureText): Html {
  const { nodes, links, columns, rows } = graph;
  const width = columns * BOX.width + (columns - 1) * GAP.x + 2 * MARGIN;
  const height = rows * (BOX.height + GAP.y) - GAP.y + 2 * MARGIN;
  return html`<svg class="network" role="img" aria-labelledby="${anchor}-title" aria-describedby="${anchor}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${anchor}-title">${title}</title><desc id="${anchor}-desc">${description}</desc>
${links.map((_, index) => curve(graph, index))}${nodes.map((node) => box(node, graph))}</svg>`;
}

function box(node: GraphNode, graph: Graph): Html | undefined {
  if (node.role === "point") return undefined;
  const { x, y } = corner(node, graph);
  const ports = node.ports.length === 0 ? "" : `:${node.ports.join(", ")}`;
  const middle = x + BOX.width / 2;
  return html`<g class="${node.role}"><title>${node.name}${ports}</title><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="7"/><text x="${middle}" y="${y + (ports === "" ? 26 : 18)}">${cut(node.name)}</text>${
    ports !== "" && html`<text class="ports" x="${middle}" y="${y + 33}">${cut(ports)}</text>`
  }</g>
`;
}

function curve(graph: Graph, index: number): Html | undefined {
  const link = graph.links[index];
  if (link === undefined) return undefined;
  const [from, to] = [graph.nodes[link.from], graph.nodes[link.to]];
  if (from === undefined || to === undefined) return undefined;
  const hue = `hue${link.source % HUES}`;
  const isPassing = to.role === "point";
  const start = { x: corner(from, graph).x + BOX.width, y: side(graph, index, "from") };
  const end = { x: corner(to, graph).x - (isPassing ? 0 : ARROW), y: side(graph, index, "to") };
  // A connection back to the left, or inside a column, swings wide.
  const reach = end.x > start.x ? (end.x - start.x) / 2 : GAP.x;
  const onwards = isPassing ? `H${end.x + BOX.width}` : "";
  return html`<path class="link ${hue}" d="M${start.x} ${start.y}C${start.x + reach} ${start.y} ${end.x - reach} ${end.y} ${end.x} ${end.y}${onwards}"/>${
    !isPassing && html`<path class="head ${hue}" d="M${end.x} ${end.y - 4}l${ARROW} 4l-${ARROW} 4z"/>`
  }
`;
}

/** Where a connection touches its box: those of one box are spread over its side, in the order of their other ends. */
function side({ nodes, links, ...graph }: Graph, index: number, end: "from" | "to"): number {
  const other = end === "from" ? "to" : "from";
  const node = links[index]?.[end] ?? 0;
  // What passes a point is one line.
  if (nodes[node]?.role === "point") return middle(nodes[node], { nodes, links, ...graph });
  const beside = links
    .map((link, place) => ({
      place,
      node: link[end],
      row: middle(nodes[link[other]], { nodes, links, ...graph }),
    }))
    .filter((each) => each.node === node)
    .sort((left, right) => left.row - right.row || left.place - right.place);
  const place = beside.findIndex((each) => each.place === index);
  const step = Math.min(8, (BOX.height - 12) / beside.length);
  return round(middle(nodes[node], { nodes, links, ...graph }) + (place - (beside.length - 1) / 2) * step);
}

function middle(node: GraphNode | undefined, graph: Graph): number {
  return node === undefined ? 0 : corner(node, graph).y + BOX.height / 2;
}

/** Columns with fewer boxes stand in the middle of the picture's height. */
function corner({ column, row }: GraphNode, { nodes, rows }: Graph): { x: number; y: number } {
  const members = nodes.filter((node) => node.column === column).length;
  const above = ((rows - members) * (BOX.height + GAP.y)) / 2;
  return {
    x: MARGIN + column * (BOX.width + GAP.x),
    y: round(MARGIN + above + row * (BOX.height + GAP.y)),
  };
}

/** A long name without its middle: names differ mostly at their ends. */
function cut(text: string): string {
  const letters = [...text];
  if (letters.length <= LETTERS) return text;
  const half = Math.floor((LETTERS - 1) / 2);
  return `${letters.slice(0, half).join("")}…${letters.slice(-half).join("")}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
