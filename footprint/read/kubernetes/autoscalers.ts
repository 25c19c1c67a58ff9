import type { Cursor } from "../terraform/cursor";
import { type KubernetesObject, namespaceOf } from "./object";

/** What an autoscaler says about its target. */
export interface Autoscaler {
  readonly id: string;
  /** `Kind/namespace/name` of the workload that it scales. */
  readonly target: string;
  /** Absent, and reported, where it is known after apply. */
  readonly min?: number;
  /** Absent, and reported, where it is known after apply. */
  readonly max?: number;
  readonly scalesOn: readonly string[];
}

/**
 * Reads a HorizontalPodAutoscaler of any version.
 * @throws InputError without a maximum, or with a minimum above it.
 */
export function horizontalPodAutoscaler(object: KubernetesObject): Autoscaler {
  const spec = object.body.at("spec");
  const cpu = spec.text("targetCPUUtilizationPercentage") ?? spec.text("targetCpuUtilizationPercentage");
  return {
    id: object.id,
    target: target(object, spec.at("scaleTargetRef")),
    ...bounds(spec, "minReplicas", 1, "maxReplicas"),
    scalesOn: [...(cpu === undefined ? [] : [`cpu ${cpu} %`]), ...spec.items("metrics").map(metric)],
  };
}

/**
 * Reads KEDA's ScaledObject, which scales from 0 to 100 replicas by default.
 * @throws InputError with a minimum above the maximum.
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function scaledObject(object: KubernetesObject): Autoscaler {
  const spec = object.body.at("spec");
  return {
    id: object.id,
    target: target(object, spec.at("scaleTargetRef")),
    ...bounds(spec, "minReplicaCount", 0, "maxReplicaCount", 100),
    scalesOn: spec.items("triggers").map(trigger),
  };
}

function target(object: KubernetesObject, reference: Cursor): string {
  const name = reference.text("name") ?? reference.refuse("names no target", "say what is scaled");
  return `${reference.text("kind") ?? "Deployment"}/${namespaceOf(object)}/${name}`;
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
