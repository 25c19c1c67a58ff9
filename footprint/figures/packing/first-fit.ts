import { byText } from "../../order";

/** Pods that are all alike. Whole steps, so that nothing is rounded when nodes are filled. */
export interface PodClass {
  readonly name: string;
  readonly cpuMicrocores: number;
  readonly memoryBytes: number;
  readonly count: number;
}

/** What a node has room for. */
export interface Room {
  readonly cpuMicrocores: number;
  readonly memoryBytes: number;
  readonly pods: number;
}

/** Nodes that are all alike. */
export interface NodeClass {
  readonly id: string;
  readonly room: Room;
  /** Nodes that always run. */
  readonly fewest: number;
  /** Nodes that the group may grow to. */
  readonly most: number;
}

/** Where the pods went. */
export interface Packed {
  /** Nodes by group: those that are needed, and at least `fewest`. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Nodes among them with a pod on them. */
  readonly used: number;
  /** Pods that would fit a node, and for which all nodes are full. */
  readonly leftOver: readonly PodClass[];
  /** Pods that fit no node, however empty. */
  readonly tooLarge: readonly PodClass[];
}

interface Node {
  cpu: number;
  memory: number;
  pods: number;
  isUsed: boolean;
}

/**
 * Packs pods onto nodes by their requests: the largest first, each onto the first node that has room (first-fit
 * decreasing). A new node is taken of the first group that may grow and whose nodes the pod fits. Pods of one class
 * are put down together.
 *
 * @see https://en.wikipedia.org/wiki/First-fit-decreasing_bin_packing
 */
export function firstFit(pods: readonly PodClass[], groups: readonly NodeClass[]): Packed {
  const running = groups.map((group) => ({
    group,
    nodes: Array.from({ length: group.fewest }, () => empty(group.room)),
  }));
  const leftOver: PodClass[] = [];
  const tooLarge: PodClass[] = [];
  for (const pod of largestFirst(pods, groups)) {
    if (groups.every(({ room }) => copies(empty(room), pod) === 0)) {
      tooLarge.push(pod);
      continue;
    }
    let left = pod.count;
    for (const { nodes } of running) for (const node of nodes) left -= put(node, pod, left);
    for (const { group, nodes } of running) {
      while (left > 0 && nodes.length < group.most && copies(empty(group.room), pod) > 0) {
        const node = empty(group.room);
        nodes.push(node);
        left -= put(node, pod, left);
      }
    }
    if (left > 0) leftOver.push({ ...pod, count: left });
  }
  return {
    nodes: new Map(running.map(({ group, nodes }) => [group.id, nodes.length])),
    used: running.flatMap(({ nodes }) => nodes.filter(({ isUsed }) => isUsed)).length,
    leftOver,
    tooLarge,
  };
}

/** By the larger of the two shares of the roomiest node; the order of the names decides between equals. */
function largestFirst(pods: readonly PodClass[], groups: readonly NodeClass[]): PodClass[] {
  const cpu = Math.max(1, ...groups.map(({ room }) => room.cpuMicrocores));
  const memory = Math.max(1, ...groups.map(({ room }) => room.memoryBytes));
  const size = (pod: PodClass) => Math.max(pod.cpuMicrocores / cpu, pod.memoryBytes / memory);
  const key = ({ name, count }: PodClass) => JSON.stringify([name, count]);
  return pods
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => size(right) - size(left) || byText(key(left), key(right)));
}

function empty({ cpuMicrocores, memoryBytes, pods }: Room): Node {
  return { cpu: cpuMicrocores, memory: memoryBytes, pods, isUsed: false };
}

/** How many copies of a pod a node has room for. */
function copies(node: Node, { cpuMicrocores, memoryBytes }: PodClass): number {
  return Math.min(
    node.pods,
    cpuMicrocores === 0 ? Number.POSITIVE_INFINITY : Math.floor(node.cpu / cpuMicrocores),
    memoryBytes === 0 ? Number.POSITIVE_INFINITY : Math.floor(node.memory / memoryBytes),
  );
}

/** Puts as many copies onto a node as fit, and says how many that were. */
function put(node: Node, pod: PodClass, wanted: number): number {
  const many = Math.min(wanted, copies(node, pod));
  if (many === 0) return 0;
  node.cpu -= many * pod.cpuMicrocores;
  node.memory -= many * pod.memoryBytes;
  node.pods -= many;
  node.isUsed = true;
  return many;
}
