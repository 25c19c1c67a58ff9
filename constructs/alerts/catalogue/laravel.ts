import { defineAlerts } from "../alert";
import { source } from "./reviews";

const SLIS = "Métricas e SLIs Implementados";

/**
 * What review 004 lists as indicators beside those that it shares with the others (error rate, FPM pool, database
 * connections). It gives no threshold for any.
 */
export const LARAVEL_ALERTS = defineAlerts([
  {
    id: "responses-slow",
    title: "Responses are slow",
    condition: { signal: "responseP95Seconds", comparison: ">", thresholds: { warning: 1 } },
    windowSeconds: 600,
    action: "See which route is slow, then its trace: database, cache, or a full pool before it.",
    sources: [source("004", SLIS, "Response time (P50, P95, P99)")],
    chosen:
      "One second is where a user's train of thought breaks; 10 minutes as for slow search in review 001.",
  },
  {
    id: "opcache-misses",
    title: "OPcache misses",
    condition: { signal: "opcacheHitRatio", comparison: "<", thresholds: { warning: 0.95 } },
    windowSeconds: 900,
    action:
      "Its memory is full: raise opcache.memory_consumption, or the number of files. opcache_reset() from the command line does not touch FPM.",
    sources: [source("004", SLIS, "OPcache hit ratio")],
    chosen: "A warm cache hits above 99 %; 15 minutes let a new pod warm up.",
  },
  {
    id: "container-restarts",
    title: "A container restarts again and again",
    condition: { signal: "containerRestarts", comparison: ">", thresholds: { warning: 3 } },
    windowSeconds: 900,
    action:
      "Read the previous container's log and its last state: killed for memory, failed probe, or crashed.",
    sources: [source("004", SLIS, "Container restart count")],
    chosen: "More than 3 in 15 minutes is a crash loop, since the back-off grows to 5 minutes.",
  },
  {
    id: "memory-high",
    title: "Container is near its memory limit",
    condition: { signal: "memoryRatio", comparison: ">", thresholds: { warning: 0.9 } },
    windowSeconds: 900,
    action:
      "Compare workers times their real memory with the limit; lower pm.max_children or raise the limit.",
    sources: [source("004", SLIS, "Pod CPU/Memory utilization")],
    chosen: "The autoscaler adds pods at 80 %; at 90 % for 15 minutes it did not help.",
  },
  {
    id: "job-backlog",
    title: "Background jobs pile up",
    condition: { signal: "jobBacklog", comparison: ">", thresholds: { warning: 500 } },
    windowSeconds: 600,
    action: "See whether the workers run and which job fails; then scale the workers.",
    sources: [source("004", SLIS, "Background job queue size")],
    chosen: "A default to start from: replace it once a normal day is known.",
  },
]);
