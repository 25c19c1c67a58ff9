import type { Protocol } from "./protocol";

/** Sorted, disjoint, never adjacent port ranges in one flat list: first, last, first, last. */
export type PortRanges = readonly number[];

/** Ports by protocol. */
type Ports = Readonly<Record<Protocol, PortRanges>>;

/** Connections. Two sets are equal where their ranges are. */
export interface ConnectionSet extends Ports {
  /**
   * What may be in the set, with what certainly is.
   * @default - nothing is undetermined
   */
  readonly maybe?: Ports;
}

/** Protocols in the order of a list. */
export const PROTOCOLS: readonly Protocol[] = ["SCTP", "TCP", "UDP"];

export const FIRST_PORT = 1;
export const LAST_PORT = 65535;

const EVERY_PORT: PortRanges = [FIRST_PORT, LAST_PORT];
export const NO_CONNECTIONS: ConnectionSet = { TCP: [], UDP: [], SCTP: [] };
export const ALL_CONNECTIONS: ConnectionSet = { TCP: EVERY_PORT, UDP: EVERY_PORT, SCTP: EVERY_PORT };

/** Ports of one protocol; without ports, all of them. */
export function portsOf(protocol: Protocol, first = FIRST_PORT, last = LAST_PORT): ConnectionSet {
  return { ...NO_CONNECTIONS, [protocol]: [first, last] };
}

/** Connections that may be in the set: nothing of it is certain. */
export function undetermined(set: ConnectionSet): ConnectionSet {
  return withMaybe(NO_CONNECTIONS, set.maybe ?? set);
}

export function union(left: ConnectionSet, right: ConnectionSet): ConnectionSet {
  const certain = each((protocol) => joined(left[protocol], right[protocol]));
  if (left.maybe === undefined && right.maybe === undefined) return certain;
  const [first, second] = [left.maybe ?? left, right.maybe ?? right];
  return withMaybe(
    certain,
    each((protocol) => joined(first[protocol], second[protocol])),
  );
}

export function intersection(left: ConnectionSet, right: ConnectionSet): ConnectionSet {
  const certain = each((protocol) => common(left[protocol], right[protocol]));
  if (left.maybe === undefined && right.maybe === undefined) return certain;
  const [first, second] = [left.maybe ?? left, right.maybe ?? right];
  return withMaybe(
    certain,
    each((protocol) => common(first[protocol], second[protocol])),
  );
}

export function difference(left: ConnectionSet, right: ConnectionSet): ConnectionSet {
  const most = right.maybe ?? right;
  const certain = each((protocol) => common(left[protocol], complement(most[protocol])));
  if (left.maybe === undefined && right.maybe === undefined) return certain;
  const first = left.maybe ?? left;
  return withMaybe(
    certain,
    each((protocol) => common(first[protocol], complement(right[protocol]))),
  );
}

function withMaybe(certain: Ports, maybe: Ports): ConnectionSet {
  const { TCP, UDP, SCTP } = certain;
  const isCertain = PROTOCOLS.every((protocol) => certain[protocol].join() === maybe[protocol].join());
  return isCertain
    ? { TCP, UDP, SCTP }
    : { TCP, UDP, SCTP, maybe: { TCP: maybe.TCP, UDP: maybe.UDP, SCTP: maybe.SCTP } };
}

export function contains(set: ConnectionSet, protocol: Protocol, port: number): boolean {
  const ranges = set[protocol];
  for (let at = 0; at < ranges.length; at += 2)
    if ((ranges[at] as number) <= port && port <= (ranges[at + 1] as number)) return true;
  return false;
}

/** Text of connections that cannot be determined from what was read. */
export const UNDETERMINED = "Undetermined";

/**
 * `All Connections`, `No Connections`, or protocols and ports: `TCP 80,443,8000-9000,UDP 53`. Where others may be
 * allowed, `Undetermined` follows, or is alone.
 */
export function connectionText(set: ConnectionSet): string {
  const certain = portsText(set);
  if (set.maybe === undefined) return certain;
  return certain === "No Connections" ? UNDETERMINED : `${certain},${UNDETERMINED}`;
}

function portsText(set: Ports): string {
  const parts = PROTOCOLS.filter((protocol) => set[protocol].length > 0).map(
    (protocol) => `${protocol} ${rangesText(set[protocol])}`,
  );
  if (parts.length === 0) return "No Connections";
  return PROTOCOLS.every((protocol) => rangesText(set[protocol]) === "1-65535")
    ? "All Connections"
    : parts.join(",");
}

function rangesText(ranges: PortRanges): string {
  const parts: string[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    parts.push(ranges[at] === ranges[at + 1] ? `${ranges[at]}` : `${ranges[at]}-${ranges[at + 1]}`);
  return parts.join(",");
}

function each(ranges: (protocol: Protocol) => PortRanges): Ports {
  return { TCP: ranges("TCP"), UDP: ranges("UDP"), SCTP: ranges("SCTP") };
}

function joined(left: PortRanges, right: PortRanges): PortRanges {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const out: number[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const takeLeft = j >= right.length || (i < left.length && (left[i] as number) <= (right[j] as number));
    const [first, last] = takeLeft ? [left[i], left[i + 1]] : [right[j], right[j + 1]];
    if (takeLeft) i += 2;
    else j += 2;
    const end = out.length - 1;
    if (end >= 0 && (first as number) <= (out[end] as number) + 1)
      out[end] = Math.max(out[end] as number, last as number);
    else out.push(first as number, last as number);
  }
  return out;
}

function common(left: PortRanges, right: PortRanges): PortRanges {
  const out: number[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const first = Math.max(left[i] as number, right[j] as number);
    const last = Math.min(left[i + 1] as number, right[j + 1] as number);
    if (first <= last) out.push(first, last);
    if ((left[i + 1] as number) < (right[j + 1] as number)) i += 2;
    else j += 2;
  }
  return out;
}

function complement(ranges: PortRanges): PortRanges {
  const out: number[] = [];
  let next = FIRST_PORT;
  for (let at = 0; at < ranges.length; at += 2) {
    if (next < (ranges[at] as number)) out.push(next, (ranges[at] as number) - 1);
    next = (ranges[at + 1] as number) + 1;
  }
  if (next <= LAST_PORT) out.push(next, LAST_PORT);
  return out;
}
