import { duration, quantile, selector } from "../promql";
import type { Signal, Unseen } from "../signal";

const NOT_IN_DATADOG: Unseen = { unseen: "no integration sends it to Datadog" };

/** Signals of caches, search indexes and job queues behind a web application. */
export const WEB_SIGNALS = {
  cacheHitRatio: {
    title: "hit ratio of the HTTP cache",
    section: "dependencies",
    unit: "ratio",
    evaluation: "across",
    // jonnenauha/prometheus_varnish_exporter.
    prometheus: (read, seconds) => {
      const rate = (outcome: string) =>
        `sum(rate(varnish_main_cache_${outcome}${selector({ job: read("service") })}[${duration(seconds)}]))`;
      return `${rate("hit")} / (${rate("hit")} + ${rate("miss")})`;
    },
    datadog: NOT_IN_DATADOG,
  },
  indexUpdateP95Seconds: {
    title: "95th percentile of the time until a change is in the search index",
    section: "dependencies",
    unit: "seconds",
    evaluation: "across",
    prometheus: (read, seconds) =>
      quantile(
        0.95,
        `${read("applicationMetricPrefix")}_index_update_duration_seconds`,
        { job: read("service") },
        seconds,
      ),
    datadog: NOT_IN_DATADOG,
  },
  jobBacklog: {
    title: "background jobs that wait",
    section: "saturation",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) => `sum by (queue) (app_queue_jobs${selector({ job: read("service") })})`,
    datadog: NOT_IN_DATADOG,
  },
} satisfies Record<string, Signal>;
