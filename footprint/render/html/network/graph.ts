import type { Connection } from "../../../figures/reach";
import { columnsOf, type NodeRole, rowsOf } from "./place";

/** A box of the picture, or a point that a long connection passes. */
export interface GraphNode {
  /** Empty for a point. */
  readonly name: string;
  readonly role: NodeRole;
  /** Ports on which others reach it. */
  readonly ports: readonly string[];
  /** Column, from the left. */
  readonly column: number;
  /** Place in the column, from the top. */
  readonly row: number;
}

/** A stretch of a connection between neighbouring columns, by index of its ends. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
  /** The box that opens the connection. */
  readonly source: number;
}

/** Boxes in columns, so that connections run from left to right wherever they can. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly columns: number;
  /** Boxes of the fullest column. */
  readonly rows: number;
}

type Box = Pick<GraphNode, "name" | "role"> & { readonly ports: Set<string> };

/** Arranges connections in columns: callers from the internet, then workloads after their callers, then what they reach. */
export function layGraph(connections: readonly Connection[], workloads: readonly string[]): Graph {
  const own = new Set(workloads);
  const boxes: Box[] = [];
  const box = (role: NodeRole, name: string): number => {
    const found = boxes.findIndex((each) => each.role === role && each.name === name);
    return found >= 0 ? found : boxes.push({ role, name, ports: new Set() }) - 1;
  };
  const ends = connections.flatMap(({ from, to, ports }) => {
    const source = box(own.has(from) ? "own" : "source", from);
    return targets(to, own).map((name) => {
      const target = box(own.has(name) ? "own" : "target", name);
      for (const port of ports) boxes[target]?.ports.add(port);
      return { from: source, to: target };
    });
  });
  const { columns, links } = stretch(columnsOf(boxes, ends), ends);
  const rows = rowsOf(columns, links);
  return {
    nodes: columns.map((column, index) => {
      const { name, role, ports } = boxes[index] ?? { name: "", role: "point" as const, ports: [] };
      return { name, role, ports: [...ports], column, row: rows[index] ?? 0 };
    }),
    links,
    columns: Math.max(0, ...columns) + 1,
    rows: Math.max(0, ...rows) + 1,
  };
}

/** A service may have several workloads behind it; their names are then joined by a comma. */
function targets(to: string, own: ReadonlySet<string>): string[] {
  const names = to.split(", ");
  return names.every((name) => own.has(name)) ? names : [to];
}

/**
 * Leads connections that skip a column through a point in it, so that they do not run behind a box. All of one
 * source share the point.
 */
function stretch(boxColumns: readonly number[], ends: readonly { from: number; to: number }[]) {
  const columns = [...boxColumns];
  const points = new Map<string, number>();
  const links = new Map<string, GraphLink>();
  for (const { from, to } of ends) {
    const [first = 0, last = 0] = [columns[from], columns[to]];
    let at = from;
    for (let column = first + 1; column < last; column += 1) {
      const key = `${from} ${column}`;
      const point = points.get(key) ?? columns.push(column) - 1;
      points.set(key, point);
      links.set(`${at} ${point}`, { from: at, to: point, source: from });
      at = point;
    }
    links.set(`${at} ${to}`, { from: at, to, source: from });
  }
  return { columns, links: [...links.values()] };
}
