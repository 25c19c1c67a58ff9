import { App, TerraformStack } from "cdktf";
import {
  type QueueSpec,
  RabbitMqTopology,
  type RabbitMqTopologyProps,
} from "../../constructs/rabbitmq-durable";

type Case = [what: string, props: Partial<RabbitMqTopologyProps>, code: string, message: string];

const BASE = {
  vhost: "shop",
  queues: [{ name: "orders" }, { name: "parked" }],
  exchanges: [{ name: "failed", type: "fanout" }],
  bindings: [{ exchange: "failed", queue: "parked" }],
  users: [{ name: "api", existing: true }],
} as const satisfies RabbitMqTopologyProps;

const LEGAL = "be 1 to 255 of the characters a-z, A-Z, 0-9, '.', '_', ':' and '-', and not start with 'amq.'";

describe("a queue fails when", () => {
  const withQueue = (spec: Partial<QueueSpec>) => ({ queues: [BASE.queues[1], { name: "orders", ...spec }] });
  const atLeastOnce = "where 'deadLetterStrategy' is \"at-least-once\"";

  test.each<Case>([
    [
      "a queue is not durable",
      withQueue({ durable: false }),
      "Conflict",
      "'queues[1].durable' must be true, got false; omit it: every queue here is durable",
    ],
    [
      "a queue of a cluster is classic",
      withQueue({ type: "classic" }),
      "Conflict",
      '\'queues[1].type\' must be "quorum" in a cluster, got "classic"; ' +
        "omit it: a classic queue is on one node and fails with it",
    ],
    [
      "dead letters must arrive and a full queue drops its oldest message",
      withQueue({ deadLetterExchange: "failed", maxLength: 9, overflow: "drop-head" }),
      "Conflict",
      `'queues[1].overflow' must be "reject-publish" ${atLeastOnce}, got "drop-head"; ` +
        "omit it, or set 'deadLetterStrategy' to \"at-most-once\" and risk the loss of dead letters",
    ],
    [
      "dead letters must arrive and have nowhere to go",
      withQueue({ deadLetterStrategy: "at-least-once", maxLength: 9 }),
      "Missing",
      "'queues[1].deadLetterExchange' must be set with 'deadLetterStrategy', got undefined; " +
        "name an exchange of this topology, or omit 'deadLetterStrategy'",
    ],
    [
      "dead letters have a key and nowhere to go",
      withQueue({ deadLetterRoutingKey: "late" }),
      "Missing",
      "'queues[1].deadLetterExchange' must be set with 'deadLetterRoutingKey', got undefined; " +
        "name an exchange of this topology, or omit 'deadLetterRoutingKey'",
    ],
    [
      "dead letters must arrive and nothing bounds the queue",
      withQueue({ deadLetterExchange: "failed" }),
      "Missing",
      `'queues[1].maxLength' must be set ${atLeastOnce}, got undefined; ` +
        "give the number of messages that fit the disk, including waiting dead letters",
    ],
    [
      "dead letters go to an exchange that is not there",
      withQueue({ deadLetterExchange: "gone", maxLength: 9 }),
      "Unknown",
      "'queues[1].deadLetterExchange' must be an exchange of this topology, got \"gone\"; " +
        "add the exchange, or use one of: failed",
    ],
    [
      "dead letters go to an exchange that leads back to their queue only",
      {
        ...withQueue({ deadLetterExchange: "failed", maxLength: 9 }),
        bindings: [{ exchange: "failed", queue: "orders" }],
      },
      "Missing",
      "'queues[1].deadLetterExchange' must route to another queue, got \"failed\"; " +
        "bind a queue for dead letters to it",
    ],
    [
      "a classic queue should dead-letter at least once",
      {
        ...withQueue({
          type: "classic",
          deadLetterExchange: "failed",
          deadLetterStrategy: "at-least-once",
          maxLength: 9,
        }),
        replicated: false,
      },
      "Conflict",
      '\'queues[1].deadLetterStrategy\' must be "at-most-once" for a classic queue, got "at-least-once"; ' +
        'omit it, or use a "quorum" queue',
    ],
    [
      "a classic queue has a delivery limit",
      { ...withQueue({ type: "classic", deliveryLimit: 5 }), replicated: false },
      "Conflict",
      "'queues[1].deliveryLimit' must not be set for a classic queue, got 5; " +
        'omit it, or use a "quorum" queue',
    ],
    [
      "a queue holds nothing",
      withQueue({ maxLength: 0 }),
      "OutOfRange",
      "'queues[1].maxLength' must be at least 1, got 0; omit it for no limit",
    ],
    [
      "a length is not whole",
      withQueue({ maxLength: 1.5 }),
      "NotInteger",
      "'queues[1].maxLength' must be a whole number, got 1.5; round it",
    ],
    [
      "messages expire at once",
      withQueue({ messageTtlMs: 0 }),
      "OutOfRange",
      "'queues[1].messageTtlMs' must be at least 1, got 0; omit it for no expiry",
    ],
    [
      "a delivery limit is below none",
      withQueue({ deliveryLimit: -2 }),
      "OutOfRange",
      "'queues[1].deliveryLimit' must be at least -1, got -2; -1 is unlimited",
    ],
    ...["", "a b", "a/b", "a@b", "amq.gen", "größe", "x".repeat(256)].map(
      (name): Case => [
        `a queue is called "${name.slice(0, 8)}"`,
        withQueue({ name }),
        "BadName",
        `'queues[1].name' must ${LEGAL}, got "${name}"; rename it`,
      ],
    ),
    [
      "two queues have one name",
      { queues: [...BASE.queues, { name: "orders" }] },
      "Conflict",
      "'queues[2]' must differ from the others, got \"orders\"; keep one of the two",
    ],
  ])("%s", (_, props, code, message) => {
    const stack = new TerraformStack(new App(), "Stack");
    expect(() => new RabbitMqTopology(stack, "Topology", { ...BASE, ...props })).toThrow(
      expect.objectContaining({ name: "ValidationError", code, message: `Stack/Topology: ${message}` }),
    );
  });
});
