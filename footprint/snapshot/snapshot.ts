import { printableJson } from "../../errors/printable";
import { type CompareOptions, measureOption } from "../compare";
import type { Loss, RollBack } from "../figures";
import type { Deployed } from "../figures/deployed";
import { describeConnection } from "../figures/reach";
import type { Measured } from "../figures/registry";
import { FIGURE_PATHS } from "../figures/registry/paths";
import type { Footprint, Store } from "../model";
import { distinct, firstOf, sortedBy } from "../order";

/** Version of a snapshot's shape; raised when a member changes its meaning or is removed. */
export const SNAPSHOT_VERSION = 1;

/** A value of a snapshot, readable in a diff. */
export type SnapshotValue = number | string | boolean | null;

/** The footprint of an option, kept in a file so that a pull request shows how it changes. */
export interface Snapshot {
  readonly snapshotVersion: number;
  readonly option: string;
  /** Every figure by its path; `≥` is in `atLeast`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Paths of the figures that are lower bounds. */
  readonly atLeast: readonly string[];
  /** Price source and its date; `null` without prices. */
  readonly prices: string | null;
  /** Sources of list prices and the dates of their prices; `null` without prices. */
  readonly listPrices: string | null;
  /** `min–steady–max` by workload, `null` if undetermined. */
  readonly workloads: Readonly<Record<string, SnapshotValue>>;
  readonly stores: Readonly<Record<string, SnapshotValue>>;
  /** `partitions x replicas` by topic. */
  readonly topics: Readonly<Record<string, SnapshotValue>>;
  readonly singlePointsOfFailure: readonly string[];
  /** Workloads and entry points that fail, by the component whose failure causes it. */
  readonly blastRadius: Readonly<Record<string, SnapshotValue>>;
  /** Rollback by workload, with its seconds at the three operating points. */
  readonly rollBack: Readonly<Record<string, SnapshotValue>>;
  readonly supplyChains: readonly string[];
  /** Network reachability, one line per connection. */
  readonly reach: readonly string[];
  readonly unknowns: readonly string[];
  /** Number of unsupported resources by Terraform type. */
  readonly unread: Readonly<Record<string, number>>;
}

/**
 * The snapshot of one footprint: members in a fixed order, lists and names sorted.
 * @param options the reviews that the footprint may belong to
 */
export function snapshotOf(footprint: Footprint, options: Pick<CompareOptions, "reviews"> = {}): Snapshot {
  return snapshotOfMeasured(measureOption(footprint, options));
}

/** The same of a footprint that was measured, with whatever prices. */
export function snapshotOfMeasured(option: Measured): Snapshot {
  const { measures, footprint } = option;
  const figures = FIGURE_PATHS.flatMap(({ path, of }) => {
    const figure = of(option);
    return figure === undefined ? [] : [{ path, ...figure }];
  });
  return {
    snapshotVersion: SNAPSHOT_VERSION,
    option: footprint.id,
    figures: Object.fromEntries(figures.map(({ path, value }) => [path, value])),
    atLeast: figures.filter(({ atLeast }) => atLeast).map(({ path }) => path),
    prices: measures.cost === undefined ? null : bookText(measures.cost.book),
    listPrices:
      measures.listCost.asOf === undefined
        ? null
        : `${measures.listCost.books.join(", ")}, ${measures.listCost.asOf.oldest} to ${measures.listCost.asOf.newest}`,
    workloads: workloadTexts(measures.deployed),
    stores: storeTexts(footprint.stores),
    topics: named(
      footprint.topics,
      ({ name }) => name,
      ({ partitions = "?", replicationFactor = "?" }) => `${partitions} x ${replicationFactor}`,
    ),
    singlePointsOfFailure: singlePointTexts(measures.singlePointsOfFailure.found),
    blastRadius: lossTexts(measures.blastRadius.losses),
    rollBack: rollBackTexts(measures.rollBacks),
    supplyChains: distinct(measures.supplyChains.known.map(({ name }) => name)),
    reach: distinct(measures.reach.connections.map(describeConnection)),
    unknowns: distinct(footprint.unknowns.map(({ id, what }) => `${id}: ${what}`)),
    unread: Object.fromEntries(sortedBy(Object.entries(footprint.unread), ([type]) => type)),
  };
}

/** The content of a snapshot's file. */
export function renderSnapshot(snapshot: Snapshot): string {
  return `${printableJson(snapshot)}\n`;
}

/** `min–steady–max` by workload, `null` if undetermined. */
export function workloadTexts(
  workloads: readonly (Pick<Deployed, "name" | "namespace" | "replicas"> & { readonly kind: string })[],
): Record<string, string | null> {
  return named(workloads, workloadName, ({ replicas }) =>
    replicas === undefined ? null : `${replicas.min}–${replicas.steady}–${replicas.max}`,
  );
}

/** Engine, size and copies by store. */
export function storeTexts(
  stores: readonly Pick<Store, "name" | "engine" | "size" | "sizeGiB" | "copies">[],
): Record<string, string | null> {
  return named(stores, ({ name }) => name, storeText);
}

/** `store db: single copy`. */
export function singlePointTexts(
  found: readonly { readonly kind: string; readonly name: string; readonly reason: string }[],
): string[] {
  return distinct(found.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`));
}

/** What fails, by the component whose failure causes it. */
export function lossTexts(
  losses: readonly (Pick<Loss, "name" | "stops" | "entryPoints"> & {
    readonly kind: string;
    readonly total: Pick<Loss["total"], "stops" | "entryPoints">;
  })[],
): Record<string, string | null> {
  return named(
    losses,
    ({ kind, name }) => `${kind} ${name}`,
    ({ stops, entryPoints, total }) => firstOf([...stops, ...entryPoints], total.stops + total.entryPoints),
  );
}

/** Rollback by workload. */
export function rollBackTexts(
  all: readonly Pick<RollBack, "workload" | "path" | "seconds">[],
): Record<string, string | null> {
  return named(
    all,
    ({ workload }) => workload,
    ({ path, seconds: { min, steady, max, atLeast } }) =>
      `${path}: ${atLeast ? "≥ " : ""}${min}–${steady}–${max} s`,
  );
}

function workloadName({ namespace, kind, name }: { namespace?: string; kind: string; name: string }): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

function storeText({
  engine,
  size,
  sizeGiB,
  copies,
}: Pick<Store, "engine" | "size" | "sizeGiB" | "copies">): string {
  const parts = [
    engine,
    size,
    sizeGiB === undefined ? undefined : `${sizeGiB} GiB`,
    copies === undefined ? undefined : `copies ${copies}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Texts by name, sorted. A repeated name gets a number. */
function named<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  textOf: (thing: T) => string | null,
): Record<string, string | null> {
  const seen = new Map<string, number>();
  const entries = sortedBy(things, (thing) => `${nameOf(thing)} ${textOf(thing)}`).map((thing) => {
    const name = nameOf(thing);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [times === 1 ? name : `${name} (${times})`, textOf(thing)] as const;
  });
  return Object.fromEntries(entries);
}

function bookText({ id, asOf }: { readonly id: string; readonly asOf?: string }): string {
  return asOf === undefined ? id : `${id}, ${asOf}`;
}
