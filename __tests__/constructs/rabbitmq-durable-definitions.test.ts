import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import { rabbitMqDefinitions } from "../../constructs/rabbitmq-durable";

describe("definitions", () => {
  const definitions = rabbitMqDefinitions(CRITTER_TOPOLOGY);

  test("contain the whole topology, durable, with numbers as numbers", () => {
    expect(definitions.vhosts).toEqual([{ name: "critter-supply" }]);
    expect(definitions.queues.map(({ name }) => name)).toEqual(
      CRITTER_TOPOLOGY.queues.map(({ name }) => name),
    );
    for (const queue of definitions.queues)
      expect(queue).toMatchObject({ durable: true, arguments: { "x-queue-type": "quorum" } });
    expect(definitions.exchanges[0]).toMatchObject({
      name: "critter.events",
      durable: true,
      arguments: { "alternate-exchange": "critter.dead-letters" },
    });
    expect(definitions.bindings).toContainEqual({
      source: "critter.events",
      vhost: "critter-supply",
      destination: "orders",
      destination_type: "queue",
      routing_key: "order.#",
      arguments: {},
    });
    expect(definitions.policies.find(({ name }) => name === "orders")).toMatchObject({
      pattern: "^orders$",
      "apply-to": "queues",
      definition: {
        "max-length": 100_000,
        overflow: "reject-publish",
        "dead-letter-exchange": "critter.dead-letters",
        "dead-letter-strategy": "at-least-once",
        "delivery-limit": 20,
      },
    });
  });

  test("contain no users, which would have password hashes", () => {
    expect(Object.keys(definitions).sort()).toEqual([
      "bindings",
      "exchanges",
      "policies",
      "queues",
      "vhosts",
    ]);
  });

  test("do not create the default virtual host, and omit keys that version 3 does not support", () => {
    const { vhosts, policies } = rabbitMqDefinitions({ vhost: "/", queues: [{ name: "a" }] }, 3);
    expect({ vhosts, policies }).toEqual({ vhosts: [], policies: [] });
  });
});
