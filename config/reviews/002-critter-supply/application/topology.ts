/** Assumed: a hundred messages of each of the 1,000 concurrent orders that the review asks for. */
const MAX_LENGTH = 100_000;

const EVENTS = "critter.events";
const DEAD_LETTERS = "critter.dead-letters";

interface Queue {
  readonly name: string;
  readonly maxLength?: number;
  readonly deadLetterExchange?: string;
}

interface Binding {
  readonly exchange: string;
  readonly queue: string;
  readonly routingKey?: string;
}

function workQueue(name: string): Queue {
  return { name, maxLength: MAX_LENGTH, deadLetterExchange: DEAD_LETTERS };
}

/**
 * Queues for the three kinds of message that a restart loses according to the review ("Customer orders", "Inventory
 * reservations", "Payment transactions"), and the dead-letter queue that it wants monitored.
 *
 * The review names no queue, exchange or saga, and only counts its eight bounded contexts. Every name here is
 * assumed, and so are the routing keys and the length limit. Replace them with what the services declare.
 *
 * Source: 002_3f566cf14e5265d2.txt, "1. RabbitMQ Message Loss Risk", "Impact"; "3. No Monitoring/Alerting",
 * "Resolution"; "4. No Load Testing Infrastructure".
 */
export const CRITTER_TOPOLOGY = {
  vhost: "critter-supply",
  exchanges: [
    // Messages that match no binding go to the dead letters: a confirmed message is never dropped.
    { name: EVENTS, type: "topic", alternateExchange: DEAD_LETTERS },
    { name: DEAD_LETTERS, type: "fanout" },
  ],
  queues: [
    workQueue("orders"),
    workQueue("inventory-reservations"),
    workQueue("payment-transactions"),
    { name: "dead-letters" },
  ] as readonly Queue[],
  bindings: [
    { exchange: EVENTS, queue: "orders", routingKey: "order.#" },
    { exchange: EVENTS, queue: "inventory-reservations", routingKey: "inventory.#" },
    { exchange: EVENTS, queue: "payment-transactions", routingKey: "payment.#" },
    { exchange: DEAD_LETTERS, queue: "dead-letters" },
  ] as readonly Binding[],
} as const;
