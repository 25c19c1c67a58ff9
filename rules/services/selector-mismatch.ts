import type { Rule } from "../rule";
import { isUnresolved, matches, textsAt } from "../subject";

const KINDS: ReadonlySet<string> = new Set([
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "apps/ReplicaSet",
  "argoproj.io/Rollout",
  "ReplicationController",
]);

export const selectorMismatch: Rule = {
  id: "WB048",
  name: "selector-mismatch",
  severity: "error",
  problem: "The selector of a workload does not match the labels of its pods.",
  reason: "The API server refuses it.",
  fix: "Use the labels of the template as the selector.",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
  others: [
    "kube-linter mismatching-selector",
    "kube-score deployment-pod-selector-labels-match-template-metadata-labels",
  ],
  *find({ pods }) {
    for (const { object, labels } of pods) {
      if (!KINDS.has(object.type)) continue;
      const old = object.type === "ReplicationController";
      const selector = textsAt(object.value, "spec", "selector", ...(old ? [] : ["matchLabels"]));
      if (matches(selector, labels) || Object.values({ ...selector, ...labels }).some(isUnresolved)) continue;
      const wrong = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
      yield {
        on: object,
        path: ["spec", "selector"],
        text: `the pods lack ${wrong.map(([key, value]) => `${key}=${value}`).join(", ")}`,
      };
    }
  },
};
