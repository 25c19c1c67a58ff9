import type { HorizontalPodAutoscalerV2SpecMetric } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import { HorizontalPodAutoscalerV2 } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import type { Construct, IConstruct } from "constructs";
import { refuse } from "./errors";
import type { Labels } from "./labels";
import { requireAtMost, requireInteger } from "./validate";

/** Replica limits, and the metrics that scale between them. */
export interface Autoscaling {
  /** Minimum replicas, at least 1: the autoscaler is disabled at 0. */
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /**
   * Target average CPU utilization, in percent of the request.
   * @default - CPU does not scale
   */
  readonly cpuPercent?: number;
  /**
   * Target average memory utilization, in percent of the request.
   * @default - memory does not scale
   */
  readonly memoryPercent?: number;
  /**
   * A metric of each pod, and its target average.
   * @default - no pod metric
   */
  readonly podMetric?: PodMetric;
  /**
   * How long the load must stay low before pods are removed, in seconds.
   * @default 300
   */
  readonly scaleDownStabilizationSeconds?: number;
}

/** A metric of each pod that describes its load better than CPU does. */
export interface PodMetric {
  /** Name in the custom-metrics API of the cluster. */
  readonly name: string;
  /** Target average over the pods, in thousandths. */
  readonly averageMilli: number;
  /**
   * Prometheus query of KEDA for the sum over the pods. KEDA then creates the autoscaler, from a `ScaledObject`.
   * @default - no KEDA: the autoscaler queries the custom-metrics API, which an adapter must serve
   */
  readonly prometheus?: { readonly serverAddress: string; readonly query: string };
}

/** The workload that an autoscaler scales, and the metadata of the autoscaler. */
export interface ScaleTarget {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly workload: WorkloadReference;
}

/** The object that owns the pods. */
export interface WorkloadReference {
  readonly apiVersion: string;
  readonly kind: "Deployment" | "Rollout";
  readonly name: string;
}

/** @throws ValidationError `NotInteger`, `OutOfRange`, `Missing` */
export function requireAutoscaling(scope: IConstruct, scaling: Autoscaling): void {
  requireInteger(scope, "minReplicas", scaling.minReplicas, { min: 1 });
  requireInteger(scope, "maxReplicas", scaling.maxReplicas, { min: 1 });
  requireAtMost(scope, ["minReplicas", scaling.minReplicas], ["maxReplicas", scaling.maxReplicas]);
  requireInteger(scope, "cpuPercent", scaling.cpuPercent, { min: 1, max: 100 });
  requireInteger(scope, "memoryPercent", scaling.memoryPercent, { min: 1, max: 100 });
  requireInteger(scope, "podMetric.averageMilli", scaling.podMetric?.averageMilli, { min: 1 });
  const targets = [scaling.cpuPercent, scaling.memoryPercent, scaling.podMetric];
  if (targets.every((target) => target === undefined)) {
    refuse(scope, {
      code: "Missing",
      prop: "cpuPercent",
      must: "be given where no other target is",
      got: scaling.cpuPercent,
      fix: "give a target, or Kubernetes uses 80 % CPU",
    });
  }
  requireInteger(scope, "scaleDownStabilizationSeconds", scaling.scaleDownStabilizationSeconds, {
    min: 0,
    max: 3600,
  });
}

/** The autoscaler of a workload, named `<name>-hpa`. */
export function defineAutoscaler(
  scope: Construct,
  { name, namespace, labels, workload }: ScaleTarget,
  scaling: Autoscaling,
): HorizontalPodAutoscalerV2 {
  return new HorizontalPodAutoscalerV2(scope, "Autoscaler", {
    metadata: { name: autoscalerName(name), namespace, labels: { ...labels } },
    spec: {
      scaleTargetRef: { ...workload },
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      metric: metrics(scaling),
      behavior: scalingBehavior(scaling),
    },
  });
}

/** Name of the autoscaler, also of the one that KEDA creates. */
export function autoscalerName(name: string): string {
  return `${name}-hpa`;
}

/** Scales up at once and at most doubles per minute; scales down one pod per minute after the stabilization window. */
export function scalingBehavior({ scaleDownStabilizationSeconds = 300 }: Autoscaling) {
  return {
    scaleUp: [
      {
        selectPolicy: "Max",
        stabilizationWindowSeconds: 0,
        policy: [{ type: "Percent", value: 100, periodSeconds: 60 }],
      },
    ],
    scaleDown: [
      {
        selectPolicy: "Max",
        stabilizationWindowSeconds: scaleDownStabilizationSeconds,
        policy: [{ type: "Pods", value: 1, periodSeconds: 60 }],
      },
    ],
  };
}

function metrics({
  cpuPercent,
  memoryPercent,
  podMetric,
}: Autoscaling): HorizontalPodAutoscalerV2SpecMetric[] {
  const resources = Object.entries({ cpu: cpuPercent, memory: memoryPercent }).flatMap(
    ([name, averageUtilization]) =>
      averageUtilization === undefined
        ? []
        : [{ type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } }],
  );
  return podMetric === undefined ? resources : [...resources, podsMetric(podMetric)];
}

function podsMetric({ name, averageMilli }: PodMetric): HorizontalPodAutoscalerV2SpecMetric {
  const target = { type: "AverageValue", averageValue: quantity(averageMilli) };
  return { type: "Pods", pods: { metric: { name }, target } };
}

/** Thousandths in Kubernetes' canonical form: any other form would differ in every plan. */
function quantity(milli: number): string {
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
