import type { Rule } from "../rule";
import { at } from "../subject";
import { autoscalersOf } from "./autoscalers";

export const replicasUnderAutoscaler: Rule = {
  id: "WB039",
  name: "replicas-under-autoscaler",
  severity: "warning",
  problem: "A workload under an autoscaler has a fixed number of replicas.",
  reason: "Each apply sets the number back, and removes pods under load.",
  fix: "Remove `replicas`; in Terraform ignore its changes.",
  source:
    "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling",
  others: ["kube-score deployment-targeted-by-hpa-does-not-have-replicas-configured"],
  *find(subject) {
    for (const { target, object } of autoscalersOf(subject)) {
      const replicas = at(target?.value, "spec", "replicas");
      // 0 switches the autoscaler off.
      if (target === undefined || replicas === undefined || Number(replicas) === 0) continue;
      if (target.ignoredChanges.some((each) => each === "all" || /replicas/.test(each))) continue;
      yield {
        on: target,
        path: ["spec", "replicas"],
        text: `replicas is ${String(replicas)}, and HorizontalPodAutoscaler ${object.name} scales it`,
      };
    }
  },
};
