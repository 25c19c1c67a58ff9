/** One of the API's endpoints, and the flag that switches it off. */
export interface F3Endpoint {
  /** Key of its flag: a letter, then letters, digits, `-` and `_`. */
  readonly flag: string;
  /** Resource name of its spans, as dd-trace-php takes it from the route. */
  readonly resource: string;
  /** @default - no step of a booking */
  readonly stage?: "search" | "checkout" | "reserve" | "confirm";
}

/** "just to test their 13 endpoints": 000_5a365d529a350ad9.txt, "Local Development Experience". */
const ENDPOINT_COUNT = 13;

/**
 * The B2B API inside f3 (review 000): what the review finds in place and what it recommends.
 * Source: 000_5a365d529a350ad9.txt. What it leaves open is assumed here, and says so: replace it with yours.
 */
export const F3 = {
  /** "8 EC2 instances", "Overall Infrastructure Assessment". */
  hostCount: 8,
  /** Tag by which the hosts are found. Assumed. */
  hostTag: { key: "Service", value: "f3" },
  /** Datadog service of f3, which has `dd-trace-php` already, "Monitoring Integration". */
  service: "f3",
  /** Entry spans of dd-trace-php in a Symfony application: "`dd-trace-php` Symfony quirks", the same section. */
  operation: "symfony.request",
  /**
   * The endpoints. The review counts 13 and names one, "search endpoint" ("Infrastructure Risks"); the others are
   * stand-ins, by number.
   */
  endpoints: [
    { flag: "search", resource: "b2b_search", stage: "search" },
    ...Array.from({ length: ENDPOINT_COUNT - 1 }, (_, index): F3Endpoint => {
      const number = String(index + 2).padStart(2, "0");
      return { flag: `endpoint_${number}`, resource: `b2b_endpoint_${number}` };
    }),
  ] satisfies readonly F3Endpoint[] as readonly F3Endpoint[],
  /**
   * "MariaDB connection pool limits for B2B queries", "Recommendations". The review gives no number; assumed: ten
   * workers of each host at once, since PHP-FPM opens one connection a worker.
   */
  database: { name: "f3", user: "b2b", connectionBudget: 80, statementSeconds: 30 },
  /** "page our team, not 12go's", "Recommendations". The handles are assumed. */
  team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts" },
  /** Where `alerts.md` is published. Assumed. */
  runbookBaseUrl: "https://docs.example.com/constructs",
  /** When silence is a fault. Assumed: the review names no hours. */
  businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
  /**
   * What takes a release of flags back: failed requests of the API, in percent, over a minute.
   * 001_57ea113d5c58119c.txt, section 2.1 "Monitoring Stack": 15 % is its critical tier for the same product.
   */
  rollback: { metricNamespace: "f3/b2b", errorPercent: 15, periodSeconds: 60, periods: 2 },
  /** How a changed flag reaches the hosts. Chosen: a fifth of them every two minutes, then ten minutes of watching. */
  release: { growthPercent: 20, minutes: 10, watchMinutes: 10 },
} as const;
