import type { Criterion, Scorecard } from "../../model/scorecard";

/** The comparison matrix; sections 2.1 to 2.3 give the same scores with their reasons. */
export const REVIEW_001_SCORES: Scorecard = {
  review: "001",
  source: { file: "001_57ea113d5c58119c.txt", section: "3. Comparison Matrix" },
  best: 5,
  columns: [
    { id: "partner-a", title: "Option A" },
    { id: "partner-b", title: "Option B" },
    { id: "partner-c", title: "Option C" },
  ],
  criteria: [
    row("Deployment Complexity", [3, 5, 4], "partner-b", ["pods", "stores", "topics.count"]),
    row("CI/CD Pipeline", [3, 5, 3], "partner-b", ["supplyChains"]),
    row("Scaling Characteristics", [4, 3, 4], "partner-c", ["phpWorkers", "upstreamConnections"]),
    row("Resource Utilization", [4, 4, 4], "partner-b", [
      "cpuCores.request",
      "memoryGiB.request",
      "costUsdPerMonth.high",
    ]),
    row("Monitoring & Alerting", [5, 3, 4], "partner-a", ["pages"]),
    row("Security", [3, 5, 3], "partner-b", ["supplyChains"]),
    row("Disaster Recovery", [4, 5, 3], "partner-b", [
      "stores",
      "singlePointsOfFailure",
      "stoppedBySinglePoint",
      "rollBackSeconds",
    ]),
    row("Operational Overhead", [2, 5, 3], "partner-b", ["supplyChains", "stores", "pages"]),
  ],
};

function row(
  name: string,
  [a, b, c]: readonly [a: number, b: number, c: number],
  bold: string,
  measures: readonly string[],
): Criterion {
  return { name, scores: { "partner-a": a, "partner-b": b, "partner-c": c }, bold, measures };
}
