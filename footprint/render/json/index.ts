import { type Expected, promisedPercent } from "../../../config/model/expected";
import type { Currency } from "../../../config/prices";
import { printableJson } from "../../../errors/printable";
import type { CheckedLimit } from "../../budget";
import type { VerifiedClaim } from "../../claims";
import { bestOn, type ComparedOption, type Comparison } from "../../compare";
import type { Cost, ListCost, Measures, Packing } from "../../figures";
import { POINTS, type Point } from "../../figures/figure";
import { machines } from "../../figures/machines";
import { describeConnection } from "../../figures/reach";
import { FIGURES, type FigureKey, type Measured, type RegisteredFigure } from "../../figures/registry";
import type { Footprint } from "../../model";
import { distinct } from "../../order";
import { verdictOf } from "../../verdict";
import { checkedLimit } from "./budget";
import { blastRadius, rollBack, support } from "./contract";
import { span } from "./span";
import { verdict } from "./verdict";

/** The figures that the JSON contains. */
const REPORTED = FIGURES.filter(({ json }) => json !== undefined);

/**
 * The comparison for programs: a contract, whose version rises when a member changes its meaning or goes.
 *
 * Members stand in a fixed order and numbers are exact. A number whose key is in `atLeast` is a lower bound.
 *
 * @param budget checked limits; no member `budget` without it
 * @param claims verified, for the verdict
 */
export function renderJson(
  comparison: Comparison,
  budget?: readonly CheckedLimit[],
  claims: readonly VerifiedClaim[] = [],
): string {
  const { baseline, at, asOf, options } = comparison;
  const bestBy = (figure: RegisteredFigure, direction: RegisteredFigure["better"]) =>
    direction === "none" ? [] : bestOn(figure, direction, options, at);
  const document = {
    schemaVersion: 1,
    baseline,
    at,
    // The lowest, which is better only where `better` says so.
    least: perFigure(
      (figure) => bestBy(figure, "lower"),
      REPORTED.filter((figure) => figure.better === "lower" || isRankedAnyway(figure)),
    ),
    options: options.map((each) => option(each, at)),
    budget: budget?.map(checkedLimit),
    asOf,
    better: perFigure(({ better }) => WORDS[better]),
    best: perFigure((figure) => bestBy(figure, figure.better)),
    verdict: verdict(verdictOf(comparison, { claims })),
  };
  return `${printableJson(document)}\n`;
}

/** The words of the contract. */
const WORDS = { lower: "less", higher: "more", none: "none" } as const;

/** Version 1 of the contract has the lowest of structured figures even if no direction is better. */
function isRankedAnyway({ better, json }: RegisteredFigure): boolean {
  return better === "none" && json === "structured";
}

function perFigure<T>(
  of: (figure: RegisteredFigure) => T,
  figures: readonly RegisteredFigure[] = REPORTED,
): Partial<Record<FigureKey, T>> {
  return Object.fromEntries(figures.map((figure) => [figure.key, of(figure)]));
}

function option(
  {
    id,
    title,
    review,
    measures,
    footprint,
    difference,
    expected,
    deviations,
    rows,
    baseline,
  }: ComparedOption,
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
      row: rows.get(name) ?? name,
    })),
    listCostUsdPerMonth: listCost(measures.listCost),
    packing: packing(measures.packing),
    machines: machines(footprint).map(({ count, total, ...group }) => ({
      ...group,
      count: count === undefined ? null : span(count),
      total: total === undefined ? null : { vcpu: span(total.vcpu), memoryGiB: span(total.memoryGiB) },
    })),
    stores: stores(footprint),
    reach: [...measures.reach.connections.map(describeConnection)],
    askDns: measures.reach.dns,
    atLeast: lowerBounds({ measures, footprint }, at),
    difference: perFigure(({ key }) => difference[key]),
    capacity: capacity(measures),
    blastRadius: blastRadius(measures.blastRadius),
    rollBack: measures.rollBacks.map(rollBack),
    support: measures.support && support(measures.support),
    expected: expectedOf(expected),
    deviations: deviations.map(({ section, specified, implemented, reason }) => ({
      section,
      specified,
      implemented,
      reason,
    })),
    // Of the differences; the option itself where it is the one that others are compared with.
    baseline: baseline ?? id,
    ...values({ measures, footprint }, at),
  };
}

/** What the review expects, and `availability.promisedPercent`: the product of the promises. `null` if it does not say. */
function expectedOf(expected: Expected | undefined) {
  if (expected === undefined) return null;
  const { availability } = expected;
  if (availability === undefined) return expected;
  return {
    ...expected,
    availability: { ...availability, promisedPercent: promisedPercent(availability) ?? null },
  };
}

/** `null` if the option has no such capacity, or if it is undetermined: 0 would be a claim. */
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
  const { book, low, high, unpriced, lines, leftOut, currency } = of;
  const ids = (entries: Cost["lines"]) => entries.map(({ id }) => id);
  return {
    book: book.kind,
    low,
    high,
    unpriced,
    bookId: book.id,
    asOf: book.asOf ?? null,
    lines: ids(lines),
    leftOut: ids(leftOut),
    inCurrency: currency && { ...currency, low: exchanged(low, currency), high: exchanged(high, currency) },
  };
}

/** `null` where nothing that is deployed has a price: 0 would be a claim. The lines are in `weighbridge cost`. */
function listCost({ books, asOf, environments, lines, unpriced, currency, ...sum }: ListCost) {
  return {
    book: "list",
    ...(lines.length === 0 ? { min: null, steady: null, max: null } : span(sum)),
    environments: environments.names,
    unpriced,
    assumed: distinct(lines.flatMap(({ price }) => (price.assumed ? [price.id] : []))),
    bookIds: books,
    asOf,
    discounts: optional(
      lines.flatMap(({ price: { id, discount } }) => (discount ? [{ price: id, ...discount }] : [])),
    ),
    usage: optional(
      lines.flatMap(({ thing, price, assumed }) => (assumed ? [{ thing, price: price.id, ...assumed }] : [])),
    ),
    inCurrency:
      currency && lines.length > 0
        ? { ...currency, ...perPoint((point) => exchanged(sum[point], currency)) }
        : undefined,
  };
}

/** USD in another currency, to its hundredth part. */
function exchanged(usd: number, { perUsd }: Currency): number {
  return Math.round(usd * perUsd * 100) / 100;
}

function perPoint(of: (point: Point) => number) {
  return Object.fromEntries(POINTS.map((point) => [point, of(point)]));
}

function optional<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
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

/** Figures without a structure of their own: a number, or one for each operating point; `null` if there is none. */
function values(option: Measured, at: Comparison["at"]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIGURES.filter(({ json }) => json === "value").map((figure) => {
      const value = (point: Point) => figure.of(option, point)?.value ?? null;
      const span = Object.fromEntries(POINTS.map((point) => [point, value(point)]));
      return [figure.key, figure.points === "each" ? span : value(at)];
    }),
  );
}

function lowerBounds(option: Measured, at: Comparison["at"]): string[] {
  return REPORTED.filter((figure) => figure.of(option, at)?.atLeast === true).map(({ key }) => key);
}
