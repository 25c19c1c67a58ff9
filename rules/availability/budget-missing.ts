import type { Rule } from "../rule";

const KINDS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "Rollout", "DeploymentConfig"]);

export const budgetMissing: Rule = {
  id: "WB041",
  name: "budget-missing",
  severity: "warning",
  problem: "A workload with several replicas has no PodDisruptionBudget.",
  reason: "A drain of nodes may stop all of its pods at once.",
  fix: "Add a PodDisruptionBudget with `maxUnavailable: 1`.",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  others: [
    "kube-score deployment-has-poddisruptionbudget",
    "kube-score statefulset-has-poddisruptionbudget",
    "polaris missingPodDisruptionBudget",
  ],
  *find(subject) {
    const pods = new Map(subject.pods.map((pod) => [pod.workload?.id, pod]));
    for (const { id, kind, replicas, disruptionBudget } of subject.footprint.workloads) {
      // Operators make a budget for what they make.
      const pod = pods.get(id);
      if (pod === undefined || !KINDS.has(kind) || disruptionBudget !== undefined) continue;
      if (replicas === undefined || replicas.max < 2) continue;
      yield { on: pod.object, text: "no PodDisruptionBudget selects its pods" };
    }
  },
};
