import { measureOption } from "./compare";
import { describeConnection } from "./measure/reach";
import type { Footprint, Store } from "./model";
import { distinct, sortedBy } from "./order";
import { QUANTITIES } from "./quantities";

/** Version of a lock's shape; it rises when a member changes its meaning or goes. */
export const LOCK_VERSION = 1;

/** A value of a lock: text that a person can read in a diff. */
export type LockValue = number | string | boolean | null;

/** What of an option weighs, kept in a file so that a change of it shows in a pull request. */
export interface Lock {
  readonly lockVersion: number;
  readonly option: string;
  /** Every figure by its path; `≥` is in `atLeast`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Paths of the figures that are lower bounds. */
  readonly atLeast: readonly string[];
  /** Price book and its date; `null` where no book has prices. */
  readonly prices: string | null;
  /** Books of list prices and the days of their prices; `null` where nothing has a price. */
  readonly listPrices: string | null;
  /** `min–steady–max` by workload, `null` where it is not known. */
  readonly workloads: Readonly<Record<string, LockValue>>;
  readonly stores: Readonly<Record<string, LockValue>>;
  /** `partitions x replicas` by topic. */
  readonly topics: Readonly<Record<string, LockValue>>;
  readonly singlePointsOfFailure: readonly string[];
  /** Workloads that may stop and ways in that lose service, by what stops. */
  readonly blastRadius: Readonly<Record<string, LockValue>>;
  /** The way back by workload, with its seconds at the three operating points. */
  readonly rollBack: Readonly<Record<string, LockValue>>;
  readonly supplyChains: readonly string[];
  /** Who may reach what, one line a connection. */
  readonly reach: readonly string[];
  readonly unknowns: readonly string[];
  /** Resources that no reader understands, by Terraform type. */
  readonly unread: Readonly<Record<string, number>>;
}

/** The lock of one footprint: members in a fixed order, lists and names sorted. */
export function lockOf(footprint: Footprint): Lock {
  const option = measureOption(footprint);
  const { measures } = option;
  const figures = QUANTITIES.flatMap(({ path, of }) => {
    const figure = of(option);
    return figure === undefined ? [] : [{ path, ...figure }];
  });
  return {
    lockVersion: LOCK_VERSION,
    option: footprint.id,
    figures: Object.fromEntries(figures.map(({ path, value }) => [path, value])),
    atLeast: figures.filter(({ atLeast }) => atLeast).map(({ path }) => path),
    prices: measures.cost === undefined ? null : `${measures.cost.book.id}, ${measures.cost.book.asOf}`,
    listPrices:
      measures.listCost.asOf === undefined
        ? null
        : `${measures.listCost.books.join(", ")}, ${measures.listCost.asOf.oldest} to ${measures.listCost.asOf.newest}`,
    workloads: named(measures.deployed, workloadName, ({ replicas }) =>
      replicas === undefined ? null : `${replicas.min}–${replicas.steady}–${replicas.max}`,
    ),
    stores: named(footprint.stores, ({ name }) => name, storeText),
    topics: named(
      footprint.topics,
      ({ name }) => name,
      ({ partitions = "?", replicationFactor = "?" }) => `${partitions} x ${replicationFactor}`,
    ),
    singlePointsOfFailure: distinct(
      measures.singlePointsOfFailure.found.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
    ),
    blastRadius: named(
      measures.blastRadius.losses,
      ({ kind, name }) => `${kind} ${name}`,
      ({ stops, waysIn }) => [...stops, ...waysIn].join(", "),
    ),
    rollBack: named(
      measures.rollBacks,
      ({ workload }) => workload,
      ({ path, seconds: { min, steady, max, atLeast } }) =>
        `${path}: ${atLeast ? "≥ " : ""}${min}–${steady}–${max} s`,
    ),
    supplyChains: distinct(measures.supplyChains.known.map(({ name }) => name)),
    reach: distinct(measures.reach.connections.map(describeConnection)),
    unknowns: distinct(footprint.unknowns.map(({ id, what }) => `${id}: ${what}`)),
    unread: Object.fromEntries(sortedBy(Object.entries(footprint.unread), ([type]) => type)),
  };
}

/** The lock as its file holds it. */
export function renderLock(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function workloadName({ namespace, kind, name }: { namespace?: string; kind: string; name: string }): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

function storeText({ engine, size, sizeGiB, copies }: Store): string {
  const parts = [
    engine,
    size,
    sizeGiB === undefined ? undefined : `${sizeGiB} GiB`,
    copies === undefined ? undefined : `copies ${copies}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Texts by name, sorted. Things of one name are told apart by a number. */
function named<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  tell: (thing: T) => string | null,
): Record<string, string | null> {
  const seen = new Map<string, number>();
  const entries = sortedBy(things, (thing) => `${nameOf(thing)} ${tell(thing)}`).map((thing) => {
    const name = nameOf(thing);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [times === 1 ? name : `${name} (${times})`, tell(thing)] as const;
  });
  return Object.fromEntries(entries);
}
