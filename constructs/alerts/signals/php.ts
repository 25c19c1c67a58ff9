import { datadogScope } from "../datadog-scope";
import { duration, selector } from "../promql";
import type { Signal } from "../signal";
import type { Read } from "../subject";

/**
 * Signals of a PHP-FPM pool, per pod: clients of a full pool wait even when another pod is idle.
 * @see https://github.com/hipages/php-fpm_exporter
 */
export const PHP_SIGNALS = {
  fpmListenQueue: {
    title: "requests that wait for a PHP-FPM worker",
    section: "saturation",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) => perPod("phpfpm_listen_queue", read),
    datadog: {
      kind: "metric",
      expression: (read) => `max:php_fpm.listen_queue.size${datadogScope(read)} by {host}`,
    },
  },
  fpmBusyRatio: {
    title: "share of a pool's PHP-FPM workers that are busy",
    section: "saturation",
    unit: "ratio",
    evaluation: "throughout",
    prometheus: (read) => `${perPod("phpfpm_active_processes", read)} / ${read("maxChildren")}`,
    datadog: {
      kind: "metric",
      expression: (read) =>
        `max:php_fpm.processes.active${datadogScope(read)} by {host} / ${read("maxChildren")}`,
    },
  },
  fpmSlowRequests: {
    title: "number of slow PHP-FPM requests",
    section: "saturation",
    unit: "count",
    evaluation: "across",
    prometheus: (read, seconds) =>
      `max by (pod) (increase(phpfpm_slow_requests${selector({ job: read("service") })}[${duration(seconds)}]))`,
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) => `sum:php_fpm.requests.slow${datadogScope(read)} by {host}.as_count()`,
    },
  },
  opcacheHitRatio: {
    title: "hit ratio of OPcache",
    section: "saturation",
    unit: "ratio",
    evaluation: "throughout",
    prometheus: (read) => `min by (pod) (app_opcache_hit_ratio${selector({ job: read("service") })})`,
    datadog: { unseen: "the agent's php_fpm integration does not report OPcache" },
  },
} satisfies Record<string, Signal>;

function perPod(gauge: string, read: Read): string {
  return `max by (pod) (${gauge}${selector({ job: read("service") })})`;
}
