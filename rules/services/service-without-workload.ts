import type { Rule } from "../rule";
import { isUnresolvedSelector, servicesOf } from "./services";

export const serviceWithoutWorkload: Rule = {
  id: "WB049",
  name: "service-without-workload",
  severity: "error",
  problem: "A Service selects no workload.",
  reason: "Every connection to it is refused.",
  fix: "Correct its selector, or the labels of the pods.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/",
  others: ["kube-linter dangling-service", "kube-score service-targets-pod"],
  *find(subject) {
    if (subject.isPart) return;
    for (const { object, type, selector, workloads } of servicesOf(subject)) {
      const labels = Object.entries(selector);
      if (type === "ExternalName" || labels.length === 0 || workloads.length > 0) continue;
      if (isUnresolvedSelector(selector)) continue;
      yield {
        on: object,
        path: ["spec", "selector"],
        text: `no pods ${labels.map(([key, value]) => `${key}=${value}`).join(",")} in namespace ${object.namespace}`,
      };
    }
  },
};
