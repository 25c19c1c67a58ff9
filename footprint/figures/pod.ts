import type { Resources, Workload, WorkloadKind } from "../model";
import type { Figure } from "./figure";

/** A resource that pods use, and the whole steps in which it is added up so that no sum is rounded. */
export interface Resource {
  readonly of: (resources: Resources) => number | undefined;
  /** Steps in one unit of the model: microcores in a millicore, bytes in a MiB. */
  readonly stepsPerModelUnit: number;
  /** Steps in one unit of the answer: microcores in a core, bytes in a GiB. */
  readonly stepsPerUnit: number;
}

/** Processor time: model in millicores, answer in cores. */
export const CPU: Resource = { of: (r) => r.cpuMillicores, stepsPerModelUnit: 1000, stepsPerUnit: 1_000_000 };

/** Memory: model in MiB, answer in GiB. */
export const MEMORY: Resource = { of: (r) => r.memoryMi, stepsPerModelUnit: 2 ** 20, stepsPerUnit: 2 ** 30 };

/** What is kept free for a container, or what it may use at most. */
export type Side = "requests" | "limits";

const OUTSIDE_KUBERNETES: readonly WorkloadKind[] = ["SwarmService", "Container", "VmGroup"];

/** True for what no Kubernetes cluster runs. */
export function isOutsideKubernetes({ kind }: Workload): boolean {
  return OUTSIDE_KUBERNETES.includes(kind);
}

/**
 * What one pod asks for or may use, in steps of the resource: the larger of the sum of its containers and
 * its largest init container, plus overhead. A lower bound where a container does not say.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podShare(workload: Workload, side: Side, resource: Resource): Figure {
  let sum = 0;
  let atLeast = workload.containers.length === 0;
  for (const container of workload.containers) {
    const share = toSteps(declared(workload, container, side, resource), resource);
    if (share === undefined) atLeast = true;
    else sum += share;
  }
  let largest = sum;
  for (const container of workload.initContainers) {
    const share = toSteps(declared(workload, container, side, resource), resource);
    if (share === undefined) atLeast = true;
    else largest = Math.max(largest, share);
  }
  const overhead = toSteps(resource.of(workload.overhead), resource) ?? 0;
  // Kubernetes adds the overhead to a limit only where there is one.
  const applies = side === "requests" || largest > 0;
  return { value: largest + (applies ? overhead : 0), atLeast };
}

/** Kubernetes takes a container's limit for its request where only the limit is set; Docker does not. */
function declared(
  workload: Workload,
  container: { requests: Resources; limits: Resources },
  side: Side,
  resource: Resource,
): number | undefined {
  const own = resource.of(container[side]);
  if (side === "limits" || isOutsideKubernetes(workload)) return own;
  return own ?? resource.of(container.limits);
}

function toSteps(amount: number | undefined, resource: Resource): number | undefined {
  return amount === undefined ? undefined : Math.round(amount * resource.stepsPerModelUnit);
}
