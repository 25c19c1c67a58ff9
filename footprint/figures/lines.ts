import type { Footprint } from "../model";
import { stoppedBySinglePoint } from "./blast-radius";
import { at, type Figure, type Point, type Sum } from "./figure";
import { bounded } from "./hidden";
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
  /**
   * True for a number of workloads: an option that runs none of its own does not win by that, unless none does.
   * @default false
   */
  readonly ofWorkloads?: boolean;
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
  ofWorkloads("pods", 1, ({ pods }) => pods),
  ofWorkloads("cpuCores.request", CORE, ({ cpuCores }) => cpuCores.request),
  ofWorkloads("cpuCores.limit", CORE, ({ cpuCores }) => cpuCores.limit),
  ofWorkloads("memoryGiB.request", GIB, ({ memoryGiB }) => memoryGiB.request),
  ofWorkloads("memoryGiB.limit", GIB, ({ memoryGiB }) => memoryGiB.limit),
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
  { key: "stores", steps: 1, better: "less", of: (_, footprint) => counted(footprint.stores, footprint) },
  {
    key: "topics.count",
    steps: 1,
    better: "less",
    of: (_, footprint) => counted(footprint.topics, footprint),
  },
  {
    key: "topics.partitions",
    steps: 1,
    better: "less",
    of: ({ topics }, footprint) => bounded(topics.partitions, footprint),
  },
  {
    key: "topics.replicas",
    steps: 1,
    better: "less",
    of: ({ topics }, footprint) => bounded(topics.replicas, footprint),
  },
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
    of: ({ singlePointsOfFailure: { found, notAssessed } }, footprint) =>
      counted(found, footprint, notAssessed),
  },
  {
    key: "stoppedBySinglePoint",
    steps: 1,
    better: "less",
    of: ({ blastRadius, singlePointsOfFailure }, footprint) =>
      bounded(stoppedBySinglePoint(blastRadius, singlePointsOfFailure), footprint),
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
    of: ({ supplyChains: { known, unknown } }, footprint) => counted(known, footprint, unknown),
  },
  {
    key: "outOfSupport",
    steps: 1,
    better: "less",
    // Only at a date: without one nothing is told.
    of: ({ support }, footprint) => support && counted(support.ended, footprint, support.notKnown),
  },
  { key: "pages", steps: 1, better: "less", of: ({ pages }, footprint) => counted(pages, footprint) },
];

/** A line that is about workloads. */
function ofWorkloads(key: LineKey, steps: number, of: (compute: Measures["compute"]) => Sum): Line {
  return {
    key,
    steps,
    better: "less",
    ofWorkloads: true,
    of: ({ compute }, _, point) => at(of(compute), point),
  };
}

/** A count that may be higher where some things could not be judged, or the document does not hold all. */
function counted(list: readonly unknown[], footprint: Footprint, unclear: readonly unknown[] = []): Figure {
  return bounded({ value: list.length, atLeast: unclear.length > 0 }, footprint);
}

function money({ cost }: Measures, end: "low" | "high"): Figure | undefined {
  return cost === undefined ? undefined : { value: cost[end], atLeast: cost.unpriced.length > 0 };
}
