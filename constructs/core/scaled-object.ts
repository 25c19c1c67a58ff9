import { toApiForm } from "./api-form";
import {
  type Autoscaling,
  autoscalerName,
  type PodMetric,
  type ScaleTarget,
  scalingBehavior,
} from "./autoscaling";
import type { Manifest } from "./manifests";

/** A pod metric that KEDA reads from Prometheus. */
type PrometheusMetric = PodMetric & Required<Pick<PodMetric, "prometheus">>;

/** The metric that KEDA reads, if any; KEDA then creates the only autoscaler. */
export function tryKedaMetric({ podMetric }: Autoscaling): PrometheusMetric | undefined {
  return podMetric?.prometheus && { ...podMetric, prometheus: podMetric.prometheus };
}

/**
 * The ScaledObject from which KEDA creates an autoscaler, instead of one in Terraform: two autoscalers of one workload
 * conflict. It has the same name and behaviour as the one that it replaces.
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function scaledObject(target: ScaleTarget, scaling: Autoscaling, metric: PrometheusMetric): Manifest {
  const { name, namespace, labels, workload } = target;
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: { name, namespace, labels },
    spec: {
      scaleTargetRef: workload,
      minReplicaCount: scaling.minReplicas,
      maxReplicaCount: scaling.maxReplicas,
      advanced: {
        horizontalPodAutoscalerConfig: {
          name: autoscalerName(name),
          behavior: toApiForm(scalingBehavior(scaling)),
        },
      },
      triggers: [
        ...resource("cpu", scaling.cpuPercent),
        ...resource("memory", scaling.memoryPercent),
        prometheus(metric),
      ],
    },
  };
}

function resource(type: "cpu" | "memory", percent: number | undefined) {
  return percent === undefined
    ? []
    : [{ type, metricType: "Utilization", metadata: { value: String(percent) } }];
}

/** KEDA divides the sum by the number of pods. */
function prometheus({ averageMilli, prometheus: { serverAddress, query } }: PrometheusMetric) {
  const metadata = { serverAddress, query, threshold: String(averageMilli / 1000) };
  return { type: "prometheus", metricType: "AverageValue", metadata };
}
