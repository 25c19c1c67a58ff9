import type { Point } from "../../footprint/figures/figure";
import { MEMORY, podShare } from "../../footprint/figures/pod";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";
import { workloadNamed } from "../workload-named";

/** What is added up. */
export interface MemoryOptions {
  /** Name of the workload. @default - all of them */
  readonly of?: string;
  /** @default "max" */
  readonly at?: Point;
  /** @default "limits" */
  readonly side?: "requests" | "limits";
}

/** `expect(stack).toFitMemory(16)`: the memory limits of all pods, at most that many GiB. */
export function toFitMemory(
  this: MatcherContext,
  received: object | string,
  gib: number,
  { of, at = "max", side = "limits" }: MemoryOptions = {},
): MatcherResult {
  const { footprint } = readReceived(received);
  const workloads = of === undefined ? footprint.workloads : [workloadNamed(footprint, of)];
  const rows = workloads.map((workload) => {
    const each = podShare(workload, side, MEMORY);
    const pods = workload.replicas?.[at];
    return {
      name: workload.name,
      pods,
      mib: each.value / MEMORY.stepsPerModelUnit,
      atLeast: each.atLeast || pods === undefined,
    };
  });
  const total = rows.reduce((sum, { pods = 0, mib }) => sum + pods * mib, 0) / 1024;
  const unknown = rows.filter(({ atLeast }) => atLeast).map(({ name }) => name);
  return result(this, "toFitMemory", "GiB", total <= gib && unknown.length === 0, () => [
    `Expected memory ${side} at ${at}: at most ${this.utils.printExpected(gib)} GiB`,
    `Received: ${unknown.length > 0 ? "at least " : ""}${this.utils.printReceived(Math.round(total * 1000) / 1000)} GiB`,
    "",
    ...rows.map(({ name, pods, mib }) => `  ${name}: ${pods ?? "unknown"} pods x ${mib} MiB`),
    ...(unknown.length === 0
      ? []
      : ["", `Not set, so a lower bound: ${side} or replicas of ${unknown.join(", ")}`]),
  ]);
}
