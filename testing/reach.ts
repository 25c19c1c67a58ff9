import { explain } from "../network";
import { type AddressRange, includes, parseCidr, pieces, rangeText } from "../network/addresses";
import { type ConnectionSet, connectionText, difference, PROTOCOLS } from "../network/connection-set";
import { numberedConnections, UNDETERMINED_SET } from "../network/connections";
import { endpointOf } from "../network/endpoints";
import type { Engine } from "../network/evaluate/engine";
import { engineOf } from "../network/evaluate/engine-of";
import { relation } from "../network/evaluate/places";
import { ALL, NONE } from "../network/interned-sets";
import type { ClusterModel } from "../network/model";
import { podTermText } from "../network/policy";
import { ruleText } from "../network/rule-text";
import { MatcherError } from "./read";

/** The other end of connections that policies allow. */
export interface Reached {
  /** `shop/db[StatefulSet]`, `10.0.0.0-10.255.255.255`, `pods app=db in namespace data`. */
  readonly name: string;
  /** Undefined where a policy that is not evaluated decides. */
  readonly ports: ConnectionSet | undefined;
  readonly range?: AddressRange;
  /** The policy and rule that allow it, where one does. */
  readonly by?: string;
}

/** Who a workload reaches, or who reaches it: what is in the input, addresses, and pods that are elsewhere. */
export function reachOf(
  model: ClusterModel,
  name: string,
  direction: "egress" | "ingress",
  side: "both" | "own" = "both",
): Reached[] {
  const engine = engineOf(model);
  const end = endpointOf(engine, name);
  if (!("classes" in end)) throw new MatcherError(`'${name}' is an address; name a workload`);
  const found: Reached[] = side === "own" ? ownSide(engine, end.name, direction) : [];
  for (const { src, dst, allowed } of numberedConnections(engine)) {
    const [own, other] = direction === "egress" ? [src, dst] : [dst, src];
    if (own !== end.name) continue;
    const range = rangeOf(other);
    if (side === "both" || range !== undefined)
      found.push({ name: other, range, ports: setOf(engine, allowed) });
  }
  return [...found, ...elsewhere(engine, end.name, direction)];
}

/** What a workload's own policies allow with the other workloads, whatever theirs say. */
function ownSide(engine: Engine, name: string, direction: "egress" | "ingress"): Reached[] {
  const own = engine.workloads.find((each) => each.name === name);
  return engine.workloads.flatMap((other) => {
    const sets = (own?.classes ?? []).flatMap((pods) =>
      other.classes.map((peer) =>
        engine.isUndetermined(pods) ? UNDETERMINED_SET : (engine.row(direction, pods)?.[peer.index] ?? ALL),
      ),
    );
    const open = sets.filter((each) => each !== NONE);
    const isTogether = relation(own?.workload.place, other.workload.place) === "together";
    if (other === own || open.length === 0 || !isTogether) return [];
    const isOpen = open.includes(UNDETERMINED_SET);
    const all = open.reduce((sum, each) => (isOpen ? sum : engine.sets.union(sum, each)), NONE as number);
    return [{ name: other.name, ports: isOpen ? undefined : engine.sets.set(all) }];
  });
}

/** Ranges that several peers cover together, cut where a peer begins or ends. */
export function cutBy(reached: readonly Reached[], expected: readonly ExpectedPeer[]): Reached[] {
  const ranges = expected.flatMap(({ range }) => range ?? []);
  return reached.flatMap((each) =>
    each.range === undefined
      ? [each]
      : pieces(each.range, ranges).map((range) => ({ ...each, range, name: rangeText(range) })),
  );
}

/** Pods that rules name and the input does not have. */
function elsewhere(engine: Engine, name: string, direction: "egress" | "ingress"): Reached[] {
  const workload = engine.workloads.find((each) => each.name === name);
  const policies = new Set((workload?.classes ?? []).flatMap((pods) => engine.policiesOf(direction, pods)));
  return [...policies].flatMap((policy) =>
    (policy[direction] ?? [])
      .filter(({ action }) => action === "Accept")
      .flatMap((rule) =>
        rule.pods
          .filter((term) => engine.classes.select(term).length === 0)
          .map((term) => ({
            name: podTermText(term).replace(
              /namespaces kubernetes\.io\/metadata\.name=([\w.-]+)$/,
              "namespace $1",
            ),
            ports: rule.ports,
            by: `${policy.name}, ${direction} rule ${rule.index + 1}: ${ruleText(rule, direction)}`,
          })),
      ),
  );
}

