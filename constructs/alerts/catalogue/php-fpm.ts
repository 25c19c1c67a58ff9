import { defineAlerts } from "../alert";

/** Alerts of a PHP-FPM pool. */
export const PHP_FPM_ALERTS = defineAlerts([
  {
    id: "fpm-queue",
    title: "Requests wait for a PHP-FPM worker",
    condition: { signal: "fpmListenQueue", comparison: ">", thresholds: { warning: 10 } },
    windowSeconds: 60,
    action: "Scale up. If workers are busy but the CPU is not, look for a slow dependency first.",
  },
  {
    id: "fpm-busy",
    title: "PHP-FPM pool is nearly full",
    condition: { signal: "fpmBusyRatio", comparison: ">", thresholds: { warning: 0.9 } },
    windowSeconds: 120,
    action:
      "Scale up. More workers in the same pod need more memory: raise the limit with pm.max_children, or pods are killed.",
  },
  {
    id: "fpm-slow-requests",
    title: "PHP-FPM requests are slow",
    condition: { signal: "fpmSlowRequests", comparison: ">", thresholds: { warning: 25 } },
    windowSeconds: 300,
    action: "Read the slow log: it names the function that a request waits in.",
    reason: "5 per minute over 5 minutes: more than 25 in 5 minutes, per pool.",
  },
]);
