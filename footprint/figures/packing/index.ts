import { shapeOf } from "../../../config/machines";
import type { Footprint, NodeGroup, Span, Workload } from "../../model";
import { onceEach } from "../../once-each";
import { distinct, sortedBy } from "../../order";
import { POINTS, type Point } from "../figure";
import { CPU, isOutsideKubernetes, MEMORY, podShare } from "../pod";
import { type Allocatable, allocatable, whole } from "./allocatable";
import { firstFit, type NodeClass, type Packed, type PodClass } from "./first-fit";

/** The option's pods on the option's nodes. */
export interface Packing {
  readonly groups: readonly PackedGroup[];
  /** Workloads of which one pod is larger than any empty node. */
  readonly fitsNoNode: readonly FitsNoNode[];
  /** Workloads of which some pods find all nodes full, though every group is at its most. */
  readonly noRoom: readonly NoRoom[];
  /** What runs on the nodes and was not packed, with the reason: the nodes may be fuller than reported. */
  readonly notPacked: readonly NotPacked[];
}

/** A group of nodes and its number of nodes. */
export interface PackedGroup {
  readonly id: string;
  readonly name: string;
  readonly instanceType: string;
  /** What one node keeps for pods. */
  readonly allocatable: Allocatable;
  /** Nodes that run and are charged. */
  readonly nodes: Span;
}

export interface FitsNoNode {
  readonly workload: string;
  /** What one pod requests. */
  readonly cpuMillicores: number;
  readonly memoryMi: number;
}

export interface NoRoom {
  readonly workload: string;
  readonly at: Point;
  readonly pods: number;
}

export interface NotPacked {
  readonly name: string;
  readonly why: string;
}

/** Beyond these a document means something else than machines. */
const MOST_PODS = 100_000;
const MOST_NODES = 10_000;

interface KnownGroup {
  readonly group: NodeGroup & { readonly instanceType: string; readonly count: Span };
  readonly room: Allocatable;
}

/**
 * Packs what runs in clusters onto their nodes, and what runs in containers outside of a cluster onto the machines.
 *
 * Requests are packed, the sum of a DaemonSet's taken off every node first. Spread over hosts and zones, affinity,
 * taints and the pods that a cluster brings along are not considered: more nodes may be needed than reported.
 *
 * @returns nothing where the footprint has no nodes of a known shape and number
 */
export const packing = onceEach((footprint: Footprint): Packing | undefined => {
  const parts = [packOnto(footprint, true), packOnto(footprint, false)].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return {
    groups: parts.flatMap(({ groups }) => groups),
    fitsNoNode: parts.flatMap(({ fitsNoNode }) => fitsNoNode),
    noRoom: parts.flatMap(({ noRoom }) => noRoom),
    notPacked: parts.flatMap(({ notPacked }) => notPacked),
  };
});

/** Workloads of which a pod fits no node, or finds no room on an ordinary day. */
export function unschedulable(packing: Packing | undefined): string[] {
  const { fitsNoNode = [], noRoom = [] } = packing ?? {};
  return distinct([
    ...fitsNoNode.map(({ workload }) => workload),
    ...noRoom.filter(({ at }) => at !== "max").map(({ workload }) => workload),
  ]);
}

/** True where a workload runs on nodes that the footprint owns, whether they could be packed or not. */
export function runsOnOwnNodes(workload: Workload, { nodes }: Footprint): boolean {
  if (workload.managed === true) return false;
  const inCluster = !isOutsideKubernetes(workload);
  return nodes.some(({ runsPods = false }) => runsPods === inCluster);
}

