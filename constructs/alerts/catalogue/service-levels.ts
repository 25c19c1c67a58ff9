import { defineAlerts } from "../alert";

/** Alerts of an error budget, and of the connections that one account may open to a shared database. */
export const SERVICE_LEVEL_ALERTS = defineAlerts([
  {
    id: "budget-burns-fast",
    title: "Error budget burns fast",
    condition: { signal: "availabilityBurn", comparison: ">", thresholds: { critical: 14.4 } },
    windowSeconds: 3600,
    action:
      "At this rate the budget of a month lasts two days. Find which endpoint fails, then roll back or switch its feature flag off.",
    reason: "The burn rate and window that the SRE workbook gives for a page.",
  },
  {
    id: "budget-burns-slowly",
    title: "Error budget burns slowly",
    condition: { signal: "availabilityBurn", comparison: ">", thresholds: { warning: 6 } },
    windowSeconds: 21600,
    action:
      "At this rate the budget of a month lasts five days. Investigate today; postpone risky deploys until it stops.",
    reason: "The burn rate and window of the SRE workbook. A warning, since the fast burn pages.",
  },
  {
    id: "database-connections",
    title: "Database connections run out",
    condition: {
      signal: "databaseConnectionRatio",
      comparison: ">",
      thresholds: { warning: 0.8, critical: 0.95 },
    },
    windowSeconds: 300,
    action:
      "Look for slow queries and for hosts that use more than their share. The limit protects the other users of the database: raise it only with their consent.",
    reason: "80 % leaves time to act; at 95 % requests are about to fail.",
  },
]);
