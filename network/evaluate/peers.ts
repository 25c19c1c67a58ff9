import { type AddressRange, pieces, WHOLE } from "../addresses";
import { type ConnectionSet, portsOf, undetermined, union } from "../connection-set";
import { type InternedSets, NONE } from "../interned-sets";
import type { NamedContainerPort, Protocol } from "../model";
import type { Policy, Rule } from "../policy";
import { type PodClass, type PodClasses, picks } from "./classes";
import { within as placeWithin } from "./places";

/** The other ends of a subject's connections, numbered from 0. */
export interface Peers {
  readonly count: number;
  /** Numbers of those that a rule is about. */
  matched(rule: Rule): Iterable<number>;
  /** Ports that a rule is about, at one of them, by number of the set. */
  ports(rule: Rule, peer: number): number;
}

/** Pods as the other end: destinations of the subject, or its sources. */
export function podPeers(
  classes: PodClasses,
  sets: InternedSets,
  destination: (peer: number) => PodClass,
): Peers {
  const numbers = rulePorts(sets);
  return {
    count: classes.all.length,
    matched: (rule) => {
      if (rule.everyone) return classes.all.keys();
      const picked = podsOf(rule, classes);
      return rule.realm === undefined || rule.addresses.length === 0
        ? picked
        : new Set([...picked, ...classes.placed.map(({ index }) => index)]);
    },
    ports: (rule, peer) => {
      if (rule.realm === undefined)
        return numbers(rule, rule.named.length === 0 ? [] : destination(peer).ports);
      const certainty = matchOf(rule, classes.all[peer] as PodClass);
      if (certainty === "no") return NONE;
      return sets.number(certainty === "yes" ? rule.ports : undetermined(rule.ports));
    },
  };
}

/** Whether a rule is about a pod or machine, as far as that is determined. */
export function matchOf(rule: Rule, pods: PodClass): "yes" | "maybe" | "no" {
  const picked = rule.everyone || rule.pods.some((term) => picks(term, pods));
  const byAddress =
    rule.realm === undefined || rule.realm !== pods.place?.realm
      ? "no"
      : placeWithin(rule.addresses, pods.place);
  const match = picked ? "yes" : byAddress;
  return match === "yes" && rule.uncertain !== undefined ? "maybe" : match;
}

/** Indexes of the pods that a rule names, each once where one peer names them. */
function podsOf({ pods: [term, ...others] }: Rule, classes: PodClasses): Iterable<number> {
  if (term === undefined) return [];
  if (others.length === 0) return classes.select(term);
  return new Set([term, ...others].flatMap((each) => classes.select(each)));
}

/** Address ranges as the other end: as few as the rules of the policies distinguish. */
export function rangePeers(
  policies: readonly Policy[],
  direction: "ingress" | "egress",
  families: readonly (4 | 6)[],
  sets: InternedSets,
  subject: PodClass,
): Peers & { readonly ranges: readonly AddressRange[] } {
  const named = policies.flatMap((policy) => (policy[direction] ?? []).flatMap(({ addresses }) => addresses));
  const ranges = families.flatMap((family) => pieces(WHOLE[family], named));
  const numbers = rulePorts(sets);
  return {
    ranges,
    count: ranges.length,
    matched: (rule) => (rule.everyone ? ranges.keys() : within(ranges, rule.addresses)),
    // An address has no named ports; the subject has them where it is the destination.
    ports: (rule) => numbers(rule, direction === "ingress" ? subject.ports : []),
  };
}

function within(ranges: readonly AddressRange[], others: readonly AddressRange[]): number[] {
  const found: number[] = [];
  for (const [index, { family, first, last }] of ranges.entries())
    if (others.some((other) => other.family === family && other.first <= first && last <= other.last))
      found.push(index);
  return found;
}

/** Number of the set of ports that a rule is about, at a destination with these named ports. */
function rulePorts(sets: InternedSets): (rule: Rule, ports: readonly NamedContainerPort[]) => number {
  const fixed = new Map<Rule, number>();
  return (rule, ports) => {
    if (rule.named.length > 0) return sets.number(portsAt(rule, ports));
    const known = fixed.get(rule);
    if (known !== undefined) return known;
    const number = sets.number(rule.uncertain === undefined ? rule.ports : undetermined(rule.ports));
    fixed.set(rule, number);
    return number;
  };
}

/** Ports that a rule is about, at a destination with these named ports. */
export function portsAt(rule: Rule, ports: readonly NamedContainerPort[]): ConnectionSet {
  return rule.named.reduce(
    (sum, { name, protocol }) =>
      named(ports, name, protocol).reduce(
        (all, each) => union(all, portsOf(each.protocol, each.port, each.port)),
        sum,
      ),
    rule.ports,
  );
}

/** The first port of a name for each protocol. */
export function named(
  ports: readonly NamedContainerPort[],
  name: string,
  protocol?: Protocol,
): readonly NamedContainerPort[] {
  const found = new Map<Protocol, NamedContainerPort>();
  for (const port of ports)
    if (port.name === name && (protocol ?? port.protocol) === port.protocol && !found.has(port.protocol))
      found.set(port.protocol, port);
  return [...found.values()];
}