function packOnto(footprint: Footprint, inCluster: boolean): Packing | undefined {
  const nodes = sortedBy(
    footprint.nodes.filter(({ runsPods = false }) => runsPods === inCluster),
    ({ id }) => id,
  );
  const known = nodes.flatMap((group) => knownGroup(group, inCluster));
  if (known.length === 0) return undefined;
  const own = footprint.workloads.filter(
    (workload) => workload.managed !== true && isOutsideKubernetes(workload) !== inCluster,
  );
  const classes = own.map((workload) => ({ workload, pod: podOf(workload) }));
  const daemons = classes.filter(({ workload }) => workload.kind === "DaemonSet").map(({ pod }) => pod);
  const packed = classes.filter(({ workload }) => workload.kind !== "DaemonSet" && workload.replicas);
  const room = (each: KnownGroup) => roomOf(each.room, daemons);
  const at = (point: Point, before: ReadonlyMap<string, number> | undefined) =>
    firstFit(
      packed.map(({ workload, pod }) => ({ ...pod, count: workload.replicas?.[point] ?? 0 })),
      known.map((each): NodeClass => {
        const { id, count } = each.group;
        const fewest = Math.max(point === "min" ? count.min : count.steady, before?.get(id) ?? 0);
        return { id, room: room(each), fewest, most: Math.max(count.max, fewest) };
      }),
    );
  if (
    isBeyondReason(
      packed.map(({ workload }) => workload),
      known,
    )
  )
    return undefined;
  const min = at("min", undefined);
  const steady = at("steady", min.nodes);
  const points = { min, steady, max: at("max", steady.nodes) };
  return {
    groups: known.map(({ group, room: allocated }) => ({
      id: group.id,
      name: group.name,
      instanceType: group.instanceType,
      allocatable: allocated,
      nodes: spanOf(points, group.id),
    })),
    fitsNoNode: distinctPods(POINTS.flatMap((point) => points[point].tooLarge)),
    noRoom: POINTS.flatMap((point) =>
      points[point].leftOver.map(({ name, count }) => ({ workload: name, at: point, pods: count })),
    ),
    notPacked: sortedBy(
      [
        ...nodes
          .filter((group) => !known.some((each) => each.group.id === group.id))
          .map(({ name }) => ({ name, why: "instance type or node count unresolved" })),
        ...own.flatMap(whyNotPacked),
        ...(inCluster ? undeclared(footprint) : []),
      ],
      ({ name, why }) => `${name}\n${why}`,
    ),
  };
}

function knownGroup(group: NodeGroup, inCluster: boolean): KnownGroup[] {
  const { instanceType, count, provider = "kubernetes", maxPods } = group;
  if (instanceType === undefined || count === undefined) return [];
  const machine = shapeOf(group.provider, instanceType);
  if (machine === undefined) return [];
  const room = inCluster ? allocatable(machine, provider, maxPods) : whole(machine);
  return [{ group: { ...group, instanceType, count }, room }];
}

function isBeyondReason(workloads: readonly Workload[], groups: readonly KnownGroup[]): boolean {
  const pods = workloads.reduce((sum, { replicas }) => sum + (replicas?.max ?? 0), 0);
  const nodes = groups.reduce((sum, { group }) => sum + Math.max(group.count.steady, group.count.min), 0);
  return pods > MOST_PODS || nodes > MOST_NODES;
}

/** One pod's requests; what it does not request takes no room, as for the scheduler. */
function podOf(workload: Workload): PodClass {
  return {
    name: workload.name,
    cpuMicrocores: podShare(workload, "requests", CPU).value,
    memoryBytes: podShare(workload, "requests", MEMORY).value,
    count: 0,
  };
}

/** Each node runs a pod of every DaemonSet. */
function roomOf(
  { cpuMillicores, memoryMi, pods = Number.POSITIVE_INFINITY }: Allocatable,
  daemons: readonly PodClass[],
) {
  const sum = (of: (pod: PodClass) => number) => daemons.reduce((total, pod) => total + of(pod), 0);
  return {
    cpuMicrocores: Math.max(0, cpuMillicores * 1000 - sum((pod) => pod.cpuMicrocores)),
    memoryBytes: Math.max(0, memoryMi * 2 ** 20 - sum((pod) => pod.memoryBytes)),
    pods: Math.max(0, pods - daemons.length),
  };
}

function spanOf(points: Readonly<Record<Point, Packed>>, id: string): Span {
  const nodes = (point: Point) => points[point].nodes.get(id) ?? 0;
  return { min: nodes("min"), steady: nodes("steady"), max: nodes("max") };
}

function distinctPods(pods: readonly PodClass[]): FitsNoNode[] {
  const byName = new Map(pods.map((pod) => [pod.name, pod]));
  return [...byName.values()].map(({ name, cpuMicrocores, memoryBytes }) => ({
    workload: name,
    cpuMillicores: cpuMicrocores / 1000,
    memoryMi: memoryBytes / 2 ** 20,
  }));
}

function whyNotPacked(workload: Workload): NotPacked[] {
  const { name, kind, replicas } = workload;
  if (replicas === undefined && kind !== "DaemonSet") return [{ name, why: "replicas unresolved" }];
  const [cpu, memory] = [CPU, MEMORY].map((resource) => podShare(workload, "requests", resource).atLeast);
  const lacking = [cpu === true ? "CPU" : [], memory === true ? "memory" : []].flat();
  return lacking.length === 0 ? [] : [{ name, why: `not every container requests ${lacking.join(" and ")}` }];
}

/** Helm charts whose insides the document does not hold. */
function undeclared({ unknowns }: Footprint): NotPacked[] {
  const ids = unknowns.filter(({ what }) => what === "workloads").map(({ id }) => id);
  return distinct(ids).map((id) => ({ name: id, why: "its pods are not in the input" }));
}
