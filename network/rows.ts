import { type AddressRange, parseAddress, pieces, rangeText } from "./addresses";
import { type Connection, connections } from "./connections";
import type { ClusterModel } from "./model";

/** A connection whose address range, if it has one, is known as numbers. */
export interface Row extends Connection {
  /** @default - both ends are pods */
  readonly range?: AddressRange;
}

/** The list of a model. */
export function rowsOf(model: ClusterModel): Row[] {
  return [...connections(model)].map((row) => ({ ...row, range: rangeIn(row.src) ?? rangeIn(row.dst) }));
}

/** Two lists whose address ranges end at the same places, for each workload and direction. */
export function cutAt(left: readonly Row[], right: readonly Row[]): [Row[], Row[]] {
  const ranges = new Map<string, AddressRange[]>();
  for (const row of [...left, ...right]) {
    if (row.range === undefined) continue;
    const list = ranges.get(workloadKey(row)) ?? [];
    list.push(row.range);
    ranges.set(workloadKey(row), list);
  }
  const cut = (rows: readonly Row[]) =>
    rows.flatMap((row) => pieceRows(row, ranges.get(workloadKey(row)) ?? []));
  return [cut(left), cut(right)];
}

function pieceRows(row: Row, others: readonly AddressRange[]): Row[] {
  const { range } = row;
  if (range === undefined) return [row];
  return pieces(range, others).map((piece) => ({
    ...row,
    range: piece,
    ...(rangeIn(row.src) === undefined ? { dst: rangeText(piece) } : { src: rangeText(piece) }),
  }));
}

function workloadKey({ src, dst, range }: Row): string {
  return range !== undefined && rangeIn(src) !== undefined ? `in ${dst}` : `out ${src}`;
}

function rangeIn(text: string): AddressRange | undefined {
  const [first, last, ...more] = text.split("-").map(parseAddress);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return { family: first.family, first: first.value, last: last.value };
}
