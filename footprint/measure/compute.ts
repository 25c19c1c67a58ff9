import type { Footprint, Workload } from "../model";
import { type Figure, POINTS, type Sum } from "./figure";
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
  const steps = { min: 0, steady: 0, max: 0 };
  let atLeast = false;
  for (const workload of workloads) {
    const { replicas } = workload;
    const each = share(workload);
    if (replicas === undefined || each.atLeast) atLeast = true;
    if (replicas === undefined) continue;
    for (const point of POINTS) steps[point] += replicas[point] * each.value;
  }
  const { min, steady, max } = steps;
  return { min: min / divisor, steady: steady / divisor, max: max / divisor, atLeast };
}
