import type { Footprint } from "../model";
import { stoppedBySinglePoint } from "./blast-radius";
import { at, type Figure, type Point } from "./figure";
import type { Measures } from "./measures";
import { slowestRollBack } from "./roll-back";

/** A number of every option that can be set side by side. */
export interface Line {
  /** Where the number stands in the JSON of a comparison. */
  readonly key: LineKey;
  /** Whole steps in one unit, in which differences are exact: cents in a dollar, bytes in a GiB. */
  readonly steps: number;
  /** Which of two numbers wins the line: the lighter option is the better, the one that can do more as well. */
  readonly better: "less" | "more";
  /** Nothing where the option has no such number. */
  readonly of: (measures: Measures, footprint: Footprint, point: Point) => Figure | undefined;
}

/** Name of a line. */
export type LineKey =
  | "pods"
  | "cpuCores.request"
  | "cpuCores.limit"
  | "memoryGiB.request"
  | "memoryGiB.limit"
  | "phpWorkers"
  | "upstreamConnections"
  | "stores"
  | "topics.count"
  | "topics.partitions"
  | "topics.replicas"
  | "costUsdPerMonth.low"
  | "costUsdPerMonth.high"
  | "listCostUsdPerMonth"
  | "singlePointsOfFailure"
  | "stoppedBySinglePoint"
  | "rollBackSeconds"
  | "supplyChains"
  | "outOfSupport"
  | "pages";

const CORE = 1_000_000;
const GIB = 2 ** 30;

/** The lines of a comparison, in the order in which they are told. */
export const LINES: readonly Line[] = [
  { key: "pods", steps: 1, better: "less", of: ({ compute }, _, point) => at(compute.pods, point) },
  {
    key: "cpuCores.request",
    steps: CORE,
    better: "less",
    of: ({ compute }, _, point) => at(compute.cpuCores.request, point),
  },
  {
    key: "cpuCores.limit",
    steps: CORE,
    better: "less",
    of: ({ compute }, _, point) => at(compute.cpuCores.limit, point),
  },
  {
    key: "memoryGiB.request",
    steps: GIB,
    better: "less",
    of: ({ compute }, _, point) => at(compute.memoryGiB.request, point),
  },
  {
    key: "memoryGiB.limit",
    steps: GIB,
    better: "less",
    of: ({ compute }, _, point) => at(compute.memoryGiB.limit, point),
  },
  {
    key: "phpWorkers",
    steps: 1,
    better: "more",
    of: ({ capacity: { phpWorkers } }, _, point) => phpWorkers && at(phpWorkers, point),
  },
  {
    key: "upstreamConnections",
    steps: 1,
    better: "less",
    of: ({ capacity: { connections } }, _, point) => connections && at(connections.open, point),
  },
  { key: "stores", steps: 1, better: "less", of: (_, { stores }) => exactly(stores) },
  { key: "topics.count", steps: 1, better: "less", of: (_, { topics }) => exactly(topics) },
  { key: "topics.partitions", steps: 1, better: "less", of: ({ topics }) => topics.partitions },
  { key: "topics.replicas", steps: 1, better: "less", of: ({ topics }) => topics.replicas },
  { key: "costUsdPerMonth.low", steps: 100, better: "less", of: (measures) => money(measures, "low") },
  { key: "costUsdPerMonth.high", steps: 100, better: "less", of: (measures) => money(measures, "high") },
  {
    key: "listCostUsdPerMonth",
    steps: 100,
    better: "less",
    // Where nothing has a price the sum of 0 says nothing.
    of: ({ listCost }, _, point) => (listCost.lines.length === 0 ? undefined : at(listCost, point)),
  },
  {
    key: "singlePointsOfFailure",
    steps: 1,
    better: "less",
    of: ({ singlePointsOfFailure: { found, notAssessed } }) => listed(found, notAssessed),
  },
  {
    key: "stoppedBySinglePoint",
    steps: 1,
    better: "less",
    of: ({ blastRadius, singlePointsOfFailure }) => stoppedBySinglePoint(blastRadius, singlePointsOfFailure),
  },
  {
    key: "rollBackSeconds",
    steps: 1000,
    better: "less",
    of: ({ rollBacks }, _, point) => slowestRollBack(rollBacks, point),
  },
  {
    key: "supplyChains",
    steps: 1,
    better: "less",
    of: ({ supplyChains: { known, unknown } }) => listed(known, unknown),
  },
  { key: "outOfSupport", steps: 1, better: "less", of: ({ support }) => outOfSupport(support) },
  { key: "pages", steps: 1, better: "less", of: ({ pages }) => exactly(pages) },
];

function exactly(list: readonly unknown[]): Figure {
  return { value: list.length, atLeast: false };
}

/** A count that may be higher where some things could not be judged. */
function listed(list: readonly unknown[], unclear: readonly unknown[]): Figure {
  return { value: list.length, atLeast: unclear.length > 0 };
}

/** Only at a date: without one nothing is told. */
function outOfSupport(support: Measures["support"]): Figure | undefined {
  return support && listed(support.ended, support.notKnown);
}

function money({ cost }: Measures, end: "low" | "high"): Figure | undefined {
  return cost === undefined ? undefined : { value: cost[end], atLeast: cost.unpriced.length > 0 };
}
