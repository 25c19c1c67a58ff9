import type { Direction, ForeignPolicy, Policies, Policy, Rule } from "../policy";
import type { PodClasses } from "./classes";
import type { EvaluatedWorkload } from "./evaluated-workload";
import { named } from "./peers";

/** What a reader must know to trust the results, one line each. */
export function evaluationWarnings(
  workloads: readonly EvaluatedWorkload[],
  { policies, foreign }: Policies,
  classes: PodClasses,
): string[] {
  return [
    ...foreign.map(notEvaluated),
    ...workloads.filter(({ workload }) => workload.hostNetwork).map(onHostNetwork),
    ...policies.flatMap((policy) => unmatchedNames(policy, workloads, classes)),
  ];
}

function notEvaluated({ name, why, namespace }: ForeignPolicy): string {
  const pods = namespace === undefined ? "all pods" : `pods in namespace ${namespace}`;
  return `${name} is not evaluated (${why}): connections of ${pods} are undetermined`;
}

function onHostNetwork({ name }: EvaluatedWorkload): string {
  return `${name} uses the host's network: whether a NetworkPolicy affects it depends on the network plugin`;
}

/** A name that a destination does not have allows nothing there. */
function unmatchedNames(
  policy: Policy,
  workloads: readonly EvaluatedWorkload[],
  classes: PodClasses,
): string[] {
  const found: string[] = [];
  for (const direction of ["ingress", "egress"] as const)
    for (const rule of policy[direction] ?? [])
      for (const { name, protocol } of rule.named) {
        const picked = destinations(classes, policy, direction, rule);
        const [first, ...others] = workloads.filter(
          (each) =>
            each.classes.some(({ index }) => picked.has(index)) &&
            !each.classes.some(({ ports }) => named(ports, name, protocol).length > 0),
        );
        if (first === undefined) continue;
        const who =
          others.length === 0 ? `${first.name} has` : `${first.name} and ${others.length} more have`;
        const port = protocol === undefined ? name : `${name} of ${protocol}`;
        found.push(`${policy.name}: ${direction} rule ${rule.index + 1}: ${who} no port named ${port}`);
      }
  return found;
}

/** A rule for everyone is meant for whoever has the port. */
function destinations(
  classes: PodClasses,
  { subject }: Policy,
  direction: Direction,
  { everyone, pods }: Rule,
): ReadonlySet<number> {
  const egress = everyone ? [] : pods;
  return new Set((direction === "ingress" ? [subject] : egress).flatMap((term) => classes.select(term)));
}
