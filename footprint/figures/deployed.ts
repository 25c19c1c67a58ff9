import type { Footprint, Span, Workload, WorkloadKind } from "../model";
import { byText } from "../order";
import { CPU, MEMORY, podShare, type Resource } from "./pod";

/** A workload and how many of it run. */
export interface Deployed {
  readonly name: string;
  readonly namespace?: string;
  readonly kind: WorkloadKind;
  /** Absent if the document does not specify it. */
  readonly replicas?: Span;
}

/** What is deployed, the workload that reserves most at steady state first, then by name. */
export function deployed({ workloads }: Footprint): Deployed[] {
  return workloads
    .map((workload) => ({ workload, cpu: reserved(workload, CPU), memory: reserved(workload, MEMORY) }))
    .sort(
      (left, right) =>
        right.cpu - left.cpu ||
        right.memory - left.memory ||
        byText(left.workload.name, right.workload.name) ||
        byText(left.workload.id, right.workload.id),
    )
    .map(({ workload: { name, namespace, kind, replicas } }) => ({ name, namespace, kind, replicas }));
}

function reserved(workload: Workload, resource: Resource): number {
  return podShare(workload, "requests", resource).value * (workload.replicas?.steady ?? 0);
}