/** Undefined also where more may be allowed than is certain. */
function setOf({ sets }: Engine, allowed: number): ConnectionSet | undefined {
  const set = allowed === UNDETERMINED_SET ? undefined : sets.set(allowed);
  return set?.maybe === undefined ? set : undefined;
}

function rangeOf(name: string): AddressRange | undefined {
  const [first = "", last = ""] = name.split("-");
  const [from, to] = [
    parseCidr(`${first}/${first.includes(":") ? 128 : 32}`),
    parseCidr(`${last}/${last.includes(":") ? 128 : 32}`),
  ];
  if (from === undefined || to === undefined) return undefined;
  return { family: from.family, first: from.first, last: to.last };
}

/** A peer that a test expects: a name or a range, and the ports; without ports any. */
export interface ExpectedPeer {
  readonly text: string;
  readonly name: string;
  readonly range?: AddressRange;
  readonly ports?: ConnectionSet;
}

/**
 * A peer as tests write it: `shop/db`, `shop/db:5432`, `10.0.0.0/8:443`, `pods app=db in namespace data:UDP 53`.
 * @throws MatcherError for ports that are none
 */
export function peerOf(text: string): ExpectedPeer {
  const [, name = text, written] = /^(.*?):((?:(?:TCP|UDP|SCTP) )?\d[\d,\- TCPUDS]*)$/.exec(text) ?? [];
  const range = parseCidr(name) ?? (/^[\d.]+$/.test(name) ? parseCidr(`${name}/32`) : undefined);
  return {
    text,
    name,
    range: range && { family: range.family, first: range.first, last: range.last },
    ports: written === undefined ? undefined : portsIn(written, text),
  };
}

function portsIn(written: string, text: string): ConnectionSet {
  const sets: Record<string, number[]> = { TCP: [], UDP: [], SCTP: [] };
  let protocol = "TCP";
  for (const part of written.split(",")) {
    const [, named, first, last = first] = /^\s*(?:(TCP|UDP|SCTP) )?(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (first === undefined)
      throw new MatcherError(
        `'${text}' has no ports that can be read; write them as 80,443,8000-9000 or UDP 53`,
      );
    protocol = named ?? protocol;
    sets[protocol]?.push(Number(first), Number(last));
  }
  return sets as unknown as ConnectionSet;
}

/** True where an expected peer is the other end. */
export function isPeer(expected: ExpectedPeer, { name, range }: Reached): boolean {
  if (range !== undefined && expected.range !== undefined) return includes(expected.range, range);
  return (
    expected.name === name ||
    name === `${expected.name}[${/\[(\w+)\]$/.exec(name)?.[1]}]` ||
    name.replace(/^[^/]+\//, "").replace(/\[\w+\]$/, "") === expected.name
  );
}

/** Ports beyond what some peers expect; undefined where there are none. */
export function beyond({ ports }: Reached, expected: readonly ExpectedPeer[]): string | undefined {
  if (expected.length === 0 || expected.some((each) => each.ports === undefined))
    return expected.length === 0 ? portsText(ports) : undefined;
  if (ports === undefined) return portsText(ports);
  const left = expected.reduce((rest, each) => difference(rest, each.ports as ConnectionSet), ports);
  return PROTOCOLS.every((protocol) => left[protocol].length === 0) ? undefined : connectionText(left);
}

function portsText(ports: ConnectionSet | undefined): string {
  return ports === undefined ? "undetermined" : connectionText(ports);
}

/** The rule that allows connections to or from a workload of the input or an address. */
export function allowedBy(
  model: ClusterModel,
  own: string,
  { name, range, ports, by }: Reached,
  direction: "egress" | "ingress",
): string | undefined {
  if (by !== undefined) return by;
  const protocol = PROTOCOLS.find((each) => (ports?.[each].length ?? 0) > 0);
  const port = protocol === undefined ? undefined : ports?.[protocol][0];
  if (protocol === undefined || port === undefined) return undefined;
  const other = range === undefined ? name : (rangeText(range).split("-")[0] as string);
  const [from, to] = direction === "egress" ? [own, other] : [other, own];
  const decision = explain(model, from, to, port, protocol).decisions.find(({ side }) => side === direction);
  return decision?.text;
}
