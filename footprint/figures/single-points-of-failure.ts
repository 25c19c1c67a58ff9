import type { Footprint, NodeGroup, Queue, Store, Topic, Workload } from "../model";
import { sortedBy } from "../order";
import { clustersOf, type Membership } from "./clusters";
import { machinesOf } from "./dependents";
import { labelsOf } from "./labels";
import { runsToCompletion } from "./pod";

/** A thing that takes a service, or its data, down with it. */
export interface SinglePoint {
  readonly kind: "workload" | "store" | "queue" | "topic" | "machine";
  readonly name: string;
  readonly reason: string;
}

/** The single points of failure, and the things for which the document is incomplete. */
export interface SinglePoints {
  readonly found: readonly SinglePoint[];
  readonly notAssessed: readonly SinglePoint[];
}

/** What a thing's figures say: a reason, nothing to say, or not enough figures. */
type Verdict = { readonly reason: string } | { readonly missing: string } | undefined;

/** A thing that was judged. */
export interface Judged {
  readonly kind: SinglePoint["kind"];
  readonly thing: { readonly name: string };
  readonly verdict: Verdict;
  /** The workload that alone keeps a store, and is a single point of failure itself: the two are one. */
  readonly keptBy?: { readonly name: string };
}

/**
 * Workloads that may run fewer than two pods, stores on one node, queues and topics that one broker stops. A program
 * and the data that it alone keeps are one thing, and so are the members of a cluster.
 */
export function singlePointsOfFailure(footprint: Footprint, judged = judge(footprint)): SinglePoints {
  const label = labelsOf(footprint);
  const sorted = sortedBy(
    judged.filter(({ verdict, keptBy }) => verdict !== undefined && keptBy === undefined),
    ({ kind, thing }) => `${kind} ${label(thing)}`,
  );
  return {
    found: sorted.flatMap(({ kind, thing, verdict }) =>
      verdict !== undefined && "reason" in verdict
        ? [{ kind, name: label(thing), reason: verdict.reason }]
        : [],
    ),
    notAssessed: sorted.flatMap(({ kind, thing, verdict }) =>
      verdict !== undefined && "missing" in verdict
        ? [{ kind, name: label(thing), reason: verdict.missing }]
        : [],
    ),
  };
}

/** Those of the judged that are single points of failure. */
export function singleThings(judged: readonly Judged[]): ReadonlySet<object> {
  const found = judged.filter(({ verdict }) => verdict !== undefined && "reason" in verdict);
  return new Set(found.map(({ thing }) => thing));
}

/** Judges each thing of a footprint. */
export function judge(footprint: Footprint): readonly Judged[] {
  const { workloads, stores, queues, topics, nodes } = footprint;
  // A cluster moves its pods, a machine does not: only those count of which the document says what they run.
  const machines = new Set(nodes.length === 0 ? [] : workloads.flatMap(({ id }) => machinesOf(id)));
  const clusters = clustersOf(footprint);
  const running = workloads.map(
    (thing): Judged => ({ kind: "workload", thing, verdict: workload(thing, clusters.get(thing.id)) }),
  );
  const single = singleThings(running);
  const byId = new Map(workloads.map((each) => [each.id, each]));
  return [
    ...running,
    ...stores.map((thing): Judged => {
      const keepers = (thing.usedBy ?? []).flatMap((id) => byId.get(id) ?? []);
      if (keepers.some(({ id }) => hasCopies(clusters.get(id))))
        return { kind: "store", thing, verdict: undefined };
      const keptBy = keepers.find((keeper) => single.has(keeper));
      return { kind: "store", thing, verdict: store(thing), ...(keptBy && { keptBy }) };
    }),
    ...queues.map((thing): Judged => ({ kind: "queue", thing, verdict: queue(thing) })),
    ...topics.map((thing): Judged => ({ kind: "topic", thing, verdict: topic(thing) })),
    ...nodes
      .filter(({ id }) => machines.has(id))
      .map((thing): Judged => ({ kind: "machine", thing, verdict: machine(thing) })),
  ];
}

/** Members without which the others still have a majority, or a copy of the same data. */
function hasCopies(membership: Membership | undefined): boolean {
  if (membership === undefined) return false;
  return membership.role === "member" ? membership.of >= 3 : true;
}

/** A member of a cluster is judged by the cluster. */
function memberOf(membership: Membership): Verdict {
  switch (membership.role) {
    case "copy":
      return undefined;
    case "primary": {
      const copies = membership.copies === 1 ? "1 copy" : `${membership.copies} copies`;
      return { reason: `primary with ${copies} and no failover: writes stop with it` };
    }
    case "member":
      return hasCopies(membership) ? undefined : { reason: "one of 2 members: no majority without it" };
  }
}

function workload(thing: Workload, membership: Membership | undefined): Verdict {
  if (runsToCompletion(thing) || thing.kind === "Function") return undefined;
  const { replicas } = thing;
  // The provider starts one for each request that needs it.
  if (thing.managed === true && replicas?.min === 0) return undefined;
  if (replicas === undefined) return { missing: "replicas unresolved" };
  // What is switched off serves nobody.
  if (replicas.max === 0) return undefined;
  if (replicas.min === 0) return { reason: "can scale to zero (minReplicas 0)" };
  if (replicas.min >= 2) return undefined;
  return membership === undefined ? { reason: "single replica (minReplicas 1)" } : memberOf(membership);
}

function machine({ count }: NodeGroup): Verdict {
  if (count === undefined) return { missing: "count unresolved" };
  return count.min < 2 ? { reason: "single machine" } : undefined;
}

function store({ copies, survivesNodeLoss }: Store): Verdict {
  if (copies === 1) return { reason: "single copy" };
  if (survivesNodeLoss === false) return { reason: "unavailable if its node fails" };
  if (copies === undefined && survivesNodeLoss === undefined) return { missing: "copies unresolved" };
  return undefined;
}

function queue({ durable }: Queue): Verdict {
  if (durable === undefined) return { missing: "durability unresolved" };
  return durable ? undefined : { reason: "not durable: lost on broker restart" };
}

function topic({ replicationFactor, minInsyncReplicas }: Topic): Verdict {
  if (replicationFactor === undefined) return { missing: "replication unresolved" };
  if (replicationFactor === 1) return { reason: "single replica (replicationFactor 1)" };
  if (minInsyncReplicas === undefined || minInsyncReplicas < replicationFactor) return undefined;
  return {
    reason: `${minInsyncReplicas} of ${replicationFactor} replicas in sync: the failure of one broker stops writes`,
  };
}
