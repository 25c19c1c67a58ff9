import type { Rule } from "../rule";
import { type Budget, budgetsOf } from "./budgets";

export const budgetBlocks: Rule = {
  id: "WB042",
  name: "budget-blocks",
  severity: "error",
  problem: "A PodDisruptionBudget allows no disruption.",
  reason: "Nodes can never be drained: upgrades of the cluster stop.",
  fix: "Allow one pod to be away: `maxUnavailable: 1`.",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  others: [
    "kube-linter pdb-max-unavailable",
    "kube-linter pdb-min-available",
    "polaris pdbDisruptionsIsZero",
    "polaris pdbMinAvailableGreaterThanHPAMinReplicas",
  ],
  *find(subject) {
    for (const budget of budgetsOf(subject)) {
      const why = reason(budget);
      if (why !== undefined) yield { on: budget.object, path: ["spec"], text: why };
    }
  },
};

function reason({ maxUnavailable, minAvailable, workloads }: Budget): string | undefined {
  if (maxUnavailable === "0" || maxUnavailable === "0%") return `maxUnavailable is ${maxUnavailable}`;
  if (minAvailable === "100%") return "minAvailable is 100%";
  if (minAvailable === undefined || minAvailable.includes("${")) return undefined;
  for (const { name, replicas, replicasFrom } of workloads) {
    const fewest = replicas?.min;
    if (fewest === undefined || fewest === 0) continue;
    const kept = minAvailable.endsWith("%")
      ? Math.ceil((Number.parseInt(minAvailable, 10) * fewest) / 100)
      : Number(minAvailable);
    if (kept < fewest) continue;
    const count = replicasFrom === "autoscaler" ? `minReplicas ${fewest}` : `${fewest} replicas`;
    return `minAvailable is ${minAvailable}, and ${name} may run ${count}`;
  }
  return undefined;
}
