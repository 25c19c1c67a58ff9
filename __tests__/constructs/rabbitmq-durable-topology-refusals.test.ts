import { App, Fn, TerraformStack, Token } from "cdktf";
import {
  type BindingSpec,
  type PermissionSpec,
  type PolicySpec,
  RabbitMqTopology,
  type RabbitMqTopologyProps,
  type UserSpec,
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

describe("a topology fails when", () => {
  const withBinding = (spec: Partial<BindingSpec>) => ({
    bindings: [...BASE.bindings, { exchange: "failed", queue: "orders", ...spec }],
  });
  const withPolicy = (spec: Partial<PolicySpec>) => ({
    policies: [{ name: "own", pattern: "^none$", applyTo: "queues", definition: {}, ...spec } as const],
  });
  const withPermission = (spec: Partial<PermissionSpec>) => ({ permissions: [{ user: "api", ...spec }] });
  const withUser = (user: UserSpec) => ({ users: [...BASE.users, user] });

  test.each<Case>([
    [
      "the virtual host has no legal name",
      { vhost: "a/b" },
      "BadName",
      "'vhost' must be '/', or 1 to 255 of the characters a-z, A-Z, 0-9, '.', '_', ':' and '-', got \"a/b\"; rename it",
    ],
    [
      "an exchange has no legal name",
      { exchanges: [...BASE.exchanges, { name: "amq.topic", type: "topic" }] },
      "BadName",
      `'exchanges[1].name' must ${LEGAL}, got "amq.topic"; rename it`,
    ],
    [
      "two exchanges have one name",
      { exchanges: [...BASE.exchanges, ...BASE.exchanges] },
      "Conflict",
      "'exchanges[1]' must differ from the others, got \"failed\"; keep one of the two",
    ],
    [
      "an alternate exchange is not there",
      { exchanges: [{ name: "failed", type: "fanout", alternateExchange: "gone" }] },
      "Unknown",
      "'exchanges[0].alternateExchange' must be an exchange of this topology, got \"gone\"; " +
        "add the exchange, or use one of: failed",
    ],
    [
      "a binding starts nowhere",
      withBinding({ exchange: "gone" }),
      "Unknown",
      "'bindings[1].exchange' must be an exchange of this topology, got \"gone\"; " +
        "add the exchange, or use one of: failed",
    ],
    [
      "a binding ends nowhere",
      withBinding({ queue: "gone" }),
      "Unknown",
      "'bindings[1].queue' must be a queue of this topology, got \"gone\"; " +
        "add the queue, or use one of: orders, parked",
    ],
    [
      "a routing key has a slash",
      withBinding({ routingKey: "a/b" }),
      "BadName",
      "'bindings[1].routingKey' must be at most 255 of the characters a-z, A-Z, 0-9, '.', '_', ':', '-', '*' " +
        "and '#', got \"a/b\"; rename it",
    ],
    [
      "two bindings are one",
      withBinding({ queue: "parked" }),
      "Conflict",
      "'bindings[1]' must differ from the others, got \"failed -> parked ()\"; keep one of the two",
    ],
    [
      "a policy matches a queue, whose own would hide it",
      withPolicy({ pattern: "^ord" }),
      "Conflict",
      '\'policies[0].pattern\' must match no queue of this topology, and matches "orders", got "^ord"; ' +
        "set it on the queue itself: of two matching policies RabbitMQ applies only one",
    ],
    [
      "a policy's pattern is none",
      withPolicy({ pattern: "(" }),
      "BadName",
      "'policies[0].pattern' must be a regular expression, got \"(\"; correct it, for example ^orders\\.",
    ],
    [
      "a policy has a higher priority than the queues' own",
      withPolicy({ priority: 100 }),
      "OutOfRange",
      "'policies[0].priority' must be from 0 to 99, got 100; set 'policies[0].priority' within the bounds",
    ],
    [
      "a policy has a queue's name",
      withPolicy({ name: "orders" }),
      "Conflict",
      "'policies[0].name' must not be the name of a queue: the queue's own policy has it, got \"orders\"; rename it",
    ],
    [
      "a policy has no legal name",
      withPolicy({ name: "a@b" }),
      "BadName",
      `'policies[0].name' must ${LEGAL}, got "a@b"; rename it`,
    ],
    [
      "two policies have one name",
      { policies: [...withPolicy({}).policies, ...withPolicy({}).policies] },
      "Conflict",
      "'policies[1]' must differ from the others, got \"own\"; keep one of the two",
    ],
    [
      "a user has no legal name",
      withUser({ name: "a@b", existing: true }),
      "BadName",
      `'users[1].name' must ${LEGAL}, got "a@b"; rename it`,
    ],
    [
      "two users have one name",
      withUser({ name: "api", existing: true }),
      "Conflict",
      "'users[1]' must differ from the others, got \"api\"; keep one of the two",
    ],
    [
      "a password is a literal",
      withUser({ name: "other", password: "hunter2" }),
      "Conflict",
      "'users[1].password' must be a reference, got \"a literal\"; " +
        "give a sensitive variable, so that the value is not in the code",
    ],
    [
      "a permission is for nobody",
      withPermission({ user: "gone", consume: ["orders"] }),
      "Unknown",
      "'permissions[0].user' must be a user of this topology, got \"gone\"; add the user, or use one of: api",
    ],
    [
      "a permission is given where there is no user",
      { ...withPermission({ consume: ["orders"] }), users: [] },
      "Unknown",
      "'permissions[0].user' must be a user of this topology, got \"api\"; add the user, there is none yet",
    ],
    [
      "a permission allows nothing",
      withPermission({}),
      "Missing",
      "'permissions[0]' must allow something, got \"api\"; " +
        "name exchanges in 'publish' or queues in 'consume', or remove the permission",
    ],
    [
      "a permission publishes to nothing that is there",
      withPermission({ publish: ["orders"] }),
      "Unknown",
      "'permissions[0].publish' must be an exchange of this topology, got \"orders\"; " +
        "add the exchange, or use one of: failed",
    ],
    [
      "a permission reads nothing that is there",
      withPermission({ consume: ["failed"] }),
      "Unknown",
      "'permissions[0].consume' must be a queue of this topology, got \"failed\"; " +
        "add the queue, or use one of: orders, parked",
    ],
    [
      "a permission declares something else",
      withPermission({ declare: ["gone"] }),
      "Unknown",
      "'permissions[0].declare' must be a queue or exchange of this topology, got \"gone\"; " +
        "add the queue or exchange, or use one of: orders, parked, failed",
    ],
    [
      "two permissions are for one user",
      { permissions: ["orders", "parked"].map((queue) => ({ user: "api", consume: [queue] })) },
      "Conflict",
      "'permissions[1]' must differ from the others, got \"api\"; keep one of the two",
    ],
  ])("%s", (_, props, code, message) => {
    const stack = new TerraformStack(new App(), "Stack");
    expect(() => new RabbitMqTopology(stack, "Topology", { ...BASE, ...props })).toThrow(
      expect.objectContaining({ name: "ValidationError", code, message: `Stack/Topology: ${message}` }),
    );
  });
});

test("a topology fails when the broker's major version is a token: the keys of a policy depend on it", () => {
  const rabbitMqMajor = Token.asNumber(Fn.tonumber("4"));
  const stack = new TerraformStack(new App(), "Stack");
  expect(
    () => new RabbitMqTopology(stack, "Topology", { ...BASE, rabbitMqMajor } as RabbitMqTopologyProps),
  ).toThrow("Stack/Topology: 'rabbitMqMajor' must be known at synth, got a token; give it as a literal");
});
