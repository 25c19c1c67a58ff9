import type { Cursor } from "../terraform/cursor";
import type { KubernetesObject } from "./object";

/** What an autoscaler says about its target. */
export interface Autoscaler {
  readonly id: string;
  /** Kind and name of the workload that it scales. */
  readonly targetKind: string;
  readonly targetName: string;
  /** @default - that of the document's objects without one */
  readonly namespace?: string;
  /** Absent, and reported, where it is known after apply. */
  readonly min?: number;
  /** Absent, and reported, where it is known after apply. */
  readonly max?: number;
  /**
   * True where `replicas: 0` of the target switches it off.
   * @default false
   */
  readonly stopsAtZero?: boolean;
  /**
   * Replicas that it keeps while it is paused; `target` for those that the target has.
   * @default - it is not paused
   */
  readonly pausedAt?: number | "target";
  readonly scalesOn: readonly string[];
}

/**
 * Reads a HorizontalPodAutoscaler of any version.
 * @throws InputError without a maximum, or with a minimum above it.
 */
export function horizontalPodAutoscaler(object: KubernetesObject): Autoscaler {
  const spec = object.body.at("spec");
  const cpu = spec.text("targetCPUUtilizationPercentage") ?? spec.text("targetCpuUtilizationPercentage");
  const { min, max } = bounds(spec, "minReplicas", 1, "maxReplicas");
  return {
    ...target(object, spec.at("scaleTargetRef")),
    min,
    max,
    // https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation
    stopsAtZero: min !== 0,
    scalesOn: [...(cpu === undefined ? [] : [`cpu ${cpu} %`]), ...spec.items("metrics").map(metric)],
  };
}

const KEDA = "autoscaling.keda.sh/";

/**
 * Reads KEDA's ScaledObject, which scales from 0 to 100 replicas by default.
 * @throws InputError with a minimum above the maximum.
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function scaledObject(object: KubernetesObject): Autoscaler {
  const spec = object.body.at("spec");
  const { min, max } = bounds(spec, "minReplicaCount", 0, "maxReplicaCount", 100);
  const idle = spec.count("idleReplicaCount", "idle replicas");
  const annotations = object.body.at("metadata").map("annotations");
  for (const key of ["paused-scale-in", "paused-scale-out"])
    if (annotations[KEDA + key] === "true") object.body.noteUnknown("replicas", `scaling is paused: ${key}`);
  return {
    ...target(object, spec.at("scaleTargetRef")),
    min: idle === undefined || min === undefined ? min : Math.min(idle, min),
    max,
    pausedAt: pause(object, annotations),
    scalesOn: spec.items("triggers").map(trigger),
  };
}

/** @see https://keda.sh/docs/latest/concepts/scaling-deployments/#pausing-autoscaling */
function pause(
  object: KubernetesObject,
  annotations: Readonly<Record<string, string>>,
): number | "target" | undefined {
  const replicas = annotations[`${KEDA}paused-replicas`];
  if (replicas !== undefined) {
    if (/^\d{1,9}$/.test(replicas)) return Number(replicas);
    object.body.noteUnknown("replicas", "paused at a number that is no whole number");
    return undefined;
  }
  const paused = annotations[`${KEDA}paused`];
  return paused === undefined || FALSE.has(paused) ? undefined : "target";
}

/** What Go reads as false. */
const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

function target(object: KubernetesObject, reference: Cursor) {
  const name = reference.text("name") ?? reference.refuse("names no target", "say what is scaled");
  return {
    id: object.id,
    targetKind: reference.text("kind") ?? "Deployment",
    targetName: name,
    namespace: object.namespace,
  };
}

function bounds(spec: Cursor, minKey: string, minDefault: number, maxKey: string, maxDefault?: number) {
  const max = spec.count(maxKey, "most replicas", maxDefault);
  if (max === undefined && !spec.at(maxKey).present)
    spec.at(maxKey).refuse("is missing", "say the most replicas");
  const min = spec.count(minKey, "fewest replicas", minDefault);
  if (min !== undefined && max !== undefined && min > max) {
    spec.at(minKey).refuse(`${min} is above the maximum (${max})`, "lower it");
  }
  return { min, max };
}

function metric(body: Cursor): string {
  const type = body.text("type") ?? "";
  const member = type.charAt(0).toLowerCase() + type.slice(1);
  const source = body.at(member === "" ? "resource" : member);
  const name = source.text("name") ?? source.at("metric").text("name") ?? type;
  const wanted = source.at("target");
  const utilization = wanted.text("averageUtilization");
  if (utilization !== undefined) return `${name} ${utilization} %`;
  return [name, wanted.text("averageValue") ?? wanted.text("value")]
    .filter((part) => part !== undefined)
    .join(" ");
}

function trigger(body: Cursor): string {
  const type = body.text("type") ?? "";
  const metadata = body.at("metadata");
  const percent =
    (type === "cpu" || type === "memory") && (body.text("metricType") ?? "Utilization") === "Utilization";
  const value = metadata.text("value") ?? metadata.text("threshold");
  return [metadata.text("metricName") ?? type, value, percent ? "%" : undefined]
    .filter((part) => part !== undefined)
    .join(" ");
}
