import { contains } from "../../network/connection-set";
import type { PodClass } from "../../network/evaluate/classes";
import { named } from "../../network/evaluate/peers";
import type { Policy, Rule as PolicyRule } from "../../network/policy";
import type { Hit, Rule } from "../rule";
import { portsOf } from "../services/services";
import type { Pod, Subject } from "../subject";
import { evaluated, POLICIES, policyThing } from "./policies";

export const policyPort: Rule = {
  id: "WB057",
  name: "policy-port",
  severity: "error",
  problem: "A policy names a port that no selected pod has.",
  reason: "The connection that it should allow is denied.",
  fix: "Use the name or the number of a container port: a policy applies behind the Service.",
  source: `${POLICIES}#targeting-a-range-of-ports`,
  others: ["np-guard connlist warning"],
  *find(subject) {
    const found = evaluated(subject);
    if (found === undefined) return;
    for (const policy of found.engine.policies.policies)
      for (const side of ["ingress", "egress"] as const)
        for (const rule of policy[side] ?? []) yield* checked(subject, policy, side, rule);
  },
};

function* checked(
  subject: Subject,
  policy: Policy,
  side: "ingress" | "egress",
  rule: PolicyRule,
): Generator<Hit> {
  const { engine } = subject.network;
  if (engine === undefined) return;
  const terms = side === "ingress" ? [policy.subject] : rule.everyone ? [] : rule.pods;
  const classes = [...new Set(terms.flatMap((term) => engine.classes.select(term)))].map(
    (index) => engine.classes.all[index] as PodClass,
  );
  if (classes.length === 0) return;
  const hit = (port: string): Hit => ({
    on: policyThing(subject, policy),
    part: `${side} ${port}`,
    path: ["spec", side, rule.index],
    text: `${side} rule ${rule.index + 1}: no selected pod has port ${port}`,
  });
  for (const { name, protocol } of rule.named)
    if (!classes.some(({ ports }) => named(ports, name, protocol).length > 0)) yield hit(name);
  yield* numbers(subject, rule, classes, hit);
}

/** Single numbers, where each selected pod says which ports it has. */
function* numbers(
  { pods }: Subject,
  { ports }: PolicyRule,
  classes: readonly PodClass[],
  hit: (port: string) => Hit,
): Generator<Hit> {
  const selected = pods.filter((pod) => classes.some((each) => isOf(pod, each)));
  const lists = selected.map(portsOf);
  // What an operator makes has ports that the input does not have.
  const isCounted = classes.every((each) => selected.some((pod) => isOf(pod, each)));
  if (!isCounted || lists.length === 0 || lists.some((list) => list.length === 0)) return;
  for (const protocol of ["TCP", "UDP", "SCTP"] as const)
    for (let at = 0; at < ports[protocol].length; at += 2) {
      const [first, last] = [ports[protocol][at] as number, ports[protocol][at + 1] as number];
      if (first !== last || !contains(ports, protocol, first)) continue;
      if (lists.some((list) => list.some((port) => port.number === first && port.protocol === protocol)))
        continue;
      yield hit(`${protocol} ${first}`);
    }
}

function isOf({ object, labels }: Pod, each: PodClass): boolean {
  return (
    object.namespace === each.namespace &&
    Object.keys(labels).length === Object.keys(each.labels).length &&
    Object.entries(labels).every(([key, value]) => each.labels[key] === value)
  );
}
