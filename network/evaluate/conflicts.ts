import type { Fault } from "../faults";
import type { Policy } from "../policy";
import type { PodClasses } from "./classes";
import type { EvaluatedWorkload } from "./evaluated-workload";

/** What is wrong between objects that are right one by one. */
export function conflicts(
  workloads: readonly EvaluatedWorkload[],
  policies: readonly Policy[],
  classes: PodClasses,
): Fault[] {
  return [...equalPriorities(policies, classes), ...unequalPods(workloads, policies)];
}

/** Which of two policies of one priority decides is undefined. */
function equalPriorities(policies: readonly Policy[], classes: PodClasses): Fault[] {
  const faults: Fault[] = [];
  const groups = new Map<string, Policy[]>();
  for (const policy of policies) {
    if (policy.tier === "NetworkPolicy") continue;
    const key = `${policy.kind}/${policy.tier}/${policy.priority}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const picked = new Set(classes.select(policy.subject));
    const other = group.find(({ subject }) => classes.select(subject).some((index) => picked.has(index)));
    group.push(policy);
    if (other === undefined) continue;
    const [, ...name] = other.name.split(" ");
    faults.push({
      origin: policy.origin,
      object: policy.name,
      path: ["spec", "priority"],
      problem: `is ${policy.priority} and selects pods that ${name.join(" ")} with the same priority selects`,
      fix: "write another priority for one of them",
    });
  }
  return faults;
}

/** Pods of one controller are one line of the list, so no selector may distinguish them. */
function unequalPods(workloads: readonly EvaluatedWorkload[], policies: readonly Policy[]): Fault[] {
  const several = workloads.filter(({ classes }) => classes.length > 1);
  if (several.length === 0) return [];
  const readers = new Map<string, string>();
  for (const { name, subject, ingress = [], egress = [] } of policies)
    for (const term of [subject, ...[...ingress, ...egress].flatMap(({ pods }) => pods)])
      for (const { key } of term.pods) if (!readers.has(key)) readers.set(key, name);
  return several.flatMap(({ name, workload, classes: [first, ...others] }) =>
    [...readers]
      .filter(([key]) => others.some(({ labels }) => labels[key] !== first?.labels[key]))
      .map(([key, policy]) => ({
        origin: workload.origin,
        object: name,
        path: ["metadata", "labels", key],
        problem: `differs between pods of one controller, and ${policy} selects by it`,
        fix: "give the pods equal labels, or give the controller instead of its pods",
      })),
  );
}
