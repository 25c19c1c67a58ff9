import { App, TerraformStack } from "cdktf";
import { RabbitMqDurable, type RabbitMqDurableProps } from "../../constructs/rabbitmq-durable";

type Case = [what: string, props: unknown, code: string, message: string];

describe("a broker fails when", () => {
  const CLUSTER = { mode: "cluster", namespace: "shop", name: "mq", clients: [] } as const;
  const SINGLE = { ...CLUSTER, mode: "single", adminSecret: "admin" } as const;
  const AMAZON = {
    mode: "amazonMq",
    name: "mq",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    clientCidrs: [],
    admin: { username: "admin", password: "${var.password}" },
  } as const;
  const CLOUD = { mode: "cloudAmqp", name: "mq", plan: "bunny-3", region: "azure-arm::westeurope" } as const;
  const BUDGET = { cpuRequestMillicores: 1, cpuLimitMillicores: 1, memoryRequestMi: 1, memoryLimitMi: 2048 };

  test.each<Case>([
    ...[1, 2].map(
      (replicas): Case => [
        `the cluster has ${replicas} nodes`,
        { ...CLUSTER, replicas },
        "OutOfRange",
        `'replicas' must be at least 3, got ${replicas}; give 3, or use mode "single"`,
      ],
    ),
    [
      "the cluster's nodes are even",
      { ...CLUSTER, replicas: 4 },
      "OutOfRange",
      "'replicas' must be odd, got 4; give 3, which survives as many losses, or 5",
    ],
    [
      "the cluster's nodes are not whole",
      { ...CLUSTER, replicas: 3.5 },
      "NotInteger",
      "'replicas' must be a whole number, got 3.5; round it",
    ],
    [
      "a node gets no time to stop",
      { ...CLUSTER, terminationGraceSeconds: 5 },
      "OutOfRange",
      "'terminationGraceSeconds' must be from 60 to 604800, got 5; set 'terminationGraceSeconds' within the bounds",
    ],
    [
      "the name is none",
      { ...SINGLE, name: "A" },
      "BadName",
      "'name' must be an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters), got \"A\"; " +
        "shorten or rename it",
    ],
    [
      "the name is too long for the pods' labels",
      { ...CLUSTER, name: "x".repeat(46) },
      "BadName",
      `'name' must be at most 45 characters, since its pods' labels add to it, got "${"x".repeat(46)}"; shorten it`,
    ],
    [
      "there is no storage",
      { ...SINGLE, storageGiB: 0 },
      "OutOfRange",
      "'storageGiB' must be at least 1, got 0; set 'storageGiB' within the bounds",
    ],
    [
      "memory cannot be written out",
      { ...SINGLE, storageGiB: 2, resources: BUDGET },
      "OutOfRange",
      "'storageGiB' must be more than 'resources.memoryLimitMi' (2048 Mi), got 2; " +
        "raise it: RabbitMQ blocks publishers while the free disk space is less than its memory",
    ],
    [
      "a request exceeds its limit",
      { ...CLUSTER, resources: { ...BUDGET, cpuRequestMillicores: 2 } },
      "OutOfRange",
      "'resources.cpuRequestMillicores' must be at most 'resources.cpuLimitMillicores' (1), got 2; " +
        "lower 'resources.cpuRequestMillicores' or raise 'resources.cpuLimitMillicores'",
    ],
    [
      "Amazon's name is none",
      { ...AMAZON, name: "a b" },
      "BadName",
      "'name' must be 1 to 50 letters, digits, '-' and '_', got \"a b\"; rename it",
    ],
    [
      "Amazon's nodes share a subnet",
      { ...AMAZON, subnetIds: ["subnet-1"] },
      "Missing",
      "'subnetIds' must be at least two, got 1; name subnets of several zones: nodes in one zone fail together",
    ],
    [
      "Amazon's password is a literal",
      { ...AMAZON, admin: { username: "admin", password: "hunter2" } },
      "Conflict",
      "'admin.password' must be a reference, got \"a literal\"; " +
        "give a sensitive variable, so that the value is not in the code",
    ],
    [
      "Amazon has no such machine for the series",
      { ...AMAZON, instanceType: "mq.m5.large" },
      "Conflict",
      "'instanceType' must be of mq.m7g for RabbitMQ 4.2, got \"mq.m5.large\"; " +
        'use "mq.m7g.large", or version 3.13',
    ],
    ...["ermine", "penguin-3"].map(
      (plan): Case => [
        `CloudAMQP's plan ${plan} is not of RabbitMQ`,
        { ...CLOUD, plan },
        "Conflict",
        `'plan' must be a plan of RabbitMQ, not of LavinMQ, which has no quorum queues, got "${plan}"; ` +
          'use a plan of RabbitMQ, for example "bunny-3"',
      ],
    ),
  ])("%s", (_, props, code, message) => {
    const stack = new TerraformStack(new App(), "Stack");
    expect(() => new RabbitMqDurable(stack, "Mq", props as RabbitMqDurableProps)).toThrow(
      expect.objectContaining({ name: "ValidationError", code, message: `Stack/Mq/Broker: ${message}` }),
    );
  });

  test.each(["cluster", "amazonMq", "cloudAmqp"])("its queue is classic in mode %s", (mode) => {
    const stack = new TerraformStack(new App(), "Stack");
    const broker = { cluster: CLUSTER, amazonMq: AMAZON, cloudAmqp: CLOUD }[mode];
    const topology = { vhost: "/", queues: [{ name: "orders", type: "classic" }] };
    expect(() => new RabbitMqDurable(stack, "Mq", { ...broker, topology } as RabbitMqDurableProps)).toThrow(
      "Stack/Mq/Topology: 'queues[0].type' must be \"quorum\" in a cluster",
    );
  });
});
