import type { Rule } from "../rule";
import { isUnresolved, podPath } from "../subject";
import { accountOf } from "./service-account-of";
import { TASKS } from "./sources";

export const missingServiceAccount: Rule = {
  id: "WB018",
  name: "missing-service-account",
  severity: "error",
  problem: "Pods name a service account that nothing creates.",
  reason: "The API server refuses such pods.",
  fix: "Create the ServiceAccount in the namespace of the workload, or correct the name.",
  source: `${TASKS}configure-service-account/`,
  others: ["kube-linter non-existent-service-account"],
  *find({ pods, objects, isPart }) {
    if (isPart) return;
    for (const pod of pods) {
      const name = accountOf(pod);
      if (name === "default" || isUnresolved(name)) continue;
      if (objects.find("ServiceAccount", pod.object.namespace, name) !== undefined) continue;
      yield {
        on: pod.object,
        part: name,
        path: podPath(pod, "serviceAccountName"),
        text: `service account ${name} is not in namespace ${pod.object.namespace}`,
      };
    }
  },
};
