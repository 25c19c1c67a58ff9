import type { Footprint, Workload } from "../model";
import { type Figure, POINTS, type Sum } from "./figure";
import { hidesMore } from "./hidden";
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
 * A workload whose replicas unresolved, or a container without the figure, makes the sum a lower bound, and so
 * does what the option deploys and the document does not hold.
 */
export function compute(footprint: Footprint): Compute {
  return {
    pods: sum(footprint, () => ONE_POD, 1),
    cpuCores: reserve(footprint, CPU),
    memoryGiB: reserve(footprint, MEMORY),
  };
}

function reserve(footprint: Footprint, resource: Resource): Reserve {
  const side = (of: Side) => sum(footprint, (each) => podShare(each, of, resource), resource.stepsPerUnit);
  return { request: side("requests"), limit: side("limits") };
}

/** Adds whole steps and divides once, so that 1.3125 stays 1.3125. */
function sum(footprint: Footprint, share: (workload: Workload) => Figure, divisor: number): Sum {
  const steps = { min: 0, steady: 0, max: 0 };
  let atLeast = hidesMore(footprint);
  for (const workload of footprint.workloads) {
    const { replicas } = workload;
    // No pods of whatever size are nothing.
    if (replicas?.max === 0) continue;
    const each = share(workload);
    if (replicas === undefined || each.atLeast) atLeast = true;
    if (replicas === undefined) continue;
    for (const point of POINTS) steps[point] += replicas[point] * each.value;
  }
  const { min, steady, max } = steps;
  return { min: min / divisor, steady: steady / divisor, max: max / divisor, atLeast };
}
