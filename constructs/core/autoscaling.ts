import type { HorizontalPodAutoscalerV2SpecMetric } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import { HorizontalPodAutoscalerV2 } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import type { Construct, IConstruct } from "constructs";
import { refuse } from "./errors";
import type { Labels } from "./labels";
import { requireAtMost, requireInteger } from "./validate";

/** How many pods run, and what makes them more or fewer. */
export interface Autoscaling {
  /** Fewest pods; at least 1, since the autoscaler stops at 0. */
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /**
   * Average CPU use to hold, in percent of the request.
   * @default - CPU does not scale
   */
  readonly cpuPercent?: number;
  /**
   * Average memory use to hold, in percent of the request.
   * @default - memory does not scale
   */
  readonly memoryPercent?: number;
  /**
   * A figure that each pod reports, and its average to hold.
   * @default - no figure scales
   */
  readonly podMetric?: PodMetric;
  /**
   * How long load must stay low before pods are taken away, in seconds.
   * @default 300
   */
  readonly scaleDownStabilizationSeconds?: number;
}

/** A figure of each pod that tells its load better than CPU does. */
export interface PodMetric {
  /** Its name in the cluster's custom-metrics API. */
  readonly name: string;
  /** The average over the pods to hold, in thousandths. */
  readonly averageMilli: number;
  /**
   * Where KEDA asks for the sum over the pods. KEDA then makes the autoscaler, from a `ScaledObject`.
   * @default - no KEDA: the autoscaler asks the custom-metrics API, which an adapter must serve
   */
  readonly prometheus?: { readonly serverAddress: string; readonly query: string };
}

/** What an autoscaler scales, and under which name, namespace and labels it stands. */
export interface ScaleTarget {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly workload: WorkloadReference;
}

/** What runs the pods. */
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
      fix: "name a target, or Kubernetes takes 80 % CPU",
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

/** Name of the autoscaler, whoever makes it. */
export function autoscalerName(name: string): string {
  return `${name}-hpa`;
}

/** Up at once and at most doubled a minute; down one pod a minute after a quiet spell. */
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

/** Thousandths as Kubernetes writes them back: anything else would differ in every plan. */
function quantity(milli: number): string {
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
