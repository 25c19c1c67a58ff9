import { defineAlerts } from "../alert";
import { source } from "./reviews";

const SRE = "The pair of burn rate and window is the SRE workbook's";

/** What a B2B API inside a larger application adds: its own objective, and its share of a common database. */
export const B2B_ALERTS = defineAlerts([
  {
    id: "budget-burns-fast",
    title: "Error budget burns fast",
    condition: { signal: "availabilityBurn", comparison: ">", thresholds: { critical: 14.4 } },
    windowSeconds: 3600,
    action:
      "At this speed a month's budget lasts two days. See which endpoint fails, then roll back or switch its feature flag off.",
    sources: [
      source(
        "000",
        "Recommendations",
        "a dedicated B2B Datadog dashboard from day one with clear SLO metrics separate from f3",
      ),
      source("000", "Recommendations", "B2B-specific Datadog monitors/alerts that page our team, not 12go's"),
      source("004", "Observabilidade e Monitoramento", "Alertas baseados em SLIs/SLOs específicos"),
    ],
    chosen: `The review asks for objectives and gives no numbers. ${SRE} for a page.`,
  },
  {
    id: "budget-burns-slowly",
    title: "Error budget burns slowly",
    condition: { signal: "availabilityBurn", comparison: ">", thresholds: { warning: 6 } },
    windowSeconds: 21600,
    action:
      "At this speed a month's budget lasts five days. Look at it today; hold risky deploys until it stops.",
    sources: [
      source(
        "000",
        "Recommendations",
        "a dedicated B2B Datadog dashboard from day one with clear SLO metrics separate from f3",
      ),
      source("004", "Observabilidade e Monitoramento", "Alertas baseados em SLIs/SLOs específicos"),
    ],
    chosen: `The review asks for objectives and gives no numbers. ${SRE}; a warning, since the fast burn pages.`,
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
      "Look for slow queries and for hosts that hold more than their share. The limit protects the others: raise it only with them.",
    sources: [
      source(
        "000",
        "Recommendations",
        "Set up MariaDB connection pool limits for B2B queries to prevent resource contention",
      ),
      source("001", "8. How to Debug a Failed Booking", "Check frontend3 error logs, MySQL connection pool"),
      source("004", "Métricas e SLIs Implementados", "Database connection pool"),
    ],
    chosen:
      "The reviews ask for a limit and give no threshold: 80 % leaves time to act, at 95 % requests are about to fail.",
  },
]);
