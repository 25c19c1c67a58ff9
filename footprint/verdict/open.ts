import type { ComparedOption } from "../compare";
import { everydayTexts } from "../everyday";
import { bearsOnResources } from "../figures/hidden";
import { CPU, MEMORY, podShare } from "../figures/pod";
import type { Measured } from "../figures/registry";

import type { Footprint } from "../model";
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
          .filter(({ id, footprint }) => {
            const value = values[id];
            return value?.high === null || (value?.high !== value?.low && footprint.everydayUnknown);
          })
          .map((option) => ({ option: option.id, values: unresolvedOf(option, key) })),
      })),
  );
}

const RESOURCE = /^(?:cpuCores|memoryGiB)\.request$/;

/** Workloads of which not every container says what it requests. */
function notRequested({ workloads }: Footprint, key: string): string[] {
  const resource = key.startsWith("cpu") ? CPU : MEMORY;
  const name = resource === CPU ? "CPU" : "memory";
  return workloads
    .filter((each) => each.replicas?.max !== 0 && podShare(each, "requests", resource).atLeast)
    .map((each) => `${each.name}: not every container requests ${name}`);
}

/** Figures that do not depend on how many replicas run every day. */
const OF_FAILURES: ReadonlySet<string> = new Set([
  "rollBackSeconds",
  "stoppedBySinglePoint",
  "singlePointsOfFailure",
  "entryPoints",
]);

/** The unresolved values that make a figure of an option a lower bound. */
export function unresolvedOf({ measures, footprint }: Measured, key: string): readonly string[] {
  if (key === "costUsdPerMonth") return measures.cost?.unpriced ?? [];
  if (key === "listCostUsdPerMonth")
    return distinct([
      ...measures.listCost.unpriced.map(({ name, why }) => `${name}: ${why}`),
      ...everydayTexts(footprint),
    ]);
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
    ...(RESOURCE.test(key) ? notRequested(footprint, key) : []),
    ...gaps,
    ...impact,
    ...points,
    ...footprint.unknowns.filter(bearsOnResources).map(({ what, why }) => `${what}: ${why}`),
    ...(OF_FAILURES.has(key) ? [] : everydayTexts(footprint)),
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
