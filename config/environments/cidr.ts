import { isIPv4 } from "node:net";

/** First and last address of a range, as numbers. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 network in CIDR notation; undefined where it is none, or where the address has bits behind the prefix. */
export function parseCidr(text: string): Range | undefined {
  const [address = "", prefix = "", ...rest] = text.split("/");
  if (rest.length > 0 || !isIPv4(address) || !/^(0|[1-9]\d?)$/.test(prefix) || Number(prefix) > 32)
    return undefined;
  const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(prefix));
  return first % size === 0 ? { first, last: first + size - 1 } : undefined;
}

/** Whether two ranges have an address in common; neither where one is no range. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)];
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}
