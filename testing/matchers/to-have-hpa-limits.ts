import type { Workload } from "../../footprint/model";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";
import { workloadNamed } from "../workload-named";

/** Limits of an autoscaler. */
export interface HpaLimits {
  readonly min?: number;
  readonly max?: number;
  /** Target of the CPU in percent of the request. */
  readonly cpuPercent?: number;
  /** Target of the memory in percent of the request. */
  readonly memoryPercent?: number;
}

/** `expect(stack).toHaveHpaLimits("web", { min: 2, max: 8, cpuPercent: 60 })` */
export function toHaveHpaLimits(
  this: MatcherContext,
  received: object | string,
  name: string,
  expected: HpaLimits,
): MatcherResult {
  const workload = workloadNamed(readReceived(received).footprint, name);
  const found = limitsOf(workload);
  const keys = (["min", "max", "cpuPercent", "memoryPercent"] as const).filter(
    (key) => expected[key] !== undefined,
  );
  const wrong = keys.filter((key) => found?.[key] !== expected[key]);
  const { printExpected, printReceived } = this.utils;
  return result(
    this,
    "toHaveHpaLimits",
    "workload, limits",
    found !== undefined && wrong.length === 0,
    () => [
      `Expected limits: ${printExpected(expected)}`,
      `Received limits: ${printReceived(found ?? null)}`,
      "",
      found === undefined
        ? `${workload.id} has no autoscaler (replicas from: ${workload.replicasFrom}): add a HorizontalPodAutoscaler whose scaleTargetRef is ${workload.kind} ${workload.name}`
        : `${workload.id} scales on ${workload.scalesOn.join(", ") || "nothing that the input says"}`,
    ],
  );
}

function limitsOf({ replicas, replicasFrom, scalesOn }: Workload): HpaLimits | undefined {
  if (replicasFrom !== "autoscaler" || replicas === undefined) return undefined;
  const percentOf = (resource: string) =>
    scalesOn.flatMap((each) => new RegExp(`^${resource} (\\d+) ?%`).exec(each)?.[1] ?? []).map(Number)[0];
  const [cpuPercent, memoryPercent] = [percentOf("cpu"), percentOf("memory")];
  return {
    min: replicas.min,
    max: replicas.max,
    ...(cpuPercent === undefined ? {} : { cpuPercent }),
    ...(memoryPercent === undefined ? {} : { memoryPercent }),
  };
}
