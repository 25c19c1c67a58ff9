import { defineAlerts } from "../alert";
import { source } from "./reviews";

const RULES = "2.1 Monitoring Stack, Alerting rules";

/** What every option of review 001 alerts on, the table of its option A. */
export const PARTNER_API_ALERTS = defineAlerts([
  {
    id: "error-rate",
    title: "Error rate",
    condition: { signal: "errorRatio", comparison: ">", thresholds: { warning: 0.05, critical: 0.15 } },
    windowSeconds: 300,
    action:
      "See which endpoint and which client fail. Right after a deploy, roll back; else look at the circuit breaker and at the backend's errors.",
    sources: [
      source("001", RULES, "Partner API error rate > 5% | 5 min window | Warning"),
      source("001", RULES, "Partner API error rate > 15% | 5 min window | Critical (page)"),
      source("004", "Métricas e SLIs Implementados", "Error rate (4xx, 5xx)"),
    ],
  },
  {
    id: "booking-error-rate",
    title: "Booking error rate",
    condition: { signal: "bookingErrorRatio", comparison: ">", thresholds: { critical: 0.02 } },
    windowSeconds: 300,
    action:
      "Take a booking id from the logs and follow its trace to the step that fails. Tell clients when confirmations fail: money may be taken without a booking. Never retry a write for them.",
    sources: [source("001", RULES, "Booking error rate > 2% | 5 min window | Critical (page)")],
  },
  {
    id: "search-slow",
    title: "Search is slow",
    condition: { signal: "searchP95Seconds", comparison: ">", thresholds: { warning: 3 } },
    windowSeconds: 600,
    action:
      "Compare with the backend's own latency. Search that is slow while bookings work is degraded, not down.",
    sources: [source("001", RULES, "Search p95 > 3s | 10 min window | Warning")],
  },
  {
    id: "redis-unreachable",
    title: "Redis is unreachable",
    condition: { signal: "redisReachable", comparison: "<", thresholds: { critical: 1 } },
    windowSeconds: 30,
    action:
      "See whether the cache node, its failover or the network policy is the cause. Seat locks and idempotency keys are gone with it: expect double bookings on retries.",
    sources: [
      source("001", RULES, "Redis unreachable | 30s | Critical (page)"),
      source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
    ],
  },
  {
    id: "no-traffic",
    title: "No traffic during business hours",
    condition: { signal: "requestCount", comparison: "<", thresholds: { critical: 1 } },
    windowSeconds: 300,
    active: "business-hours",
    action:
      "Call the health endpoint from outside. Then DNS, the ingress route and its canary weight, the certificate.",
    sources: [source("001", RULES, "Zero traffic during business hours | 5 min | Critical (page)")],
  },
  {
    id: "circuit-open",
    title: "Circuit breaker to the backend is open",
    condition: { signal: "circuitOpen", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 30,
    action:
      "The backend is failing and this service cannot mend it: tell clients, watch for half-open, then look for bookings that were cut in two.",
    sources: [
      source("001", RULES, "Circuit breaker open | 30s | Critical (page)"),
      source("001", "8. How to Handle a 12go Outage", 'Circuit breaker state should be "open."'),
    ],
  },
  {
    id: "memory-kill",
    title: "Container killed for want of memory",
    condition: { signal: "memoryKills", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action:
      "See whether the last deploy or the load raised memory. Roll back the one, raise the limit for the other.",
    sources: [
      source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
    ],
    chosen:
      "The review names it among the pages and gives no condition: one kill in 5 minutes, the window of its other rules.",
  },
]);
