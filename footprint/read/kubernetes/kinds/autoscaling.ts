import { horizontalPodAutoscaler, scaledObject } from "../autoscalers";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type PodBounds } from "./kind";
import { atOnce } from "./workloads";

/** Kubernetes' own autoscalers, and KEDA. */
export const AUTOSCALING: KubernetesKinds = {
  "autoscaling/HorizontalPodAutoscaler": { autoscaler: horizontalPodAutoscaler },
  "autoscaling.k8s.io/VerticalPodAutoscaler": { readWith: "resources" },
  ...ignored("what a vertical autoscaler remembers", "autoscaling.k8s.io", "VerticalPodAutoscalerCheckpoint"),
  "keda.sh/ScaledObject": { autoscaler: scaledObject },
  "keda.sh/ScaledJob": {
    workload: { template: ["spec", "jobTargetRef", "template"], pods: scaledJob, runsToCompletion: true },
  },
  ...ignored("how KEDA signs in", "keda.sh", "ClusterTriggerAuthentication", "TriggerAuthentication"),
  ...ignored("how KEDA signs in", "eventing.keda.sh", "*"),
};

/**
 * As many Jobs at once as `maxReplicaCount`, 100 where it is not set.
 * @see https://keda.sh/docs/latest/reference/scaledjob-spec/
 */
function scaledJob({ body }: KubernetesObject): PodBounds {
  if (body.at("metadata").map("annotations")["autoscaling.keda.sh/paused"] === "true") return [0, 0];
  const spec = body.at("spec");
  const [, each] = atOnce(spec.at("jobTargetRef"));
  const most = spec.count("maxReplicaCount", "most replicas", 100);
  const fewest = spec.count("minReplicaCount", "fewest replicas", 0);
  return [
    each === undefined || fewest === undefined ? undefined : fewest * each,
    each === undefined || most === undefined ? undefined : most * each,
  ];
}
