import type { Rule } from "../rule";
import { autoscalersOf, HPA } from "./autoscalers";

export const autoscalerMin: Rule = {
  id: "WB036",
  name: "autoscaler-min",
  severity: "warning",
  problem: "An autoscaler may leave a single replica.",
  reason: "With little load the service has a single point of failure.",
  fix: "Set `minReplicas` to 2 or more.",
  source: HPA,
  others: [
    "kube-score horizontalpodautoscaler-replicas",
    "kube-linter hpa-minimum-three-replicas",
    "polaris hpaMinAvailability",
  ],
  *find(subject) {
    for (const { object, min } of autoscalersOf(subject))
      if (min === 1) yield { on: object, path: ["spec", "minReplicas"], text: "minReplicas is 1" };
  },
};
