import { TerraformVariable } from "cdktf";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import type { ExchangeSpec } from "../../constructs/rabbitmq-durable";
import { build, FAILED, list, named, resources, stack, warnings } from "../helpers/rabbitmq-topologies";

describe("the virtual host", () => {
  test("is made", () => {
    expect(list(build(), "vhost")).toEqual([{ name: "shop", lifecycle: { prevent_destroy: true } }]);
  });

  test("that every broker has is not made", () => {
    const topology = build({ vhost: "/", queues: [{ name: "orders" }] });
    expect(list(topology, "vhost")).toEqual([]);
    expect(named(topology, "queue", "orders")).toMatchObject({ vhost: "/" });
  });
});

describe("routing", () => {
  test("has durable exchanges, with an alternate one where asked for", () => {
    const exchanges: ExchangeSpec[] = [
      { name: "events", type: "topic", alternateExchange: "failed" },
      FAILED,
    ];
    const topology = build({ exchanges });
    expect(named(topology, "exchange", "events")).toMatchObject({
      settings: { type: "topic", durable: true, arguments: { "alternate-exchange": "failed" } },
    });
    expect(named(topology, "exchange", "failed")?.["settings"]).toEqual({ type: "fanout", durable: true });
  });

  test("binds queues after both ends are there", () => {
    const topology = build({
      queues: [{ name: "orders" }],
      exchanges: [FAILED],
      bindings: [
        { exchange: "failed", queue: "orders" },
        { exchange: "failed", queue: "orders", routingKey: "order.#" },
      ],
    });
    const ends = {
      source: expect.stringMatching(/^\$\{rabbitmq_exchange\.Topology_exchange-failed_\w+\.name\}$/),
      destination: expect.stringMatching(/^\$\{rabbitmq_queue\.Topology_queue-orders_\w+\.name\}$/),
      destination_type: "queue",
    };
    expect(list(topology, "binding")).toEqual([
      expect.objectContaining({ ...ends, routing_key: "" }),
      expect.objectContaining({ ...ends, routing_key: "order.#" }),
    ]);
  });
});

describe("a policy of the caller's", () => {
  test("is emitted as it is, with priority 0", () => {
    const policies = [
      {
        name: "unroutable",
        pattern: "^in\\.",
        applyTo: "exchanges",
        definition: { "alternate-exchange": "failed" },
      },
    ] as const;
    expect(list(build({ policies }), "policy")).toEqual([
      expect.objectContaining({
        name: "unroutable",
        policy: {
          pattern: "^in\\.",
          apply_to: "exchanges",
          definition: { "alternate-exchange": "failed" },
          priority: 0,
        },
      }),
    ]);
  });

  test("takes a priority, and may match queues that are not of the topology", () => {
    const policies = [
      {
        name: "streams",
        pattern: "^stream\\.",
        applyTo: "queues",
        definition: { "max-age": "1D" },
        priority: 7,
      },
    ] as const;
    const topology = build({ policies, queues: [{ name: "orders" }] });
    expect(named(topology, "policy", "streams")).toMatchObject({ policy: { priority: 7 } });
  });
});

test("a policy for exchanges may match names of queues", () => {
  const policies = [{ name: "all", pattern: ".*", applyTo: "exchanges", definition: {} } as const];
  expect(() => build({ policies, queues: [{ name: "orders" }] })).not.toThrow();
});

describe("access", () => {
  const queues = [{ name: "orders" }, { name: "orders.late" }];

  test("is what the permission names and nothing else", () => {
    const topology = build({
      queues,
      exchanges: [FAILED],
      users: [{ name: "api", existing: true }],
      permissions: [{ user: "api", publish: ["failed"], consume: ["orders", "orders.late"] }],
    });
    expect(list(topology, "user")).toEqual([]);
    expect(list(topology, "permissions")).toEqual([
      {
        user: "api",
        vhost: "${rabbitmq_vhost.Topology_Vhost_83217F57.name}",
        permissions: { configure: "^$", write: "^failed$", read: "^(orders|orders\\.late)$" },
      },
    ]);
    expect(warnings(topology)).toEqual([]);
  });

  test("may be to declare things anew", () => {
    const topology = build({
      queues,
      exchanges: [FAILED],
      users: [{ name: "api", existing: true }],
      permissions: [{ user: "api", declare: ["orders", "failed"] }],
    });
    expect(list(topology, "permissions")).toMatchObject([
      { permissions: { configure: "^(orders|failed)$", write: "^$", read: "^$" } },
    ]);
  });

  test("of a created user depends on the user, and a warning says that the state contains its password", () => {
    const scope = stack();
    const password = new TerraformVariable(scope, "password", { type: "string", sensitive: true })
      .stringValue;
    const topology = build(
      {
        queues,
        users: [{ name: "api", password, tags: ["monitoring"] }],
        permissions: [{ user: "api", consume: ["orders"] }],
      },
      scope,
    );
    expect(list(topology, "user")).toEqual([
      { name: "api", password: "${var.password}", tags: ["monitoring"] },
    ]);
    expect(list(topology, "permissions")).toMatchObject([
      { user: expect.stringMatching(/^\$\{rabbitmq_user\.Topology_user-api_\w+\.name\}$/) },
    ]);
    expect(warnings(topology)).toEqual([
      "the state contains the password of api: rabbitmq_user has no write-only argument; " +
        "create users elsewhere and set 'existing: true', or encrypt the state",
    ]);
  });
});

describe("tokens", () => {
  const scope = stack();
  const text = (id: string) => new TerraformVariable(scope, id, { type: "string" }).stringValue;
  const number = (id: string) => new TerraformVariable(scope, id, { type: "number" }).numberValue;
  const name = text("name");
  const topology = build(
    {
      vhost: text("vhost"),
      queues: [{ name, maxLength: number("length"), deadLetterExchange: text("exchange") }],
      bindings: [{ exchange: text("source"), queue: "known only at apply", routingKey: text("key") }],
      users: [{ name: text("user"), existing: true }],
      permissions: [{ user: "known only at apply", consume: [name, "known only at apply"] }],
    },
    scope,
  );

  test("pass unchecked, and are escaped by Terraform where names are matched", () => {
    expect(list(topology, "policy")).toMatchObject([
      {
        name: "${var.name}",
        policy: {
          pattern: '^${replace(var.name, ".", "\\\\.")}$',
          definition: { "max-length": "${var.length}", "dead-letter-exchange": "${var.exchange}" },
        },
      },
    ]);
    expect(resources(topology)["rabbitmq_queue"]).toHaveProperty("Topology_queue-varname_D57933E1");
    expect(list(topology, "vhost")).toMatchObject([{ name: "${var.vhost}" }]);
  });
});

describe("review 002's topology", () => {
  const topology = build(CRITTER_TOPOLOGY);

  test("matches the snapshot", () => {
    expect(resources(topology)).toMatchSnapshot();
  });

  test("loses nothing that it confirmed", () => {
    expect(warnings(topology)).toEqual([]);
  });

  test("keeps what no binding fits", () => {
    expect(named(topology, "exchange", "critter.events")).toMatchObject({
      settings: { arguments: { "alternate-exchange": "critter.dead-letters" } },
    });
  });
});
