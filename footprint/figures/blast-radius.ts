import type { Exposure, Footprint, Workload } from "../model";
import { byText, distinct, once, sortedBy } from "../order";
import { Dependents, type Thing } from "./dependents";
import type { Figure } from "./figure";
import { type Labels, labelsOf } from "./labels";
import { selectedBy } from "./selected";
import { judge, type SinglePoints, singleThings } from "./single-points-of-failure";

/** What stops when a thing fails: a bad version, or the loss of every node that runs or stores it. */
export interface Loss {
  readonly kind: "workload" | "store" | "machine";
  readonly name: string;
  /** True where the loss of one node or one pod is enough. */
  readonly isSinglePoint: boolean;
  /** Workloads that may stop, by name; first the workload itself. */
  readonly stops: readonly string[];
  /** Entry points that lose service, in whole or in part. */
  readonly entryPoints: readonly string[];
  /** Callers outside of the document that policies allow. */
  readonly callers: readonly string[];
}

/** What each loss stops, the widest first, and which dependencies are undetermined. */
export interface BlastRadius {
  readonly losses: readonly Loss[];
  /** Number of entry points. */
  readonly entryPoints: number;
  /** Why more may fail than is reported: `clients of redis`. */
  readonly undetermined: readonly string[];
}

/**
 * Follows from each workload and store to everything that may not work without it. A connection that is allowed
 * counts as a dependency: no document specifies what can work without it.
 */
export function blastRadius(footprint: Footprint, judged = judge(footprint)): BlastRadius {
  const label = labelsOf(footprint);
  const dependents = new Dependents(footprint);
  const exposures = footprint.exposures.filter(leadsOn);
  const ways = exposures.map((exposure) => entryPoint(exposure, footprint));
  // Sorted once: each loss is a part of them.
  const workloads = sortedBy(footprint.workloads, label);
  const single = singleThings(judged);
  const loss = (kind: Loss["kind"], thing: Thing): Loss => {
    const stopped = dependents.stoppedWith(thing);
    const own = label(thing);
    const stops = once(workloads.filter(({ id }) => stopped.has(id)).map(label));
    return {
      kind,
      name: own,
      isSinglePoint: single.has(thing),
      stops: kind === "workload" ? [own, ...stops.filter((name) => name !== own)] : stops,
      entryPoints: ways
        .filter(({ behind }) => behind.some((group) => group.every(({ id }) => stopped.has(id))))
        .map(({ name }) => name)
        .sort(byText),
      callers: distinct(dependents.outsiders(thing)),
    };
  };
  const losses = [
    ...footprint.workloads.map((each) => loss("workload", each)),
    ...footprint.stores.map((each) => loss("store", each)),
    ...footprint.nodes
      .filter(({ id }) => dependents.stoppedWith({ id }).size > 1)
      .map((each) => loss("machine", each)),
  ];
  return {
    losses: sortedBy(losses, ({ kind, name }) => `${name} ${kind}`).sort(
      (left, right) =>
        right.stops.length - left.stops.length || right.entryPoints.length - left.entryPoints.length,
    ),
    entryPoints: exposures.length,
    undetermined: undeterminedOf(footprint, dependents, ways, label),
  };
}

/** The widest loss caused by one node or one pod; undefined if there is no single point of failure. */
export function widestSinglePoint({ losses }: BlastRadius): Loss | undefined {
  return losses.find(({ isSinglePoint }) => isSinglePoint);
}

/** Workloads that the widest of these stops; a lower bound where a dependency is undetermined. */
export function stoppedBySinglePoint(radius: BlastRadius, { notAssessed }: SinglePoints): Figure {
  return {
    value: widestSinglePoint(radius)?.stops.length ?? 0,
    atLeast: radius.undetermined.length > 0 || notAssessed.length > 0,
  };
}

/** An entry point, and the workloads of each of its backends. */
interface EntryPoint {
  readonly name: string;
  readonly behind: readonly (readonly Workload[])[];
}

/** A route without a backend is a redirect; for anything else the backend is undetermined. */
function leadsOn({ via, backends }: Exposure): boolean {
  return backends.length > 0 || !via.endsWith("Route");
}

/** Leaves out services without traffic and services of other documents. */
function entryPoint(exposure: Exposure, footprint: Footprint): EntryPoint {
  const services = exposure.backends
    .filter(({ weightPercent }) => weightPercent !== 0)
    .map(({ service }) => selectedBy(service, footprint));
  return { name: describeEntryPoint(exposure), behind: services.filter((workloads) => workloads.length > 0) };
}

/** `HTTPRoute partner-api.12go.com`, `Swarm port 8081`. */
function describeEntryPoint({ via, hosts, backends }: Exposure): string {
  const ports = backends.flatMap(({ port }) => (port === undefined ? [] : [`${port}`]));
  return `${via} ${distinct(hosts.length > 0 ? hosts : ports).join(", ")}`.trimEnd();
}

function undeterminedOf(
  { workloads, stores }: Footprint,
  dependents: Dependents,
  ways: readonly EntryPoint[],
  label: Labels,
): string[] {
  return distinct([
    ...workloads
      .filter((each) => !dependents.declaresDependencies(each))
      .map((each) => `dependencies of ${label(each)}`),
    ...stores.filter((each) => !dependents.declaresClients(each)).map((each) => `clients of ${label(each)}`),
    ...ways.filter(({ behind }) => behind.length === 0).map(({ name }) => `backend of ${name}`),
  ]);
}
