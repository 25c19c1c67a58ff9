import type { Footprint, Span, Workload, WorkloadKind } from "../model";
import { byText } from "./order";
import { CPU, MEMORY, podShare } from "./pod";

/** A workload and how many of it run. */
export interface Deployed {
  readonly name: string;
  readonly namespace?: string;
  readonly kind: WorkloadKind;
  /** Absent where the document does not tell. */
  readonly replicas?: Span;
}

/** What is deployed, the workload that reserves most at steady state first, then by name. */
export function deployed({ workloads }: Footprint): Deployed[] {
  return [...workloads]
    .sort(
      (left, right) =>
        reserved(right, "cpu") - reserved(left, "cpu") ||
        reserved(right, "memory") - reserved(left, "memory") ||
        byText(left.name, right.name) ||
        byText(left.id, right.id),
    )
    .map(({ name, namespace, kind, replicas }) => ({ name, namespace, kind, replicas }));
}

function reserved(workload: Workload, resource: "cpu" | "memory"): number {
  const share = podShare(workload, "requests", resource === "cpu" ? CPU : MEMORY);
  return share.value * (workload.replicas?.steady ?? 0);
}
