import type { QueueSpec } from "./queue-spec";
import type { Topology } from "./rabbitmq-topology";

/** Assumed: a hundred messages of each of the 1,000 concurrent orders that the review asks for. */
const MAX_LENGTH = 100_000;

const EVENTS = "critter.events";
const DEAD_LETTERS = "critter.dead-letters";

function queue(name: string): QueueSpec {
  return { name, maxLength: MAX_LENGTH, deadLetterExchange: DEAD_LETTERS };
}

/**
 * Queues for the three kinds of message that review 002 says a restart loses: "Customer orders", "Inventory
 * reservations", "Payment transactions", and the dead-letter queue that it wants watched.
 *
 * The review names no queue, no exchange and no saga, and only counts its eight bounded contexts: every name here
 * is assumed, and so are the routing keys and the bound. It is a start, to be replaced by what the services
 * declare.
 *
 * Source: 002_3f566cf14e5265d2.txt, "1. RabbitMQ Message Loss Risk", "Impact"; "3. No Monitoring/Alerting",
 * "Resolution"; "4. No Load Testing Infrastructure".
 */
export const CRITTER_TOPOLOGY: Topology = {
  vhost: "critter-supply",
  exchanges: [
    // What no binding fits is kept with the dead letters: a confirmed message is never dropped.
    { name: EVENTS, type: "topic", alternateExchange: DEAD_LETTERS },
    { name: DEAD_LETTERS, type: "fanout" },
  ],
  queues: [
    queue("orders"),
    queue("inventory-reservations"),
    queue("payment-transactions"),
    { name: "dead-letters" },
  ],
  bindings: [
    { exchange: EVENTS, queue: "orders", routingKey: "order.#" },
    { exchange: EVENTS, queue: "inventory-reservations", routingKey: "inventory.#" },
    { exchange: EVENTS, queue: "payment-transactions", routingKey: "payment.#" },
    { exchange: DEAD_LETTERS, queue: "dead-letters" },
  ],
};
