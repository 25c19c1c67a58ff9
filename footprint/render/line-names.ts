import type { LineKey } from "../figures/lines";

/** What a line is called for people, and its unit. */
export interface LineName {
  readonly label: string;
  readonly unit: string;
}

/** Unit of a line that counts what its label names. */
const COUNT = "count";

/** The name of each line. */
export const LINE_NAMES: Readonly<Record<LineKey, LineName>> = {
  pods: { label: "Pods", unit: COUNT },
  "cpuCores.request": { label: "CPU reserved", unit: "cores" },
  "cpuCores.limit": { label: "CPU limit", unit: "cores" },
  "memoryGiB.request": { label: "Memory reserved", unit: "GiB" },
  "memoryGiB.limit": { label: "Memory limit", unit: "GiB" },
  phpWorkers: { label: "PHP workers", unit: COUNT },
  upstreamConnections: { label: "Upstream connections", unit: COUNT },
  stores: { label: "Stores", unit: COUNT },
  "topics.count": { label: "Topics", unit: COUNT },
  "topics.partitions": { label: "Topic partitions", unit: COUNT },
  "topics.replicas": { label: "Topic replicas", unit: COUNT },
  "costUsdPerMonth.low": { label: "Cost by the review, low", unit: "USD a month" },
  "costUsdPerMonth.high": { label: "Cost by the review, high", unit: "USD a month" },
  listCostUsdPerMonth: { label: "Cost at list prices", unit: "USD a month" },
  singlePointsOfFailure: { label: "Single points of failure", unit: COUNT },
  stoppedBySinglePoint: { label: "Workloads that one single point stops", unit: COUNT },
  rollBackSeconds: { label: "Roll-back at most", unit: "s" },
  supplyChains: { label: "Supply chains", unit: COUNT },
  outOfSupport: { label: "Out of support", unit: COUNT },
  pages: { label: "Alerts that page", unit: COUNT },
};

/** `CPU reserved, cores`; a count has no unit to name, and a key that is no line stands for itself. */
export function nameOfLine(key: string): string {
  if (!Object.hasOwn(LINE_NAMES, key)) return key;
  const { label, unit } = LINE_NAMES[key as LineKey];
  return unit === COUNT ? label : `${label}, ${unit}`;
}
