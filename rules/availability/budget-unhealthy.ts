import type { Rule } from "../rule";
import { at } from "../subject";
import { budgetsOf } from "./budgets";

export const budgetUnhealthy: Rule = {
  id: "WB043",
  name: "budget-unhealthy",
  severity: "note",
  problem: "A PodDisruptionBudget has no policy for unhealthy pods.",
  reason: "A pod that is never ready blocks the drain of its node.",
  fix: "Set `unhealthyPodEvictionPolicy: AlwaysAllow`; Terraform's own resource has no argument for it, a manifest has.",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy",
  others: ["kube-linter pdb-unhealthy-pod-eviction-policy"],
  *find(subject) {
    for (const { object } of budgetsOf(subject))
      if (at(object.value, "spec", "unhealthyPodEvictionPolicy") === undefined)
        yield { on: object, path: ["spec"], text: "unhealthyPodEvictionPolicy is not set" };
  },
};
