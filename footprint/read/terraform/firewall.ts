import type { Edge, Peer } from "../../model";
import { isObject } from "../text/value";
import type { Cursor } from "./cursor";
import type { Related, RelatedResource } from "./related";
import { targetOf } from "./target";

/** Ports of a rule: none for every port, one, or a range. */
export type Ports = Pick<Edge, "port" | "endPort" | "protocol">;

/** What a rule of a firewall lets in. */
export interface FirewallRule {
  readonly from: readonly Peer[];
  readonly to: readonly Peer[];
  readonly ports: readonly Ports[];
}

/** Connections that a rule allows. */
export function ruleEdges(policy: string, { from, to, ports }: FirewallRule): Edge[] {
  return from.flatMap((source) =>
    to.flatMap((target) =>
      ports.map((each): Edge => ({ from: source, to: target, ...each, policy, direction: "ingress" })),
    ),
  );
}

const ANYWHERE = /^(?:0\.0\.0\.0\/0|::\/0|\*|any|internet)$/i;

/** An address range, or the internet where it is all addresses. */
export function rangePeer(range: string): Peer {
  if (!ANYWHERE.test(range)) return { kind: "cidr", name: range };
  return { kind: "anyone", name: `internet (${range.includes("/") ? range : "0.0.0.0/0"})` };
}

/** `22`, `8000-8100`, `*` of a protocol; `-1` and `*` are every protocol. */
export function portsOf(text: string | undefined, protocol: string | undefined): Ports {
  const name = /^(?:-1|\*|all)?$/i.test(protocol ?? "")
    ? "any"
    : (NUMBERS[protocol ?? ""] ?? (protocol ?? "").toUpperCase());
  const [, first, last] = /^\s*(\d+)\s*(?:-\s*(\d+))?\s*$/.exec(text ?? "") ?? [];
  const [low, high] = [Number(first), Number(last ?? first)];
  if (first === undefined || (low === 0 && high === 65_535)) return { protocol: name };
  return { port: first, ...(high > low ? { endPort: high } : {}), protocol: name };
}

/** Protocols by their number. */
const NUMBERS: Readonly<Record<string, string>> = { 1: "ICMP", 6: "TCP", 17: "UDP" };

/** Arguments that other resources name firewalls by, and how deep in their blocks. */
const ATTACHED_BY = /security_groups?(?:_ids?)?$/;
const DEEPEST = 4;

/**
 * Names of the things that firewalls of a type are attached to, by the address of the firewall.
 * @param isFirewall true for types that belong to the firewall itself
 */
export function attached(
  related: Related,
  { type, isFirewall }: { readonly type: string; readonly isFirewall: RegExp },
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (related.of(type).length === 0) return found;
  for (const other of related.resources) {
    if (isFirewall.test(other.type)) continue;
    for (const value of valuesBelow(other.raw, 0)) {
      const target = targetOf(value, { type, from: other.address, related });
      if (target === undefined) continue;
      const names = found.get(target.resource.address) ?? [];
      found.set(target.resource.address, [...names, other.address]);
    }
  }
  return found;
}

function valuesBelow(value: unknown, depth: number): unknown[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => valuesBelow(each, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    ATTACHED_BY.test(key) ? [member].flat() : valuesBelow(member, depth + 1),
  );
}

/** A thing by the name that it has in the footprint. */
export function thingPeer(body: Cursor): Peer {
  const name = body.name("name", "identifier", "cluster_identifier") ?? body.at("tags").text("Name");
  return { kind: "workload", name: name ?? body.id };
}

/** Peers behind a firewall: what it is attached to, else the firewall itself. */
export function membersOf(
  { resource, body }: RelatedResource,
  addresses: readonly string[],
  related: Related,
  words: string,
): Peer[] {
  const peers = addresses.flatMap((address) => {
    const found = related.resources.find((each) => each.address === address);
    return found === undefined
      ? []
      : related
          .of(found.type)
          .filter(({ resource: each }) => each.address === address)
          .map((each) => thingPeer(each.body));
  });
  const unique = [...new Map(peers.map((peer) => [peer.name, peer])).values()];
  if (unique.length > 0) return unique;
  return [{ kind: "pods", name: `${words} ${body.name("name", "name_prefix") ?? resource.address}` }];
}
