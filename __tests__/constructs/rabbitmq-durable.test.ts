import { Fn, TerraformVariable, Testing } from "cdktf";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import * as examples from "../../docs/examples/rabbitmq-durable";
import {
  all,
  amazonMq,
  at,
  cloudAmqp,
  cluster,
  type Mode,
  resources,
  single,
  stack,
  statefulSet,
  warnings,
} from "../helpers/rabbitmq-brokers";

describe("the topology", () => {
  const WAITS_FOR: Record<Mode, string> = {
    single: "kubernetes_stateful_set_v1.Mq_Broker_7A2B4A4E",
    cluster: "helm_release.Mq_Broker_8EE791E8",
    amazonMq: "aws_mq_broker.Mq_Broker_7A2B4A4E",
    cloudAmqp: "cloudamqp_instance.Mq_Broker_7A2B4A4E",
  };
  const BUILD = { single, cluster, amazonMq, cloudAmqp };

  test.each(Object.keys(BUILD) as Mode[])("is the same in mode %s, after the broker", (mode) => {
    const durable = BUILD[mode]({ topology: CRITTER_TOPOLOGY, preventDestroy: false });
    expect([...(durable.topology?.queues.keys() ?? [])]).toEqual([
      "orders",
      "inventory-reservations",
      "payment-transactions",
      "dead-letters",
    ]);
    const [vhost] = all(durable, "rabbitmq_vhost");
    expect(vhost).toMatchObject({ depends_on: [WAITS_FOR[mode]], lifecycle: { prevent_destroy: false } });
    for (const queue of all(durable, "rabbitmq_queue")) {
      expect(queue).toMatchObject({
        settings: { durable: true, arguments: { "x-queue-type": "quorum" } },
        depends_on: expect.arrayContaining([WAITS_FOR[mode]]),
      });
    }
  });

  test("is protected by default", () => {
    const [vhost] = all(single({ topology: CRITTER_TOPOLOGY }), "rabbitmq_vhost");
    expect(vhost).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test("is not there where it is not given", () => {
    expect(single().topology).toBeUndefined();
    expect(resources(single())).not.toHaveProperty("rabbitmq_vhost");
  });

  test("of a cluster cannot be applied together with it, and a warning says so", () => {
    expect(warnings(cluster({ topology: CRITTER_TOPOLOGY }))).toEqual([
      "Terraform does not wait until the operator has started the nodes, so the first apply fails at the topology; " +
        "apply again, or use RabbitMqTopology in a second stack",
    ]);
  });
});

describe("tokens", () => {
  const scope = stack();
  const text = (id: string) => new TerraformVariable(scope, id, { type: "string" }).stringValue;
  const number = (id: string) => new TerraformVariable(scope, id, { type: "number" }).numberValue;
  const resources = {
    cpuRequestMillicores: number("cpu"),
    cpuLimitMillicores: number("cpu_limit"),
    memoryRequestMi: number("memory"),
    memoryLimitMi: number("memory_limit"),
  };
  const common = {
    name: text("name"),
    namespace: text("namespace"),
    storageGiB: number("storage"),
    resources,
  };

  test("pass unchecked through a single node", () => {
    const durable = single(common, scope);
    expect(at(statefulSet(durable), "metadata")).toMatchObject({ name: "${var.name}" });
    expect(at(statefulSet(durable), "spec", "volume_claim_template", 0, "spec", "resources")).toEqual({
      requests: { storage: "${var.storage}Gi" },
    });
    expect(at(all(durable, "kubernetes_config_map_v1")[0], "data", "rabbitmq.conf")).toContain(
      "disk_free_limit.absolute = ${var.memory_limit}MiB",
    );
  });

  test("pass unchecked through a cluster", () => {
    const other = stack();
    const replicas = new TerraformVariable(other, "replicas", { type: "number" }).numberValue;
    expect(() => cluster({ replicas, terminationGraceSeconds: replicas }, other)).not.toThrow();
  });

  test("pass unchecked through the managed ones", () => {
    const other = stack();
    const words = new TerraformVariable(other, "words", { type: "string" }).stringValue;
    const admin = { username: words, password: words };
    const ids = Fn.split(",", words);
    expect(() =>
      amazonMq(
        {
          name: words,
          engineVersion: words,
          instanceType: words,
          subnetIds: ids,
          clientCidrs: [words],
          admin,
        },
        other,
      ),
    ).not.toThrow();
    expect(() => cloudAmqp({ plan: words }, stack())).not.toThrow();
  });
});

test.each(Object.entries(examples))("the guide's example %s synthesises", (_, build) => {
  const scope = stack();
  build(scope);
  expect(() => Testing.synth(scope, true)).not.toThrow();
});
