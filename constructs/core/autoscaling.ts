import type { HorizontalPodAutoscalerV2SpecMetric } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import { HorizontalPodAutoscalerV2 } from "@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2";
import type { Construct, IConstruct } from "constructs";
import { refuse } from "./errors";
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
   * How long load must stay low before pods are taken away, in seconds.
   * @default 300
   */
  readonly scaleDownStabilizationSeconds?: number;
}

/** @throws ValidationError `NotInteger`, `OutOfRange`, `Missing` */
export function requireAutoscaling(scope: IConstruct, scaling: Autoscaling): void {
  requireInteger(scope, "minReplicas", scaling.minReplicas, { min: 1 });
  requireInteger(scope, "maxReplicas", scaling.maxReplicas, { min: 1 });
  requireAtMost(scope, ["minReplicas", scaling.minReplicas], ["maxReplicas", scaling.maxReplicas]);
  requireInteger(scope, "cpuPercent", scaling.cpuPercent, { min: 1, max: 100 });
  requireInteger(scope, "memoryPercent", scaling.memoryPercent, { min: 1, max: 100 });
  if (scaling.cpuPercent === undefined && scaling.memoryPercent === undefined) {
    refuse(scope, {
      code: "Missing",
      prop: "cpuPercent",
      must: "be given where 'memoryPercent' is not",
      got: scaling.cpuPercent,
      fix: "name a target, or Kubernetes takes 80 % CPU",
    });
  }
  requireInteger(scope, "scaleDownStabilizationSeconds", scaling.scaleDownStabilizationSeconds, {
    min: 0,
    max: 3600,
  });
}

/** The autoscaler of a Deployment, named `<name>-hpa`. */
export function defineAutoscaler(
  scope: Construct,
  target: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  },
  scaling: Autoscaling,
): HorizontalPodAutoscalerV2 {
  return new HorizontalPodAutoscalerV2(scope, "Autoscaler", {
    metadata: { name: `${target.name}-hpa`, namespace: target.namespace, labels: { ...target.labels } },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: target.name },
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      metric: metrics(scaling),
      // Up at once and at most doubled a minute; down one pod a minute after a quiet spell.
      behavior: {
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
            stabilizationWindowSeconds: scaling.scaleDownStabilizationSeconds ?? 300,
            policy: [{ type: "Pods", value: 1, periodSeconds: 60 }],
          },
        ],
      },
    },
  });
}

function metrics({ cpuPercent, memoryPercent }: Autoscaling): HorizontalPodAutoscalerV2SpecMetric[] {
  const utilization = { cpu: cpuPercent, memory: memoryPercent };
  return Object.entries(utilization).flatMap(([name, averageUtilization]) =>
    averageUtilization === undefined
      ? []
      : [{ type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } }],
  );
}
