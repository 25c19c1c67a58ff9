import * as capacity from "./capacity";
import * as compute from "./compute";
import * as cost from "./cost";
import * as data from "./data";
import type { FigureDefinition } from "./definition";
import * as failure from "./failure";
import * as operations from "./operations";

export type { FigureDefinition, FigureSection, Measured } from "./definition";
export type { Unit } from "./units";

const ALL = [
  compute.pods,
  compute.cpuRequests,
  compute.cpuLimits,
  compute.memoryRequests,
  compute.memoryLimits,
  capacity.phpWorkers,
  capacity.upstreamConnections,
  data.stores,
  data.topics,
  data.topicPartitions,
  data.topicReplicas,
  cost.reviewCostLow,
  cost.reviewCostHigh,
  cost.listCost,
  failure.singlePoints,
  failure.failureImpact,
  failure.rollbackTime,
  operations.runtimes,
  operations.outOfSupport,
  operations.pagingAlerts,
] as const;

/** Key of a figure: where its number is in JSON, CSV, budgets and snapshots. */
export type FigureKey = (typeof ALL)[number]["key"];

/** One figure of the registry. */
export type RegisteredFigure = FigureDefinition<FigureKey>;

/** Every figure, in the order in which renderers show them. */
export const FIGURES: readonly RegisteredFigure[] = ALL;

/** @returns undefined for a key that is no figure's */
export function findFigure(key: string): RegisteredFigure | undefined {
  return FIGURES.find((figure) => figure.key === key);
}

/** The figure of a key. @throws Error for a key that the registry does not have */
export function figureOf(key: string): RegisteredFigure {
  const found = findFigure(key);
  if (found === undefined) throw new Error(`no figure '${key}' in the registry`);
  return found;
}

/** `CPU requests (cores)`; a count has no unit, and a key that is no figure's is returned as it is. */
export function titleOf(key: string): string {
  const figure = findFigure(key);
  if (figure === undefined) return key;
  return withUnit(figure.label, figure);
}

/** `CPU requests (cores)`, `Pods`. */
export function withUnit(label: string, { unit }: Pick<FigureDefinition, "unit">): string {
  return unit.name === "count" ? label : `${label} (${unit.name})`;
}
