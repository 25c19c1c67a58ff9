import type { Resources, Workload, WorkloadKind } from "../model";
import { onceEach } from "../once-each";
import { distinct } from "../order";
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

const OUTSIDE_KUBERNETES: readonly WorkloadKind[] = [
  "SwarmService",
  "Container",
  "VmGroup",
  "Function",
  "App",
  "ContainerApp",
];

/** True for what no Kubernetes cluster runs. */
export function isOutsideKubernetes({ kind, managed }: Workload): boolean {
  return managed === true || OUTSIDE_KUBERNETES.includes(kind);
}

/**
 * What one pod asks for or may use, in steps of the resource, as the scheduler counts: the larger of the sum of its
 * containers and the largest of its init containers, each with the native sidecars that were started before it; the
 * pod's own resources in its place where they are set; plus overhead. A lower bound where a container does not say, or
 * where something outside of the document changes the resources.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-helpers/resource/helpers.go
 */
export function podShare(workload: Workload, side: Side, resource: Resource): Figure {
  const known = sharesOf(workload)[side];
  const found = known.get(resource) ?? shareOf(workload, side, resource);
  known.set(resource, found);
  return found;
}

/** Every figure asks for the same few shares. */
const sharesOf = onceEach(
  (_: Workload): Record<Side, WeakMap<Resource, Figure>> => ({
    requests: new WeakMap(),
    limits: new WeakMap(),
  }),
);

function shareOf(workload: Workload, side: Side, resource: Resource): Figure {
  const { value, atLeast } =
    podLevelShare(workload, side, resource) ?? containersShare(workload, side, resource);
  const overhead = toSteps(resource.of(workload.overhead), resource) ?? 0;
  // Kubernetes adds the overhead to a limit only where there is one.
  const applies = side === "requests" || value > 0;
  const changed = (workload.resourcesChangedBy ?? []).length > 0;
  return { value: value + (applies ? overhead : 0), atLeast: atLeast || changed };
}

/** The pod's own figure. A limit stands in for a request that neither the pod nor a container sets. */
function podLevelShare(workload: Workload, side: Side, resource: Resource): Figure | undefined {
  const { podLevel } = workload;
  if (podLevel === undefined) return undefined;
  const own = toSteps(resource.of(podLevel[side]), resource);
  if (own !== undefined) return { value: own, atLeast: false };
  const all = [...workload.containers, ...workload.initContainers];
  const limit = toSteps(resource.of(podLevel.limits), resource);
  if (side === "limits" || limit === undefined) return undefined;
  return all.some((each) => declared(workload, each, side, resource) !== undefined)
    ? { ...containersShare(workload, side, resource), atLeast: false }
    : { value: limit, atLeast: false };
}

function containersShare(workload: Workload, side: Side, resource: Resource): Figure {
  let sum = 0;
  let atLeast = workload.containers.length === 0;
  /** What the first 0, 1, 2 ... native sidecars take together. */
  const besides = [0];
  for (const container of workload.containers) {
    const share = toSteps(declared(workload, container, side, resource), resource);
    if (share === undefined) atLeast = true;
    sum += share ?? 0;
    if (container.isSidecar === true) besides.push((besides.at(-1) ?? 0) + (share ?? 0));
  }
  let largest = sum;
  for (const container of workload.initContainers) {
    const share = toSteps(declared(workload, container, side, resource), resource);
    if (share === undefined) atLeast = true;
    largest = Math.max(largest, (share ?? 0) + (besides[container.sidecarsBefore ?? 0] ?? 0));
  }
  return { value: largest, atLeast };
}

/** Resources besides CPU and memory that one pod requests, by name, sorted; each the larger of both phases. */
export function otherRequests(workload: Workload): ReadonlyMap<string, number> {
  const others = [...workload.containers, ...workload.initContainers].flatMap(({ requests, limits }) => [
    ...Object.keys(requests.other ?? {}),
    ...Object.keys(limits.other ?? {}),
  ]);
  return new Map(
    distinct(others).map((name) => {
      const resource: Resource = { of: ({ other }) => other?.[name], stepsPerModelUnit: 1, stepsPerUnit: 1 };
      return [name, containersShare(workload, "requests", resource).value];
    }),
  );
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

/** Kinds whose pods always run to an end. */
const TO_COMPLETION: readonly WorkloadKind[] = ["Job", "CronJob", "ScaledJob"];

/** True for what runs to an end: nobody waits for a second pod of it, and its hours per month are unknown. */
export function runsToCompletion({ kind, runsToCompletion: runs }: Workload): boolean {
  return runs === true || TO_COMPLETION.includes(kind);
}
