import { includes } from "../../network/addresses";
import { ALL_CONNECTIONS, difference, PROTOCOLS } from "../../network/connection-set";
import type { Direction, PodTerm, Policy, Rule as PolicyRule } from "../../network/policy";
import type { Selector } from "../../network/selector";
import type { Hit, Rule } from "../rule";
import type { Subject } from "../subject";
import { CLUSTER_POLICIES, evaluated, policyThing } from "./policies";

export const ruleWithoutEffect: Rule = {
  id: "WB059",
  name: "rule-without-effect",
  severity: "warning",
  problem: "A rule of a policy has no effect.",
  reason: "Another rule decides every connection that it names: whoever changes it changes nothing.",
  fix: "Remove the rule, or the one that covers it.",
  source: CLUSTER_POLICIES,
  others: ["np-guard explain", "openshift ai-helpers#586"],
  *find(subject) {
    const found = evaluated(subject);
    if (found === undefined) return;
    const { policies } = found.engine.policies;
    for (const side of ["ingress", "egress"] as const) yield* covered(policies, side, subject);
  },
};

/** Rules whose every connection an earlier rule of the same pods decides, or one of a tier that decides before. */
function* covered(policies: readonly Policy[], side: Direction, subject: Subject): Generator<Hit> {
  const ordered = policies
    .filter((policy) => policy[side] !== undefined)
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  const place = new Map<PolicyRule, number>();
  for (const policy of ordered) for (const rule of policy[side] ?? []) place.set(rule, place.size);
  for (const policy of ordered) {
    const wider = ordered.filter((other) => isWithin(policy.subject, other.subject));
    const others = wider.flatMap((of) => (of[side] ?? []).map((rule) => ({ of, rule })));
    for (const rule of policy[side] ?? []) {
      const own = place.get(rule) ?? 0;
      const by = others.find((other) => {
        const isBefore = (place.get(other.rule) ?? 0) < own;
        if (other.rule === rule || !isDecidedBy(policy, other.of, isBefore)) return false;
        // `Pass` hands on to the next tier.
        if (other.rule.action === "Pass" && other.of.tier !== policy.tier) return false;
        // Of two equal rules the second has no effect.
        return covers(other.rule, rule) && (isBefore || !covers(rule, other.rule));
      });
      const final =
        policy.tier === "Baseline" ? wider.find(({ tier }) => tier === "NetworkPolicy") : undefined;
      if (by === undefined && final === undefined) continue;
      const why =
        by === undefined
          ? `${final?.name} decides for the same pods`
          : `${by.of === policy ? "" : `${by.of.name}, `}${side} rule ${by.rule.index + 1} covers it`;
      yield {
        on: policyThing(subject, policy),
        part: `${side} ${rule.index}`,
        path: ["spec", side, rule.index],
        text: `${side} rule ${rule.index + 1} has no effect: ${why}`,
      };
    }
  }
}

const TIERS: readonly Policy["tier"][] = ["Admin", "NetworkPolicy", "Baseline"];

/** NetworkPolicies add up in any order; in other tiers, and between tiers, what comes first decides. */
function isDecidedBy(policy: Policy, other: Policy, isBefore: boolean): boolean {
  if (policy.tier === "NetworkPolicy" && other.tier === "NetworkPolicy") return true;
  return isBefore;
}

/** True where a rule names all peers and ports of another. */
function covers(wide: PolicyRule, narrow: PolicyRule): boolean {
  const peers =
    wide.everyone ||
    (!narrow.everyone &&
      narrow.pods.length + narrow.addresses.length > 0 &&
      narrow.pods.every((term) => wide.pods.some((each) => isWithin(term, each))) &&
      narrow.addresses.every((range) => wide.addresses.some((each) => includes(each, range))));
  if (!peers) return false;
  const left = difference(narrow.ports, wide.ports);
  const isAll = PROTOCOLS.every((protocol) => difference(ALL_CONNECTIONS, wide.ports)[protocol].length === 0);
  return (
    PROTOCOLS.every((protocol) => left[protocol].length === 0) &&
    (isAll ||
      narrow.named.every((port) =>
        wide.named.some(({ name, protocol }) => name === port.name && protocol === port.protocol),
      ))
  );
}

/** True where every pod of one selection is one of the other, whatever pods there are. */
function isWithin(narrow: PodTerm, wide: PodTerm): boolean {
  if (narrow.key === wide.key) return true;
  if (narrow.hostNetwork && !wide.hostNetwork) return false;
  const namespaces =
    wide.namespace === undefined
      ? wide.namespaces === undefined ||
        wide.namespaces.length === 0 ||
        hasAll(namespacesOf(narrow), wide.namespaces)
      : narrow.namespace === wide.namespace;
  return namespaces && hasAll(narrow.pods, wide.pods);
}

function namespacesOf({ namespace, namespaces = [] }: PodTerm): Selector {
  return namespace === undefined
    ? namespaces
    : [{ key: "kubernetes.io/metadata.name", operator: "In", values: [namespace] }];
}

/** True where a selector has every condition of another. */
function hasAll(narrow: Selector, wide: Selector): boolean {
  return wide.every(({ key, operator, values }) =>
    narrow.some(
      (each) => each.key === key && each.operator === operator && each.values.join() === values.join(),
    ),
  );
}
