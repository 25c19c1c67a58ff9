import { defineAlerts } from "../alert";
import { source } from "./reviews";

const MONITORING = "3. No Monitoring/Alerting";
const LOAD = "Approval Conditions, Load testing validates SLA in Cycle 20";

/** What review 002 alerts on; it gives no table, so most windows and severities are chosen. */
export const CRITTER_SUPPLY_ALERTS = defineAlerts([
  {
    id: "dead-letters",
    title: "Messages were dead-lettered",
    condition: { signal: "deadLetters", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 60,
    action:
      "Read one message's death header for the queue and the reason. Mend the consumer, then shovel the messages back.",
    sources: [
      source("002", MONITORING, "RabbitMQ dead-letter queue monitoring"),
      source("002", MONITORING, "No visibility into failed messages"),
    ],
    chosen:
      "The review asks for 99.99 % of messages to last: one that failed for good is an order that stands still. A minute lets an operator's own test drain.",
  },
  {
    id: "queue-backlog",
    title: "Messages pile up",
    condition: { signal: "queueBacklog", comparison: ">", thresholds: { warning: 1000 } },
    windowSeconds: 300,
    action: "See whether consumers are there and acknowledge; then scale them.",
    sources: [
      source(
        "002",
        "Monitoring & Observability",
        "Real-time dashboards (queue depth, saga duration, error rates)",
      ),
    ],
    chosen: "1,000 is one message for each of the 1,000 concurrent orders that the review asks for.",
  },
  {
    id: "saga-timeout",
    title: "Sagas time out",
    condition: { signal: "sagaTimeouts", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action:
      "Find the step that the saga waits for. Stock may be reserved and money authorised: finish or undo it by hand.",
    sources: [source("002", MONITORING, "No saga timeout alerts")],
    chosen: "The review names the alert alone. A saga that times out is an order between its steps.",
  },
  {
    id: "order-slow",
    title: "Orders are slow",
    condition: { signal: "sagaP90Seconds", comparison: ">", thresholds: { warning: 5 } },
    windowSeconds: 300,
    action: "Follow a slow order's trace over the contexts; look at pool sizes and prefetch.",
    sources: [
      source("002", LOAD, "90% complete within 5 seconds"),
      source("002", MONITORING, "Saga duration tracking"),
    ],
    chosen: "The review states it for the load test; 5 minutes as in the other rules.",
  },
  {
    id: "order-very-slow",
    title: "Some orders are very slow",
    condition: { signal: "sagaP98Seconds", comparison: ">", thresholds: { warning: 10 } },
    windowSeconds: 300,
    action: "Follow one such order's trace: retries and locks show in the slowest first.",
    sources: [
      source("002", LOAD, "98% complete within 10 seconds"),
      source("002", MONITORING, "Saga duration tracking"),
    ],
    chosen: "The review states it for the load test; 5 minutes as in the other rules.",
  },
  {
    id: "order-errors",
    title: "Orders fail",
    condition: { signal: "sagaErrorRatio", comparison: ">", thresholds: { critical: 0.01 } },
    windowSeconds: 300,
    action: "Group the failures by step and context. Right after a deploy, switch traffic back.",
    sources: [source("002", LOAD, "< 1% error rate")],
    chosen: "The review states it for the load test; failing orders page.",
  },
]);
