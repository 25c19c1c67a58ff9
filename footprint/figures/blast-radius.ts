import type { Exposure, Footprint, Workload } from "../model";
import { byText, distinct, once, sortedBy } from "../order";
import { forEachReach } from "./closure";
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
  /** How many there are of each; a large option lists the first ones of many. */
  readonly total: { readonly stops: number; readonly entryPoints: number; readonly callers: number };
}

/** What each loss stops, the widest first, and which dependencies are undetermined. */
export interface BlastRadius {
  readonly losses: readonly Loss[];
  /** Number of entry points. */
  readonly entryPoints: number;
  /** Why more may fail than is reported: `clients of redis`. */
  readonly undetermined: readonly string[];
}

/** Names that all losses list together: in a dense graph every loss stops nearly everything. */
const MOST_NAMES = 100_000;
const FEWEST_NAMES = 5;

/**
 * Follows from each workload and store to everything that may not work without it. A connection that is allowed
 * counts as a dependency: no document specifies what can work without it.
 */
export function blastRadius(footprint: Footprint, judged = judge(footprint)): BlastRadius {
  const label = labelsOf(footprint);
  const dependents = new Dependents(footprint);
  const exposures = footprint.exposures.filter(leadsOn);
  const ways = exposures.map((exposure) => entryPoint(exposure, footprint));
  const single = singleThings(judged);
  const impact = impactOf(footprint, { dependents, ways, label });
  const loss = (kind: Loss["kind"], thing: Thing): Loss => {
    const { stops, entryPoints } = impact(thing);
    const own = label(thing);
    const callers = distinct(dependents.outsiders(thing));
    return {
      kind,
      name: own,
      isSinglePoint: single.has(thing),
      stops:
        kind === "workload"
          ? [own, ...stops.names.filter((name) => name !== own)].slice(0, Math.max(stops.names.length, 1))
          : stops.names,
      entryPoints: [...entryPoints.names].sort(byText),
      callers: callers.slice(0, impact.most),
      total: { stops: stops.total, entryPoints: entryPoints.total, callers: callers.length },
    };
  };
  const losses = [
    ...footprint.workloads.map((each) => loss("workload", each)),
    ...footprint.stores.map((each) => loss("store", each)),
    ...footprint.nodes
      .filter(({ id }) => dependents.callersById.has(id))
      .map((each) => loss("machine", each)),
  ];
  return {
    losses: sortedBy(losses, ({ kind, name }) => `${name} ${kind}`).sort(
      (left, right) =>
        right.total.stops - left.total.stops || right.total.entryPoints - left.total.entryPoints,
    ),
    entryPoints: exposures.length,
    undetermined: undeterminedOf(footprint, dependents, ways, label),
  };
}

/** Names, of many the first, and how many there are. */
interface Names {
  readonly names: readonly string[];
  readonly total: number;
}

interface Impact {
  readonly stops: Names;
  readonly entryPoints: Names;
}

/** What each thing stops, and how many names of each kind are listed at most. */
function impactOf(
  footprint: Footprint,
  graph: { readonly dependents: Dependents; readonly ways: readonly EntryPoint[]; readonly label: Labels },
): ((thing: Thing) => Impact) & { readonly most: number } {
  const { dependents, ways, label } = graph;
  const { workloads, stores, nodes } = footprint;
  const losses = workloads.length + stores.length + nodes.length;
  const most = Math.max(FEWEST_NAMES, Math.floor(MOST_NAMES / Math.max(losses, 1)));
  // Workloads come first, by label, then entry points, then what is not listed: a lower number is an earlier name.
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  for (const workload of sortedBy(workloads, label)) {
    if (numbers.has(workload.id)) continue;
    numbers.set(workload.id, numbers.size);
    labels.push(label(workload));
  }
  const [firstWay, end] = [labels.length, labels.length + ways.length];
  const next: number[][] = Array.from({ length: end }, () => []);
  const numberOf = (id: string) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, next.length);
    return next.push([]) - 1;
  };
  for (const { id } of [...stores, ...nodes]) numberOf(id);
  for (const [called, callers] of dependents.callersById) {
    const from = numberOf(called);
    for (const caller of callers) next[from]?.push(numberOf(caller));
  }
  // An entry point stops with all workloads of one of its backends; most have one.
  const together = new Map<number, number[][]>();
  for (const [index, { behind }] of ways.entries())
    for (const group of behind) {
      const [first, ...others] = group.map(({ id }) => numberOf(id));
      if (first !== undefined && others.length === 0) next[first]?.push(firstWay + index);
      else if (first !== undefined) {
        const way = together.get(firstWay + index) ?? [];
        together.set(firstWay + index, [...way, [first, ...others]]);
      }
    }
  const found: Impact[] = [];
  forEachReach(next, end, (node, reach) => {
    if (node >= firstWay && node < end) return;
    for (const [way, groups] of together)
      if (groups.some((group) => group.every((each) => reach.has(each) || each === node))) reach.add(way);
    const stops = reach.between(0, firstWay, most);
    const entryPoints = reach.between(firstWay, end, most);
    found[node] = {
      stops: { names: once(stops.first.map((each) => labels[each] ?? "")), total: stops.total },
      entryPoints: {
        names: entryPoints.first.map((each) => ways[each - firstWay]?.name ?? ""),
        total: entryPoints.total,
      },
    };
  });
  const none: Impact = { stops: { names: [], total: 0 }, entryPoints: { names: [], total: 0 } };
  return Object.assign((thing: Thing) => found[numbers.get(thing.id) ?? -1] ?? none, { most });
}

/** The widest loss caused by one node or one pod; undefined if there is no single point of failure. */
export function widestSinglePoint({ losses }: BlastRadius): Loss | undefined {
  return losses.find(({ isSinglePoint }) => isSinglePoint);
}

/** Workloads that the widest of these stops; a lower bound where a dependency is undetermined. */
export function stoppedBySinglePoint(radius: BlastRadius, { notAssessed }: SinglePoints): Figure {
  return {
    value: widestSinglePoint(radius)?.total.stops ?? 0,
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
    .map(({ service }) => selectedBy(service, footprint, exposure.namespace));
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
