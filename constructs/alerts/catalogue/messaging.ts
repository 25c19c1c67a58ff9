import { defineAlerts } from "../alert";

/** Alerts of message queues, and of sagas that run on them. */
export const MESSAGING_ALERTS = defineAlerts([
  {
    id: "dead-letters",
    title: "Messages were dead-lettered",
    condition: { signal: "deadLetters", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 60,
    action:
      "Read one message's death header for the queue and the reason. Fix the consumer, then shovel the messages back.",
    reason:
      "One message that failed finally is one order that is blocked. One minute lets an operator's own test drain.",
  },
  {
    id: "queue-backlog",
    title: "Messages pile up",
    condition: { signal: "queueBacklog", comparison: ">", thresholds: { warning: 1000 } },
    windowSeconds: 300,
    action: "Check that consumers are connected and acknowledge messages; then scale them.",
    reason: "One message for each of 1,000 concurrent orders.",
  },
  {
    id: "saga-timeout",
    title: "Sagas time out",
    condition: { signal: "sagaTimeouts", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action:
      "Find the step that the saga waits for. Stock may be reserved and money authorised: finish or undo it by hand.",
    reason: "A saga that times out leaves an order between two steps.",
  },
  {
    id: "order-slow",
    title: "Orders are slow",
    condition: { signal: "sagaP90Seconds", comparison: ">", thresholds: { warning: 5 } },
    windowSeconds: 300,
    action: "Follow a slow order's trace across the services; look at pool sizes and prefetch.",
    reason: "A service level of orders, over the window of the other alerts.",
  },
  {
    id: "order-very-slow",
    title: "Some orders are very slow",
    condition: { signal: "sagaP98Seconds", comparison: ">", thresholds: { warning: 10 } },
    windowSeconds: 300,
    action: "Follow one such order's trace: retries and locks appear in the slowest orders first.",
    reason: "A service level of orders, over the window of the other alerts.",
  },
  {
    id: "order-errors",
    title: "Orders fail",
    condition: { signal: "sagaErrorRatio", comparison: ">", thresholds: { critical: 0.01 } },
    windowSeconds: 300,
    action: "Group the failures by step and service. Right after a deploy, switch traffic back.",
    reason: "A service level of orders. Critical: orders are lost.",
  },
]);
