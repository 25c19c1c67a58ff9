import type { Rule } from "../rule";
import { at } from "../subject";

export const ephemeralStorage: Rule = {
  id: "WB026",
  name: "ephemeral-storage",
  severity: "note",
  problem: "A container has no request and limit for ephemeral storage.",
  reason: "Logs and files of one pod fill the disk of the node, and pods are evicted.",
  fix: "Set `ephemeral-storage` in `resources.requests` and `resources.limits`.",
  source:
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage",
  others: ["kube-score container-ephemeral-storage-request-and-limit"],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      const lacks = (["requests", "limits"] as const).filter(
        (side) => at(value, "resources", side, "ephemeral-storage") === undefined,
      );
      if (lacks.length > 0)
        yield {
          on: pod.object,
          part: name,
          path: [...path, "resources"],
          text: `container ${name}: no ephemeral-storage in ${lacks.join(" and ")}`,
        };
    }
  },
};
