import type { Rule } from "../rule";
import { autoscalersOf, HPA } from "./autoscalers";

export const autoscalerRange: Rule = {
  id: "WB037",
  name: "autoscaler-range",
  severity: "error",
  problem: "An autoscaler's minimum equals or exceeds its maximum.",
  reason: "It never scales, or the API server refuses it.",
  fix: "Raise `maxReplicas`, or remove the autoscaler.",
  source: HPA,
  others: ["polaris hpaMaxAvailability"],
  *find(subject) {
    for (const { object, min, max } of autoscalersOf(subject))
      if (min !== undefined && max !== undefined && min >= max)
        yield {
          on: object,
          path: ["spec", "maxReplicas"],
          text: `minReplicas ${min}, maxReplicas ${max}`,
        };
  },
};
