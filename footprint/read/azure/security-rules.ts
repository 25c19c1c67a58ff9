import { BlockList, isIP } from "node:net";
import type { Cursor } from "../terraform/cursor";
import { type Ports, portsOf, rangePeer } from "../terraform/firewall";

/** A rule of a network security group for connections to its members. */
export interface SecurityRule {
  readonly isAllowed: boolean;
  /** 100 to 4096: the lowest number decides. @default - unresolved: the rule denies nothing */
  readonly priority?: number;
  readonly sources: readonly string[];
  readonly ports: readonly Ports[];
  /** True where it is for every source port and every destination of the group. */
  readonly isForAll: boolean;
}

/** What one source may connect to. */
export interface Opening {
  /** An address range, or a service tag. */
  readonly source: string;
  readonly ports: Ports;
}

type Span = readonly [first: number, last: number];

const EVERYTHING = /^(?:\*|any|0\.0\.0\.0\/0|::\/0)$/i;
const INTERNET = /^internet$/i;
const VIRTUAL_NETWORK = "VirtualNetwork";
const LAST_PORT = 65_535;

/** The inbound rule of a block or resource; undefined for an outbound one. */
export function securityRule(body: Cursor): SecurityRule | undefined {
  const [direction, access] = [body.optional("direction"), body.optional("access")?.toLowerCase()];
  if (direction?.toLowerCase() !== "inbound" || (access !== "allow" && access !== "deny")) return undefined;
  const listed = all(body, "destination_port_range", "destination_port_ranges");
  const protocol = body.optional("protocol");
  const priority = Number(body.optional("priority") ?? Number.NaN);
  const others = [
    ...all(body, "source_port_range", "source_port_ranges"),
    ...all(body, "destination_address_prefix", "destination_address_prefixes"),
    ...body.texts("destination_application_security_group_ids"),
  ];
  return {
    isAllowed: access === "allow",
    ...(Number.isNaN(priority) ? {} : { priority }),
    sources: all(body, "source_address_prefix", "source_address_prefixes").filter(
      (each) => !each.includes("${"),
    ),
    ports: (listed.length === 0 ? ["*"] : listed).map((port) => portsOf(port, protocol)),
    isForAll: others.every((each) => EVERYTHING.test(each)),
  };
}

/**
 * What a rule opens after the rules of the same group that deny with a lower number. A denial that covers a part of a
 * source takes nothing away: what may be open counts as open.
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function openings(rule: SecurityRule, group: readonly SecurityRule[]): Opening[] {
  const { priority = Number.NaN } = rule;
  const denials = group.filter(
    (each) => !each.isAllowed && each.isForAll && each.priority !== undefined && each.priority < priority,
  );
  return rule.sources.flatMap((source) => {
    const covering = denials.filter(({ sources }) => sources.some((each) => covers(each, source)));
    const open = left(rule.ports, covering).map((ports) => ({ source, ports }));
    // Without the internet, everything is the virtual network.
    const isNarrowed =
      EVERYTHING.test(source) &&
      covering.some(({ sources }) => !sources.some((each) => EVERYTHING.test(each)));
    if (!isNarrowed) return open;
    const inside = denials.filter(({ sources }) => sources.some((each) => covers(each, VIRTUAL_NETWORK)));
    return [...open, ...left(rule.ports, inside).map((ports) => ({ source: VIRTUAL_NETWORK, ports }))];
  });
}

/** True where a denial of the first leaves nothing of the second that is open to the internet. */
function covers(denied: string, source: string): boolean {
  if (denied.toLowerCase() === source.toLowerCase()) return true;
  if (EVERYTHING.test(denied)) return denied !== "0.0.0.0/0" || !source.includes(":") || source === "::/0";
  if (INTERNET.test(denied)) return rangePeer(source).kind === "anyone";
  const [outer, inner] = [rangeOf(denied), rangeOf(source)];
  if (outer === undefined || inner === undefined || outer.family !== inner.family) return false;
  if (outer.length > inner.length) return false;
  const list = new BlockList();
  list.addSubnet(outer.address, outer.length, outer.family);
  return list.check(inner.address, inner.family);
}

function rangeOf(text: string): { address: string; length: number; family: "ipv4" | "ipv6" } | undefined {
  const [address = "", length] = text.split("/");
  const version = isIP(address);
  if (version === 0) return undefined;
  const most = version === 4 ? 32 : 128;
  const bits = Number(length ?? most);
  return bits >= 0 && bits <= most
    ? { address, length: bits, family: version === 4 ? "ipv4" : "ipv6" }
    : undefined;
}

/** Ports without those that rules deny for all of their protocol. */
function left(ports: readonly Ports[], denials: readonly SecurityRule[]): Ports[] {
  return ports.flatMap((each) => {
    const denied = denials
      .flatMap((denial) => denial.ports)
      .filter(({ protocol }) => protocol === "any" || protocol === each.protocol)
      .map(spanOf);
    const [first, last] = spanOf(each);
    const spans = denied.reduce<Span[]>(
      (open, span) => open.flatMap((one) => minus(one, span)),
      [[first, last]],
    );
    return spans.length === 1 && spans[0]?.[0] === first && spans[0][1] === last
      ? [each]
      : spans.map(([low, high]) => portsOf(`${low}-${high}`, each.protocol === "any" ? "*" : each.protocol));
  });
}

function minus([first, last]: Span, [from, to]: Span): Span[] {
  if (to < first || from > last) return [[first, last]];
  const spans: Span[] = [
    [first, from - 1],
    [to + 1, last],
  ];
  return spans.filter(([low, high]) => low <= high);
}

function spanOf({ port, endPort }: Ports): Span {
  return port === undefined ? [0, LAST_PORT] : [Number(port), endPort ?? Number(port)];
}

function all(body: Cursor, one: string, several: string): string[] {
  return [body.optional(one) ?? [], ...body.texts(several)].flat().filter((each) => !each.includes("${"));
}
