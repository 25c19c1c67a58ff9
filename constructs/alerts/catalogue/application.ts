import { defineAlerts } from "../alert";

/** Alerts of a PHP application's containers, OPcache and background jobs. */
export const APPLICATION_ALERTS = defineAlerts([
  {
    id: "responses-slow",
    title: "Responses are slow",
    condition: { signal: "responseP95Seconds", comparison: ">", thresholds: { warning: 1 } },
    windowSeconds: 600,
    action: "See which route is slow, then read its trace: database, cache, or a full worker pool.",
    reason: "After one second a user's flow of thought is interrupted. 10 minutes, as for slow search.",
  },
  {
    id: "opcache-misses",
    title: "OPcache misses",
    condition: { signal: "opcacheHitRatio", comparison: "<", thresholds: { warning: 0.95 } },
    windowSeconds: 900,
    action:
      "Its memory is full: raise opcache.memory_consumption, or the number of files. opcache_reset() from the command line does not touch FPM.",
    reason: "A warm cache has more than 99 % hits. 15 minutes let a new pod warm up.",
  },
  {
    id: "container-restarts",
    title: "A container restarts again and again",
    condition: { signal: "containerRestarts", comparison: ">", thresholds: { warning: 3 } },
    windowSeconds: 900,
    action:
      "Read the previous container's log and its last state: killed for memory, failed probe, or crashed.",
    reason: "More than 3 in 15 minutes is a crash loop, since the back-off grows to 5 minutes.",
  },
  {
    id: "memory-high",
    title: "Container is near its memory limit",
    condition: { signal: "memoryRatio", comparison: ">", thresholds: { warning: 0.9 } },
    windowSeconds: 900,
    action:
      "Compare workers times their real memory with the limit; lower pm.max_children or raise the limit.",
    reason: "An autoscaler that targets 80 % adds pods first; at 90 % for 15 minutes that did not help.",
  },
  {
    id: "job-backlog",
    title: "Background jobs pile up",
    condition: { signal: "jobBacklog", comparison: ">", thresholds: { warning: 500 } },
    windowSeconds: 600,
    action: "See whether the workers run and which job fails; then scale the workers.",
    reason: "A start value: replace it with a measured one.",
  },
]);
