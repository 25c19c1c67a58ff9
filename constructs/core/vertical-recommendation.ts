import type { ScaleTarget } from "./autoscaling";
import type { Manifest } from "./manifests";

/**
 * A VerticalPodAutoscaler that only recommends: mode `Off`. Any other mode changes the requests that the autoscaler's
 * utilization refers to, and the limits that a worker pool is derived from.
 * @see https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler
 */
export function verticalRecommendation({ name, namespace, labels, workload }: ScaleTarget): Manifest {
  return {
    apiVersion: "autoscaling.k8s.io/v1",
    kind: "VerticalPodAutoscaler",
    metadata: { name, namespace, labels },
    spec: { targetRef: workload, updatePolicy: { updateMode: "Off" } },
  };
}
