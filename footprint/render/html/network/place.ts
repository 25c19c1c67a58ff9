/** `source` only opens connections, `target` only takes them, `own` is a workload of the option. */
export type NodeRole = "source" | "own" | "target" | "point";

/** A connection by index of its ends. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Passes over the columns; the order has settled after a few. */
const SWEEPS = 4;

/** Column of each box: sources left, targets right, and between them each workload right of those that call it. */
export function columnsOf(boxes: readonly { readonly role: NodeRole }[], links: readonly Ends[]): number[] {
  const isOwn = (node: number) => boxes[node]?.role === "own";
  const depths = new Map<number, number>();
  // `path` keeps workloads that call each other in a circle from being followed for ever.
  const depth = (node: number, path: readonly number[]): number => {
    const known = depths.get(node);
    if (known !== undefined) return known;
    const callers = links.filter(
      ({ from, to }) => to === node && from !== node && isOwn(from) && !path.includes(from),
    );
    const found = Math.max(-1, ...callers.map(({ from }) => depth(from, [...path, node]))) + 1;
    depths.set(node, found);
    return found;
  };
  const first = boxes.some(({ role }) => role === "source") ? 1 : 0;
  const own = boxes.map((_, node) => (isOwn(node) ? first + depth(node, []) : first - 1));
  const last = Math.max(...own);
  return boxes.map(({ role }, node) => (role === "target" ? last + 1 : Math.max(0, own[node] ?? 0)));
}

/**
 * Row of each node in its column: by the middle of what it is connected to, forth and back over the columns, so
 * that fewer lines cross.
 */
export function rowsOf(columns: readonly number[], links: readonly Ends[]): number[] {
  const rows = columns.map((column, node) => columns.slice(0, node).filter((each) => each === column).length);
  const beside = columns.map((column, node) =>
    links
      .flatMap(({ from, to }) => (to === node ? [from] : from === node ? [to] : []))
      .filter((other) => columns[other] !== column),
  );
  const sizes = new Map<number, number>();
  for (const column of columns) sizes.set(column, (sizes.get(column) ?? 0) + 1);
  // Columns stand in the middle of the picture: a row counts from there.
  const height = (node: number) => (rows[node] ?? 0) - (sizes.get(columns[node] ?? 0) ?? 0) / 2;
  const middle = (node: number) => {
    const others = beside[node] ?? [];
    return others.length === 0
      ? height(node)
      : others.reduce((sum, other) => sum + height(other), 0) / others.length;
  };
  const order = [...sizes.keys()].sort((left, right) => left - right);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of sweep % 2 === 0 ? order : [...order].reverse()) {
      const members = columns.flatMap((each, node) => (each === column ? [node] : []));
      const ranked = members.map((node) => ({ node, at: middle(node), before: rows[node] ?? 0 }));
      ranked.sort((left, right) => left.at - right.at || left.before - right.before);
      ranked.forEach(({ node }, row) => {
        rows[node] = row;
      });
    }
  }
  return rows;
}
