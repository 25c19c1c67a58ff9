import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import type { QueueSpec } from "../../constructs/rabbitmq-durable";
import {
  build,
  list,
  named,
  type Resource,
  resources,
  settings,
  WAY_OUT,
  warnings,
} from "../helpers/rabbitmq-topologies";

describe("a queue", () => {
  test("is durable, replicated, never deleted with its last consumer, and cannot be destroyed", () => {
    const topology = build({ queues: [{ name: "orders" }] });
    expect(list(topology, "queue")).toEqual([
      {
        name: "orders",
        vhost: "${rabbitmq_vhost.Topology_Vhost_83217F57.name}",
        settings: { durable: true, auto_delete: false, arguments: { "x-queue-type": "quorum" } },
        lifecycle: { prevent_destroy: true },
        depends_on: [expect.stringMatching(/^rabbitmq_policy\.Topology_policy-orders_/)],
      },
    ]);
    expect([...topology.queues.keys()]).toEqual(["orders"]);
  });

  test("may set durable to true", () => {
    expect(() => build({ queues: [{ name: "orders", durable: true }] })).not.toThrow();
  });

  test("has its settings in a policy of its own name, which wins over others", () => {
    const topology = build({ queues: [{ name: "orders.placed", maxLength: 5 }] });
    expect(list(topology, "policy")).toEqual([
      {
        name: "orders.placed",
        vhost: "${rabbitmq_vhost.Topology_Vhost_83217F57.name}",
        policy: {
          pattern: "^orders\\.placed$",
          apply_to: "queues",
          priority: 100,
          definition: { "max-length": "5", overflow: "reject-publish", "delivery-limit": "-1" },
        },
      },
    ]);
  });

  test("without dead letters has no delivery limit, unlike the default of RabbitMQ 4", () => {
    expect(settings({})).toEqual({ "delivery-limit": "-1" });
  });

  test("with dead letters keeps each until its new queue has it", () => {
    expect(settings({ deadLetterExchange: "failed", maxLength: 9 })).toEqual({
      "max-length": "9",
      overflow: "reject-publish",
      "dead-letter-exchange": "failed",
      "dead-letter-strategy": "at-least-once",
      "delivery-limit": "20",
    });
  });

  test("takes each setting", () => {
    const spec = {
      maxLength: 9,
      overflow: "drop-head",
      messageTtlMs: 60_000,
      deadLetterExchange: "failed",
      deadLetterRoutingKey: "order.failed",
      deadLetterStrategy: "at-most-once",
      deliveryLimit: 3,
    } as const;
    expect(settings(spec)).toEqual({
      "max-length": "9",
      overflow: "drop-head",
      "message-ttl": "60000",
      "dead-letter-exchange": "failed",
      "dead-letter-routing-key": "order.failed",
      "dead-letter-strategy": "at-most-once",
      "delivery-limit": "3",
    });
  });

  test("of RabbitMQ 3 has no -1, which version 3 does not accept", () => {
    expect(settings({}, { rabbitMqMajor: 3 })).toBeUndefined();
    expect(settings({ deliveryLimit: 5 }, { rabbitMqMajor: 3 })).toEqual({ "delivery-limit": "5" });
  });

  test("may be classic on a single node, with the settings of classic queues", () => {
    const queues: QueueSpec[] = [
      { name: "orders", type: "classic", deadLetterExchange: "failed" },
      { name: "parked", type: "classic" },
    ];
    const topology = build({ ...WAY_OUT, queues, replicated: false });
    expect(named(topology, "queue", "orders")).toMatchObject({
      settings: { durable: true, arguments: { "x-queue-type": "classic" } },
    });
    expect(list(topology, "policy").map(({ policy }) => (policy as Resource)["definition"])).toEqual([
      { "dead-letter-exchange": "failed" },
    ]);
  });

  test("may be destroyed with preventDestroy false, and so may the virtual host", () => {
    const topology = build({ queues: [{ name: "orders" }], preventDestroy: false });
    for (const type of ["queue", "vhost"]) {
      expect(list(topology, type)).toEqual([
        expect.objectContaining({ lifecycle: { prevent_destroy: false } }),
      ]);
    }
  });

  test("keeps its logical id in any order", () => {
    for (const queues of [CRITTER_TOPOLOGY.queues, [...CRITTER_TOPOLOGY.queues].reverse()]) {
      const ids = resources(build({ ...CRITTER_TOPOLOGY, queues }));
      expect(ids["rabbitmq_queue"]).toHaveProperty("Topology_queue-orders_F6D3E128");
    }
  });

  const LOSSES: [string, Partial<QueueSpec>, string][] = [
    ["drops its oldest", { maxLength: 1, overflow: "drop-head" }, "drops its oldest message when full"],
    ["drops expired messages", { messageTtlMs: 1 }, "drops expired messages"],
    ["drops what fails", { deliveryLimit: 0 }, "drops messages that fail too often"],
    [
      "dead-letters once at most",
      { deadLetterExchange: "failed", deadLetterStrategy: "at-most-once" },
      "may lose dead letters",
    ],
  ];
  test.each(LOSSES)("that %s has a warning", (_, spec, words) => {
    const queues = [{ name: "orders", ...spec }, { name: "parked" }];
    expect(warnings(build({ ...WAY_OUT, queues }))).toEqual([
      `queue orders ${words}: confirmed messages can be lost`,
    ]);
  });

  test("that keeps everything is not warned of", () => {
    const queues = [
      { name: "orders", maxLength: 1, messageTtlMs: 1, deliveryLimit: 1, deadLetterExchange: "failed" },
      { name: "parked", deliveryLimit: -1 },
    ];
    expect(warnings(build({ ...WAY_OUT, queues }))).toEqual([]);
  });
});
