import type { Rule } from "../rule";
import { isUnresolved } from "../subject";
import { autoscalersOf, HPA } from "./autoscalers";

export const autoscalerTarget: Rule = {
  id: "WB038",
  name: "autoscaler-target",
  severity: "error",
  problem: "An autoscaler's target does not exist.",
  reason: "Nothing is scaled.",
  fix: "Correct `scaleTargetRef`, or the namespace of the autoscaler.",
  source: HPA,
  others: ["kube-score horizontalpodautoscaler-has-target", "kube-linter dangling-horizontalpodautoscaler"],
  *find(subject) {
    if (subject.isPart) return;
    for (const { object, target, targetKind, targetName } of autoscalersOf(subject))
      if (target === undefined && !isUnresolved(targetName) && !isUnresolved(object.namespace))
        yield {
          on: object,
          path: ["spec", "scaleTargetRef"],
          text: `${targetKind} ${targetName} is not in namespace ${object.namespace}`,
        };
  },
};
