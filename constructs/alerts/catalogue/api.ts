import { defineAlerts } from "../alert";

/** Alerts of an HTTP API in front of a backend, with a cache of its own. */
export const API_ALERTS = defineAlerts([
  {
    id: "error-rate",
    title: "Error rate",
    condition: { signal: "errorRatio", comparison: ">", thresholds: { warning: 0.05, critical: 0.15 } },
    windowSeconds: 300,
    action:
      "See which endpoint and which client fail. Right after a deploy, roll back; otherwise look at the circuit breaker and at the backend's errors.",
  },
  {
    id: "booking-error-rate",
    title: "Booking error rate",
    condition: { signal: "bookingErrorRatio", comparison: ">", thresholds: { critical: 0.02 } },
    windowSeconds: 300,
    action:
      "Take a booking id from the logs and follow its trace to the step that fails. Notify clients when confirmations fail: money may be taken without a booking. Never retry a write for them.",
  },
  {
    id: "search-slow",
    title: "Search is slow",
    condition: { signal: "searchP95Seconds", comparison: ">", thresholds: { warning: 3 } },
    windowSeconds: 600,
    action:
      "Compare with the backend's own latency. Search that is slow while bookings work is degraded, not down.",
  },
  {
    id: "redis-unreachable",
    title: "Redis is unreachable",
    condition: { signal: "redisReachable", comparison: "<", thresholds: { critical: 1 } },
    windowSeconds: 30,
    action:
      "See whether the cache node, its failover or the network policy is the cause. Locks and idempotency keys are lost with it: expect double bookings on retries.",
  },
  {
    id: "no-traffic",
    title: "No traffic during business hours",
    condition: { signal: "requestCount", comparison: "<", thresholds: { critical: 1 } },
    windowSeconds: 300,
    active: "business-hours",
    action:
      "Call the health endpoint from the internet. Then check DNS, the ingress route and its canary weight, and the certificate.",
  },
  {
    id: "circuit-open",
    title: "Circuit breaker to the backend is open",
    condition: { signal: "circuitOpen", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 30,
    action:
      "The backend is failing and this service cannot fix it: notify clients, watch for half-open, then look for bookings that were interrupted.",
  },
  {
    id: "memory-kill",
    title: "Container killed for exceeding its memory limit",
    condition: { signal: "memoryKills", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action:
      "See whether the last deploy or the load raised memory. Roll back the deploy, or raise the limit for the load.",
    reason: "One kill is one pod's requests lost. The window is that of the other alerts.",
  },
]);
