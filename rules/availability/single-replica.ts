import type { Rule } from "../rule";

/** Kinds whose pods can be several, and that somebody wants to keep running. */
const KINDS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "Rollout",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "SwarmService",
]);

export const singleReplica: Rule = {
  id: "WB035",
  name: "single-replica",
  severity: "warning",
  problem: "A workload may run a single replica.",
  reason: "A crash, a drain or a roll-out interrupts the service.",
  fix: "Run two replicas, or more.",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
  others: [
    "kube-score deployment-replicas",
    "kube-linter minimum-three-replicas",
    "polaris deploymentMissingReplicas",
  ],
  *find(subject) {
    for (const { id, kind, replicas, replicasFrom, runsToCompletion } of subject.footprint.workloads) {
      if (!KINDS.has(kind) || replicas?.min !== 1 || runsToCompletion === true) continue;
      const from = replicasFrom === "autoscaler" ? "minReplicas" : "replicas";
      yield { on: subject.thing(id), path: ["spec", "replicas"], text: `${from} is 1` };
    }
  },
};
