/** A run of addresses of one family, both ends included. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** A range in CIDR notation. */
export interface Cidr extends AddressRange {
  /** True where the address has no bits after the prefix. */
  readonly canonical: boolean;
}

/** Every address of a family. */
export const WHOLE: Readonly<Record<4 | 6, AddressRange>> = {
  4: { family: 4, first: 0n, last: (1n << 32n) - 1n },
  6: { family: 6, first: 0n, last: (1n << 128n) - 1n },
};

const BITS = { 4: 32, 6: 128 } as const;
/** `::ffff:0:0/96`, IPv4 addresses in IPv6 notation: it is not clear which family is meant. */
const MAPPED = 0xffffn;

/** A CIDR such as `10.0.0.0/8` or `fd00::/8`; undefined where the text is not one. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = "", digits = ""] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const parsed = parseAddress(address);
  const length = Number(digits);
  if (parsed === undefined || digits === "" || length > BITS[parsed.family]) return undefined;
  const { family, value } = parsed;
  const host = (1n << BigInt(BITS[family] - length)) - 1n;
  return { family, first: value & ~host, last: value | host, canonical: (value & host) === 0n };
}

/** An address of either family; undefined where the text is not one. */
export function parseAddress(text: string): { family: 4 | 6; value: bigint } | undefined {
  const value = text.includes(":") ? ipv6(text) : ipv4(text);
  return value === undefined ? undefined : { family: text.includes(":") ? 6 : 4, value };
}

/** `first-last`. */
export function rangeText({ family, first, last }: AddressRange): string {
  return `${addressText(family, first)}-${addressText(family, last)}`;
}

/** A text for people: a range of one address, `10.0.0.1-10.0.0.1`, is that address. */
export function withSingleAddresses(text: string): string {
  return text.replace(/(?<![\da-f.:-])([\da-f.:]+)-\1(?![\da-f.:-])/gi, (range, address: string) =>
    parseAddress(address) === undefined ? range : address,
  );
}

export function addressText(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  const text = groups.join(":");
  // RFC 5952: the longest run of zeros, the first of equals, and never a single one.
  const runs = [...text.matchAll(/(?<![\da-f])0(?::0)+(?![\da-f])/g)];
  const [longest] = runs.sort((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return text;
  const [before, after] = [text.slice(0, longest.index), text.slice(longest.index + longest[0].length)];
  return `${before.replace(/:$/, "")}::${after.replace(/^:/, "")}`;
}

/** The range of a CIDR or of one address. */
export function rangeOf(text: string): AddressRange | undefined {
  const cidr = parseCidr(text);
  if (cidr !== undefined) return { family: cidr.family, first: cidr.first, last: cidr.last };
  const address = parseAddress(text);
  return address && { family: address.family, first: address.value, last: address.value };
}

/** What is left of a range without others. */
export function without(range: AddressRange, others: readonly AddressRange[]): AddressRange[] {
  const left: AddressRange[] = [];
  let next = range.first;
  for (const { first, last } of sorted(others.filter(({ family }) => family === range.family))) {
    if (last < next || first > range.last) continue;
    if (next < first) left.push({ family: range.family, first: next, last: first - 1n });
    next = last + 1n;
  }
  if (next <= range.last) left.push({ family: range.family, first: next, last: range.last });
  return left;
}

/** A range cut at the ends of others that are in it. */
export function pieces(whole: AddressRange, others: readonly AddressRange[]): AddressRange[] {
  const starts = new Set([whole.first]);
  for (const { family, first, last } of others) {
    if (family !== whole.family) continue;
    for (const start of [first, last + 1n]) if (whole.first < start && start <= whole.last) starts.add(start);
  }
  const sorted = [...starts].sort((a, b) => (a < b ? -1 : Number(a > b)));
  return sorted.map((first, index) => ({
    family: whole.family,
    first,
    last: index + 1 < sorted.length ? (sorted[index + 1] as bigint) - 1n : whole.last,
  }));
}

/** True where every address of the second range is in the first. */
export function includes(range: AddressRange, other: AddressRange): boolean {
  return range.family === other.family && range.first <= other.first && other.last <= range.last;
}

function sorted(ranges: readonly AddressRange[]): AddressRange[] {
  return [...ranges].sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)));
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split(".");
  // A leading zero makes a number octal to some programs and decimal to others.
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = groupsOf(head, tail === undefined);
  const after = tail === undefined ? [] : groupsOf(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<bigint>(tail === undefined ? 0 : missing).fill(0n), ...after];
  const value = groups.reduce((sum, group) => (sum << 16n) | group, 0n);
  return value >> 32n === MAPPED ? undefined : value;
}

/** Groups of 16 bits; the last two may be an IPv4 address. */
function groupsOf(text: string, isLast: boolean): bigint[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    const embedded = isLast && index === parts.length - 1 && part.includes(".") ? ipv4(part) : undefined;
    if (embedded !== undefined) groups.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

/** Addresses of private networks: RFC 1918 and RFC 6598. */
export const PRIVATE: readonly AddressRange[] = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "172.16.0.0/12",
  "192.168.0.0/16",
].flatMap((text) => rangeOf(text) ?? []);
