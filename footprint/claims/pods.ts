import type { ComputeMeasure } from "../../config/model";
import { compute, type Point } from "../figures";
import type { Sum } from "../figures/figure";
import { CPU, MEMORY, podShare } from "../figures/pod";
import type { Footprint, Workload } from "../model";
import { byText } from "../order";
import { Missing } from "./missing";
import { literal, type RangeTerm } from "./value";

/** Pods, CPU or memory, with what each workload adds. @throws Missing for a sum that is a lower bound */
export function sumOverPods(footprint: Footprint, measure: ComputeMeasure, at: Point): RangeTerm {
  const sum = read(footprint, measure);
  if (sum.atLeast) throw new Missing(`${measure} of ${footprint.id}: not every workload sets it`);
  const parts = [...footprint.workloads]
    .sort((left, right) => pods(right, at) - pods(left, at) || byText(left.name, right.name))
    .map((workload) => `${pods(workload, at)}${share(workload, measure)}`);
  return { ...literal(sum[at]), formula: parts.join(" + "), isTight: parts.length < 2 };
}

function read(footprint: Footprint, measure: ComputeMeasure): Sum {
  const { pods: all, cpuCores, memoryGiB } = compute(footprint);
  switch (measure) {
    case "pods":
      return all;
    case "cpuCores.request":
      return cpuCores.request;
    case "cpuCores.limit":
      return cpuCores.limit;
    case "memoryGiB.request":
      return memoryGiB.request;
    case "memoryGiB.limit":
      return memoryGiB.limit;
  }
}

/** What one pod adds: ` travel-api`, ` x 300m`, ` x 320Mi`. */
function share(workload: Workload, measure: ComputeMeasure): string {
  if (measure === "pods") return ` ${workload.name}`;
  const [resource, unit] = measure.startsWith("cpu") ? ([CPU, "m"] as const) : ([MEMORY, "Mi"] as const);
  const side = measure.endsWith("request") ? "requests" : "limits";
  return ` x ${podShare(workload, side, resource).value / resource.stepsPerModelUnit}${unit}`;
}

/** The footprint less one container of one workload. */
export function without(
  footprint: Footprint,
  except?: { readonly workload: string; readonly container: string },
) {
  if (except === undefined) return footprint;
  const trim = (workload: Workload) =>
    workload.name === except.workload
      ? { ...workload, containers: workload.containers.filter(({ name }) => name !== except.container) }
      : workload;
  return { ...footprint, workloads: footprint.workloads.map(trim) };
}

function pods({ replicas: span }: Workload, at: Point): number {
  return span?.[at] ?? 0;
}

/** How many pods of a workload run. @throws Missing if the footprint does not specify it */
export function replicas(footprint: Footprint, name: string, at: Point): RangeTerm {
  const span = workloadNamed(footprint, name).replicas;
  if (span === undefined) throw new Missing(`how many pods of ${name} run in ${footprint.id}`);
  return { ...literal(span[at]), formula: `${span[at]} pods of ${name}` };
}

/** What one container may use, in MiB. @throws Missing where it has no limit */
export function memoryLimit(footprint: Footprint, name: string, container: string): RangeTerm {
  const limit = workloadNamed(footprint, name).containers.find((each) => each.name === container)?.limits
    .memoryMi;
  if (limit === undefined) throw new Missing(`the memory limit of ${container} in ${name}`);
  return { ...literal(limit), formula: `${limit}Mi` };
}

function workloadNamed({ id, workloads }: Footprint, name: string): Workload {
  const found = workloads.find((workload) => workload.name === name);
  if (found === undefined) throw new Missing(`the workload ${name} in the stack of ${id}`);
  return found;
}
