import { printableJson } from "../../../errors/printable";
import type { CheckedCeiling } from "../../budget";
import type { ComparedOption, Comparison } from "../../compare";
import type { Cost, ListCost, Measures, Packing } from "../../figures";
import type { Sum } from "../../figures/figure";
import { LINES } from "../../figures/lines";
import { describeConnection } from "../../figures/reach";
import type { Footprint, Span } from "../../model";
import { distinct } from "../../order";

/**
 * The comparison for programs: a contract, whose version rises when a member changes its meaning or goes.
 *
 * Members stand in a fixed order and numbers are exact. A number whose key is in `atLeast` is a lower bound.
 *
 * @param budget ceilings that the options were held against; no member `budget` without it
 */
export function renderJson(comparison: Comparison, budget?: readonly CheckedCeiling[]): string {
  const { baseline, at, asOf, best, options } = comparison;
  const document = {
    schemaVersion: 1,
    baseline,
    at,
    // Winners where less is better; `best` has them for every line.
    least: Object.fromEntries(
      LINES.filter(({ better }) => better === "less").map(({ key }) => [key, best[key]]),
    ),
    options: options.map((each) => option(each, at)),
    budget: budget?.map(checked),
    asOf,
    better: Object.fromEntries(LINES.map(({ key, better }) => [key, better])),
    best,
  };
  return `${printableJson(document)}\n`;
}

/** `value` is `null` where the option has no such figure. */
function checked({ option: id, figure, ceiling, value, atLeast, verdict, isFloor }: CheckedCeiling) {
  return { option: id, figure, ceiling, value: value ?? null, atLeast, verdict, isFloor };
}

function option(
  { id, title, review, measures, footprint, difference }: ComparedOption,
  at: Comparison["at"],
) {
  const { compute, topics } = measures;
  return {
    id,
    title,
    review,
    pods: span(compute.pods),
    cpuCores: { request: span(compute.cpuCores.request), limit: span(compute.cpuCores.limit) },
    memoryGiB: { request: span(compute.memoryGiB.request), limit: span(compute.memoryGiB.limit) },
    topics: { count: topics.count, partitions: topics.partitions.value, replicas: topics.replicas.value },
    costUsdPerMonth: cost(measures.cost),
    singlePointsOfFailure: measures.singlePointsOfFailure.found,
    supplyChains: measures.supplyChains.known,
    pages: measures.pages,
    unknowns: footprint.unknowns.map(({ id: thing, what, why }) => ({ id: thing, what, why })),
    unread: footprint.unread,
    notAssessed: measures.singlePointsOfFailure.notAssessed,
    imagesOfUnknownFamily: measures.supplyChains.unknown,
    workloads: measures.deployed.map(({ name, namespace, kind, replicas }) => ({
      name,
      namespace,
      kind,
      replicas: replicas === undefined ? null : span(replicas),
    })),
    listCostUsdPerMonth: listCost(measures.listCost),
    packing: packing(measures.packing),
    stores: stores(footprint),
    reach: [...measures.reach.connections.map(describeConnection)],
    askDns: measures.reach.dns,
    atLeast: lowerBounds(measures, footprint, at),
    difference,
    capacity: capacity(measures),
    blastRadius: measures.blastRadius,
    rollBack: measures.rollBacks.map(({ seconds, ...each }) => ({
      ...each,
      seconds: { ...span(seconds), atLeast: seconds.atLeast },
    })),
    support: measures.support,
  };
}

/** The three numbers alone, in order: a footprint that was read may hold them in another. */
function span({ min, steady, max }: Sum | Span): Span {
  return { min, steady, max };
}

/** `null` where the option has no such capacity, or nothing tells: 0 would be a claim. */
function capacity({ capacity: { phpWorkers, connections, claimedRates } }: Measures) {
  return {
    phpWorkers: phpWorkers === undefined ? null : span(phpWorkers),
    upstreamConnections:
      connections === undefined
        ? null
        : { ...span(connections.open), caps: connections.caps, budget: connections.budget ?? null },
    claimedRps: claimedRates.map(({ lowAt, highAt, ...rate }) => ({
      ...rate,
      lowAt: span(lowAt),
      highAt: span(highAt),
    })),
  };
}

/** `null` where no book has prices: 0 would be a claim. */
function cost(of: Cost | undefined) {
  if (of === undefined) return null;
  const { book, low, high, unpriced, lines, leftOut } = of;
  const ids = (entries: Cost["lines"]) => entries.map(({ id }) => id);
  return {
    book: book.kind,
    low,
    high,
    unpriced,
    bookId: book.id,
    asOf: book.asOf,
    lines: ids(lines),
    leftOut: ids(leftOut),
  };
}

/** `null` where nothing that is deployed has a price: 0 would be a claim. The lines are in `weighbridge cost`. */
function listCost({ books, asOf, environments, lines, unpriced, ...sum }: ListCost) {
  return {
    book: "list",
    ...(lines.length === 0 ? { min: null, steady: null, max: null } : span(sum)),
    environments: environments.names,
    unpriced,
    assumed: distinct(lines.flatMap(({ price }) => (price.assumed ? [price.id] : []))),
    bookIds: books,
    asOf,
  };
}

/** `null` where the option has no nodes that pods could be packed onto. */
function packing(of: Packing | undefined) {
  if (of === undefined) return null;
  const { groups, fitsNoNode, noRoom, notPacked } = of;
  return {
    groups: groups.map(({ nodes, ...group }) => ({ ...group, nodes: span(nodes) })),
    fitsNoNode,
    noRoom,
    notPacked,
  };
}

function stores({ stores: all }: Footprint) {
  return all.map(({ id, name, engine, size, sizeGiB, copies, survivesRestart, survivesNodeLoss }) => ({
    id,
    name,
    engine,
    size,
    sizeGiB,
    copies,
    survivesRestart,
    survivesNodeLoss,
  }));
}

function lowerBounds(measures: Measures, footprint: Footprint, at: Comparison["at"]): string[] {
  return LINES.filter((line) => line.of(measures, footprint, at)?.atLeast === true).map(({ key }) => key);
}
