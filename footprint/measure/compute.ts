import type { Footprint, Span, Workload } from "../model";
import type { Figure, Sum } from "./figure";
import { CPU, MEMORY, podShare, type Resource, type Side } from "./pod";

/** What is kept free for the pods, and what they may use at most. */
export interface Reserve {
  readonly request: Sum;
  readonly limit: Sum;
}

/** Pods and what they take, sidecars included. */
export interface Compute {
  readonly pods: Sum;
  /** In cores. */
  readonly cpuCores: Reserve;
  /** In GiB (2^30 bytes). */
  readonly memoryGiB: Reserve;
}

const ONE_POD: Figure = { value: 1, atLeast: false };

/**
 * Pods, CPU and memory at the three operating points.
 *
 * A workload whose replicas are not known, or a container without the figure, makes the sum a lower bound.
 */
export function compute({ workloads }: Footprint): Compute {
  return {
    pods: sum(workloads, () => ONE_POD, 1),
    cpuCores: reserve(workloads, CPU),
    memoryGiB: reserve(workloads, MEMORY),
  };
}

function reserve(workloads: readonly Workload[], resource: Resource): Reserve {
  const side = (of: Side) => sum(workloads, (each) => podShare(each, of, resource), resource.stepsPerUnit);
  return { request: side("requests"), limit: side("limits") };
}

/** Adds whole steps and divides once, so that 1.3125 stays 1.3125. */
function sum(workloads: readonly Workload[], share: (workload: Workload) => Figure, divisor: number): Sum {
  const parts = workloads.map((workload) => ({ replicas: workload.replicas, share: share(workload) }));
  const total = (point: keyof Span) =>
    parts.reduce((steps, part) => steps + (part.replicas?.[point] ?? 0) * part.share.value, 0) / divisor;
  return {
    min: total("min"),
    steady: total("steady"),
    max: total("max"),
    atLeast: parts.some((part) => part.replicas === undefined || part.share.atLeast),
  };
}
