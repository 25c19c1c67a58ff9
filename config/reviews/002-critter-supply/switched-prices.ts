import type { SwitchedPrices } from "../../model/review";

/**
 * Cycles 19 and 20 are watched by a Prometheus of their own and alert on Slack: decisions 3 and 4. The review's budget is
 * of cycle 21.
 */
export const CRITTER_SWITCHED_PRICES: readonly SwitchedPrices[] = [
  {
    option: "critter-aks",
    switches: { cycle: ["19", "20"] },
    leaveOut: ["aks/monitoring", "aks/alerting"],
    entries: [
      {
        id: "aks/prometheus",
        option: "critter-aks",
        item: "Prometheus + Grafana",
        thing: { kind: "service", name: "monitoring" },
        low: 0,
        high: 0,
        words: "$0 (self-hosted)",
      },
      {
        id: "aks/slack",
        option: "critter-aks",
        item: "Slack alerts",
        thing: { kind: "service", name: "alerting" },
        low: 0,
        high: 0,
        words: "$0 (existing Slack)",
      },
    ],
  },
];
