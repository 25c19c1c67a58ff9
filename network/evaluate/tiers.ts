import { ALL, type InternedSets, NONE } from "../interned-sets";
import type { Direction, Policy, Tier } from "../policy";
import type { Peers } from "./peers";

/** What one tier decides for each peer, by number of the set. */
interface Decisions {
  readonly accepted: Int32Array;
  readonly denied: Int32Array;
}

/** Policies by layer, those of each in their order. */
export function layersOf(policies: readonly Policy[]): readonly (readonly Policy[])[] {
  const layers = new Set(policies.map(({ layer }) => layer));
  if (layers.size < 2) return [policies];
  return [...layers].map((each) => policies.filter(({ layer }) => layer === each));
}

/** What every layer allows with each peer, by number of the set. */
export function allowedByAll(
  policies: readonly Policy[],
  direction: Direction,
  peers: Peers,
  sets: InternedSets,
): Int32Array {
  const [first = new Int32Array(peers.count).fill(ALL), ...others] = layersOf(policies).map((layer) =>
    allowedWith(layer, direction, peers, sets),
  );
  for (const other of others)
    for (let peer = 0; peer < first.length; peer += 1)
      first[peer] = sets.intersection(first[peer] as number, other[peer] as number);
  return first;
}

/**
 * Connections that the policies of one subject allow with each peer, by number of the set. The Admin tier decides
 * first. What it leaves open is for the NetworkPolicies, finally, where one selects the subject; else for the
 * Baseline tier, and allowed where that leaves it open too.
 */
function allowedWith(
  policies: readonly Policy[],
  direction: Direction,
  peers: Peers,
  sets: InternedSets,
): Int32Array {
  const of = (tier: Tier) =>
    policies.filter((policy) => policy.tier === tier && policy[direction] !== undefined);
  const network = of("NetworkPolicy");
  const [admin, baseline] = [of("Admin"), network.length > 0 ? [] : of("Baseline")];
  const allowed =
    network.length > 0 ? sumOfRules(network, direction, peers, sets) : new Int32Array(peers.count).fill(ALL);
  for (const tier of [baseline, admin])
    if (tier.length > 0) override(allowed, decide(tier, direction, peers, sets), sets);
  return allowed;
}

/** NetworkPolicies only allow: their rules add up. */
function sumOfRules(
  policies: readonly Policy[],
  direction: Direction,
  peers: Peers,
  sets: InternedSets,
): Int32Array {
  const allowed = new Int32Array(peers.count);
  for (const policy of policies)
    for (const rule of policy[direction] ?? [])
      for (const peer of peers.matched(rule))
        allowed[peer] = sets.union(allowed[peer] as number, peers.ports(rule, peer));
  return allowed;
}

/** The first rule that matches decides; `Pass` leaves what it matches to the next tier. */
function decide(
  policies: readonly Policy[],
  direction: Direction,
  peers: Peers,
  sets: InternedSets,
): Decisions {
  const [accepted, denied, seen] = [0, 1, 2].map(() => new Int32Array(peers.count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (const policy of policies)
    for (const rule of policy[direction] ?? [])
      for (const peer of peers.matched(rule)) {
        const before = seen[peer] as number;
        const fresh = sets.difference(peers.ports(rule, peer), before);
        if (fresh === NONE) continue;
        seen[peer] = sets.union(before, fresh);
        if (rule.action === "Accept") accepted[peer] = sets.union(accepted[peer] as number, fresh);
        if (rule.action === "Deny") denied[peer] = sets.union(denied[peer] as number, fresh);
      }
  return { accepted, denied };
}

/** Puts what a tier decides over what the tiers after it allow. */
function override(allowed: Int32Array, { accepted, denied }: Decisions, sets: InternedSets): void {
  for (let peer = 0; peer < allowed.length; peer += 1)
    allowed[peer] = sets.union(
      sets.difference(allowed[peer] as number, denied[peer] as number),
      accepted[peer] as number,
    );
}
