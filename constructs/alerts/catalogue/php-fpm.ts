import { defineAlerts } from "../alert";
import { source } from "./reviews";

const RULES = "2.2 Monitoring Stack, Alerting rules";

/** What a PHP-FPM pool alerts on: review 001's option B, and review 004. */
export const PHP_FPM_ALERTS = defineAlerts([
  {
    id: "fpm-queue",
    title: "Requests wait for a PHP-FPM worker",
    condition: { signal: "fpmListenQueue", comparison: ">", thresholds: { warning: 10 } },
    windowSeconds: 60,
    action: "Scale up. If workers are busy but the CPU is not, look for a slow dependency first.",
    sources: [source("001", RULES, "FPM listen queue > 10 | 1 min window | Warning (scale up)")],
  },
  {
    id: "fpm-busy",
    title: "PHP-FPM pool is nearly full",
    condition: { signal: "fpmBusyRatio", comparison: ">", thresholds: { warning: 0.9 } },
    windowSeconds: 120,
    action:
      "Scale up. More workers in the same pod need more memory: raise the limit with pm.max_children, or pods are killed.",
    sources: [
      source("001", RULES, "FPM active workers > 90% of max | 2 min window | Warning (scale up)"),
      source("004", "Operational Runbooks", "High PHP-FPM Pool Utilization"),
    ],
  },
  {
    id: "fpm-slow-requests",
    title: "PHP-FPM requests are slow",
    condition: { signal: "fpmSlowRequests", comparison: ">", thresholds: { warning: 25 } },
    windowSeconds: 300,
    action: "Read the slow log for the function that they wait in.",
    sources: [source("001", RULES, "FPM slow requests > 5/min | 5 min window | Warning")],
    chosen: "5 a minute over 5 minutes is counted as more than 25 in 5 minutes, for each pool.",
  },
]);
