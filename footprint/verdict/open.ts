import type { ComparedOption } from "../compare";
import { bearsOnResources } from "../figures/hidden";
import type { Measured } from "../figures/registry";
import { distinct } from "../order";
import type { DecisionTopic, OpenOrder } from "./model";

/** The figures whose order is open, with the unresolved values of each option whose figure is a lower bound. */
export function openOrders(
  topics: readonly DecisionTopic[],
  options: readonly ComparedOption[],
): readonly OpenOrder[] {
  return topics.flatMap(({ rankings }) =>
    rankings
      .filter(({ certainty }) => certainty === "open")
      .map(({ key, label, values }) => ({
        key,
        label,
        because: options
          .filter(({ id }) => values[id]?.high === null)
          .map((option) => ({ option: option.id, values: unresolvedOf(option, key) })),
      })),
  );
}

/** The unresolved values that make a figure of an option a lower bound. */
export function unresolvedOf({ measures, footprint }: Measured, key: string): readonly string[] {
  if (key === "costUsdPerMonth") return measures.cost?.unpriced ?? [];
  if (key === "listCostUsdPerMonth")
    return distinct(measures.listCost.unpriced.map(({ name, why }) => `${name}: ${why}`));
  const gaps =
    key === "rollBackSeconds"
      ? measures.rollBacks.flatMap(({ gaps, workload }) => gaps.map((gap) => `${workload}: ${gap}`))
      : [];
  const impact = key === "stoppedBySinglePoint" ? measures.blastRadius.undetermined : [];
  const points =
    key === "singlePointsOfFailure"
      ? measures.singlePointsOfFailure.notAssessed.map(({ name, reason }) => `${name}: ${reason}`)
      : [];
  return distinct([
    ...gaps,
    ...impact,
    ...points,
    ...footprint.unknowns.filter(bearsOnResources).map(({ what, why }) => `${what}: ${why}`),
    ...Object.entries(footprint.unread).map(([type, count]) => `${count} of the unsupported type ${type}`),
  ]);
}

/** Figures that have unresolved values of their own. */
const OPEN_FIGURES = [
  "costUsdPerMonth",
  "listCostUsdPerMonth",
  "rollBackSeconds",
  "stoppedBySinglePoint",
  "singlePointsOfFailure",
];

/** Every unresolved value that makes any figure of an option a lower bound, once. */
export function everyUnresolved(option: Measured): readonly string[] {
  return distinct(OPEN_FIGURES.flatMap((key) => unresolvedOf(option, key)));
}
