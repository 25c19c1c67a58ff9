import { growth, quantile, shareOf } from "../promql";
import type { Signal } from "../signal";
import type { Read } from "../subject";

/**
 * OpenTelemetry's server histogram; its labels `http_route` and `http_response_status_code` are those of the semantic
 * conventions.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
const DURATION = "http_server_request_duration_seconds";
const REQUESTS = `${DURATION}_count`;
const FAILED = 'http_response_status_code=~"5.."';
/** Span durations are nanoseconds. */
const NANOSECONDS = 1e9;

/** Signals of a service's requests. */
export const REQUEST_SIGNALS = {
  errorRatio: {
    title: "share of requests that fail",
    section: "requests",
    unit: "ratio",
    evaluation: "across",
    prometheus: (read, seconds) => shareOf(REQUESTS, { job: read("service") }, FAILED, seconds),
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) => {
        const hits = `sum:${read("spanMetricPrefix")}.request.hits`;
        return `${hits}{status:error}.as_count() / ${hits}{*}.as_count()`;
      },
    },
  },
  requestCount: {
    title: "number of requests",
    section: "requests",
    unit: "count",
    evaluation: "across",
    silenceAlerts: true,
    // A missing series counts as no traffic, so that a service that never started pages too.
    prometheus: (read, seconds) => `${growth(REQUESTS, { job: read("service") }, seconds)} or vector(0)`,
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) => `sum:${read("spanMetricPrefix")}.request.hits{*}.as_count()`,
    },
  },
  responseP95Seconds: {
    title: "95th percentile of response times",
    section: "requests",
    unit: "seconds",
    evaluation: "across",
    prometheus: (read, seconds) => quantile(0.95, DURATION, { job: read("service") }, seconds),
    datadog: {
      kind: "metric",
      across: "percentile",
      expression: (read) => `p95:${read("spanMetricPrefix")}.request.duration{*}`,
      scale: NANOSECONDS,
    },
  },
  searchP95Seconds: {
    ...routeP95("search"),
    datadog: {
      kind: "metric",
      across: "percentile",
      expression: (read) => `p95:${read("spanMetricPrefix")}.search.duration{*}`,
      scale: NANOSECONDS,
    },
  },
  autocompleteP95Seconds: routeP95("autocomplete"),
  listingP95Seconds: routeP95("listing"),
  filterP95Seconds: routeP95("filter"),
  availabilityBurn: {
    title: "burn rate of the error budget of availability",
    section: "service-levels",
    unit: "burn",
    evaluation: "across",
    prometheus: burn,
    datadog: { kind: "burn" },
  },
} satisfies Record<string, Signal>;

function routeP95(page: "search" | "autocomplete" | "listing" | "filter"): Signal {
  return {
    title: `95th percentile of response times of the ${page} page`,
    section: "requests",
    unit: "seconds",
    evaluation: "across",
    prometheus: (read, seconds) =>
      quantile(0.95, DURATION, { job: read("service"), http_route: read(`${page}Route`) }, seconds),
    datadog: { unseen: `there is no span metric of the ${page} page alone` },
  };
}

/**
 * The smaller of the burn rates over the window and over a twelfth of it: the long window shows that it matters, the
 * short one that it continues.
 * @see https://sre.google/workbook/alerting-on-slos/ "Multiwindow, Multi-Burn-Rate Alerts"
 */
function burn(read: Read, seconds: number): string {
  // 1 - 0.999 is 0.0010000000000000009: no target has more than twelve digits.
  const budget = Number((1 - read("availabilityPercent") / 100).toPrecision(12));
  const over = (window: number) =>
    `(${shareOf(REQUESTS, { job: read("service") }, FAILED, window)}) / ${budget}`;
  const short = over(seconds / 12);
  return `(${over(seconds)}) <= (${short}) or (${short})`;
}
