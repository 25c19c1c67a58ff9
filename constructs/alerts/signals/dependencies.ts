import { datadogScope } from "../datadog-scope";
import { selector } from "../promql";
import type { Signal } from "../signal";

/** Signals of a service's dependencies. */
export const DEPENDENCY_SIGNALS = {
  redisReachable: {
    title: "reachability of Redis (1 reachable, 0 not)",
    section: "dependencies",
    unit: "count",
    evaluation: "throughout",
    silenceAlerts: true,
    // oliver006/redis_exporter. Without the exporter the state of Redis is unknown, so that fires too.
    prometheus: (read) => `min(redis_up${selector({ job: read("service") })}) or vector(0)`,
    datadog: { kind: "check", check: "redis.can_connect" },
  },
  circuitOpen: {
    title: "circuit breaker to the backend (1 open, 0 closed)",
    section: "dependencies",
    unit: "count",
    evaluation: "throughout",
    // A gauge that the service itself reports: libraries count transitions, not the state.
    prometheus: (read) =>
      `max(${read("applicationMetricPrefix")}_circuit_breaker_open${selector({ job: read("service") })})`,
    datadog: {
      kind: "metric",
      expression: (read) =>
        `max:${read("applicationMetricPrefix")}.circuit_breaker.open${datadogScope(read)}`,
    },
  },
  databaseConnectionRatio: {
    title: "share of its database connections that a host uses",
    section: "dependencies",
    unit: "ratio",
    evaluation: "throughout",
    prometheus: { unseen: "mysqld_exporter counts connections by user or by host, and the limit is of both" },
    datadog: {
      kind: "metric",
      expression: (read) => {
        const { user, connectionsPerHost } = read("database");
        const tags = datadogScope(read, { service: false, tags: [`processlist_user:${user}`] });
        return `sum:mysql.performance.user_connections${tags} by {processlist_host} / ${connectionsPerHost}`;
      },
    },
  },
} satisfies Record<string, Signal>;
