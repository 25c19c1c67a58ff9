import type { Rule } from "../rule";
import { podPath, textAt } from "../subject";

export const priorityMissing: Rule = {
  id: "WB047",
  name: "priority-missing",
  severity: "note",
  problem: "Pods have no priority class.",
  reason: "On a full cluster a batch job may take the place of the service.",
  fix: "Set `priorityClassName`.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
  others: ["kube-linter priority-class-name", "polaris priorityClassNotSet"],
  *find({ pods }) {
    for (const pod of pods)
      if (textAt(pod.spec, "priorityClassName") === undefined)
        yield { on: pod.object, path: podPath(pod), text: "priorityClassName is not set" };
  },
};
