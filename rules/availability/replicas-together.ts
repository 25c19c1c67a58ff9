import type { Rule } from "../rule";
import { at, listAt, podPath } from "../subject";

const KINDS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "Rollout",
  "ReplicaSet",
  "DeploymentConfig",
]);

export const replicasTogether: Rule = {
  id: "WB044",
  name: "replicas-together",
  severity: "warning",
  problem: "Replicas of a workload may all run on one node.",
  reason: "The loss of that node stops the service although it has several replicas.",
  fix: "Add `topologySpreadConstraints` for hosts and zones, or a `podAntiAffinity`.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  others: [
    "kube-linter no-anti-affinity",
    "kube-score deployment-has-host-podantiaffinity",
    "kube-score pod-topology-spread-constraints",
    "polaris topologySpreadConstraint",
  ],
  *find({ pods }) {
    for (const pod of pods) {
      const { object, workload, spec } = pod;
      if (!KINDS.has(object.kind) || (workload?.replicas?.max ?? 0) < 2) continue;
      if (listAt(spec, "topologySpreadConstraints").length > 0) continue;
      if (at(spec, "affinity", "podAntiAffinity") !== undefined) continue;
      yield {
        on: object,
        path: podPath(pod),
        text: `up to ${workload?.replicas?.max} replicas without topologySpreadConstraints or podAntiAffinity`,
      };
    }
  },
};
