import type { Rule } from "../rule";
import { evaluated, POLICIES } from "./policies";

export const notIsolated: Rule = {
  id: "WB054",
  name: "not-isolated",
  severity: "warning",
  securitySeverity: 5,
  problem: "No policy isolates a workload.",
  reason: "Every pod of the cluster may connect to it, and it may connect to everything.",
  fix: "Add a NetworkPolicy that selects its pods.",
  source: `${POLICIES}#the-two-sorts-of-pod-isolation`,
  others: ["kube-linter non-isolated-pod", "kube-score pod-networkpolicy", "polaris missingNetworkPolicy"],
  *find(subject) {
    const found = evaluated(subject);
    if (found === undefined) return;
    const { engine, workloads } = found;
    for (const [{ workload, classes }, on] of workloads) {
      // On the host's network no policy may apply; policies of other projects are not evaluated.
      if (workload.hostNetwork || classes.some((pods) => engine.isUndetermined(pods))) continue;
      const isIsolated = classes.every((pods) =>
        (["ingress", "egress"] as const).some((side) => engine.policiesOf(side, pods).length > 0),
      );
      if (!isIsolated) yield { on, text: "no NetworkPolicy and no ClusterNetworkPolicy selects its pods" };
    }
  },
};
