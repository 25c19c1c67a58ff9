import type { Container, Resources, Span, Workload } from "../../model";
import type { Draft } from "../draft";
import type { Managed } from "../terraform/type";
import { span, type Usage } from "../usage";

/** A managed workload as its declaration read it. */
export interface ManagedThing {
  readonly id: string;
  readonly read: Managed;
  /** Number of instances; absent where it is known after apply. */
  readonly times: number | undefined;
}

/** Adds what providers run on machines of their own, and the images of its containers. */
export function readManaged(things: readonly ManagedThing[], draft: Draft, usage: Usage): void {
  for (const thing of things) {
    const workload = workloadOf(thing, usage);
    const { id, name } = workload;
    draft.workloads.push(workload);
    for (const { image } of workload.containers)
      if (image !== undefined) draft.imageUses.push({ id, workload: name, image });
  }
}

function workloadOf({ id, read, times }: ManagedThing, usage: Usage): Workload {
  const { replicas, replicasFrom, scalesOn = [], ...rest } = read;
  const all = multiplied(id, read, times, usage);
  return {
    id,
    labels: {},
    initContainers: [],
    overhead: {},
    managed: true,
    ...rest,
    ...(all === undefined ? {} : { replicas: all }),
    replicasFrom: all === undefined ? "unknown" : (replicasFrom ?? "replicas"),
    scalesOn,
  };
}

function multiplied(
  id: string,
  { name, replicas }: Managed,
  times: number | undefined,
  usage: Usage,
): Span | undefined {
  if (replicas === undefined || times === undefined) return undefined;
  const { min, max } = replicas;
  const all = span({ id, name }, min * times, max * times, usage);
  return Object.hasOwn(usage, name) ? all : { ...all, steady: replicas.steady * times };
}

/** The one container of a managed workload, which gets all that it may use. */
export function container(
  name: string,
  image: string | undefined,
  cpuMillicores: number | undefined,
  memoryMi: number | undefined,
): Container {
  const resources: Resources = {
    ...(cpuMillicores === undefined ? {} : { cpuMillicores }),
    ...(memoryMi === undefined ? {} : { memoryMi }),
  };
  return { name, ...(image === undefined ? {} : { image }), requests: resources, limits: resources };
}

/** Replicas that the load decides on, within bounds; absent where one of them is. */
export function scaling(
  min: number | undefined,
  max: number | undefined,
): Pick<Managed, "replicas" | "replicasFrom" | "scalesOn"> {
  return {
    ...(min === undefined || max === undefined ? {} : { replicas: { min, steady: min, max } }),
    replicasFrom: min === max ? "replicas" : "autoscaler",
    scalesOn: ["requests"],
  };
}
