import type { Span, Workload } from "../model";
import { POINTS, type Sum } from "./figure";

/** A number at each of the three operating points. */
export function spanOf(of: (point: keyof Span) => number): Span {
  return { min: of("min"), steady: of("steady"), max: of("max") };
}

/**
 * Adds up what each workload brings at each operating point.
 *
 * @param of undefined if undetermined: the sum is then a lower bound
 */
export function sumOver(
  workloads: readonly Workload[],
  of: (workload: Workload, pods: number) => number | undefined,
): Sum {
  const parts = workloads.map((workload) => {
    const { replicas } = workload;
    return replicas && POINTS.map((point) => of(workload, replicas[point]));
  });
  const total = (index: number) => parts.reduce((sum, part) => sum + (part?.[index] ?? 0), 0);
  return {
    min: total(0),
    steady: total(1),
    max: total(2),
    atLeast: parts.some((part) => part === undefined || part.includes(undefined)),
  };
}
