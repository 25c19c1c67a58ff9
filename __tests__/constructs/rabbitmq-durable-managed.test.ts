import { TerraformStack, Testing } from "cdktf";
import { all, amazonMq, cloudAmqp, resources, warnings } from "../helpers/rabbitmq-brokers";

describe("mode amazonMq", () => {
  test("is a cluster over zones, private, patched by itself, and cannot be destroyed", () => {
    expect(all(amazonMq(), "aws_mq_broker")).toMatchObject([
      {
        broker_name: "mq",
        engine_type: "RabbitMQ",
        engine_version: "4.2",
        host_instance_type: "mq.m7g.large",
        deployment_mode: "CLUSTER_MULTI_AZ",
        subnet_ids: ["subnet-1", "subnet-2"],
        publicly_accessible: false,
        auto_minor_version_upgrade: true,
        user: [{ username: "admin", password: "${var.password}" }],
        lifecycle: { prevent_destroy: true },
      },
    ]);
  });

  test("takes series, machine and a sandbox's wish to be destroyed", () => {
    const props = { engineVersion: "3.13", instanceType: "mq.m5.large", preventDestroy: false };
    expect(all(amazonMq(props), "aws_mq_broker")).toMatchObject([
      { engine_version: "3.13", host_instance_type: "mq.m5.large", lifecycle: { prevent_destroy: false } },
    ]);
  });

  test("warns that the state contains the password", () => {
    expect(warnings(amazonMq())).toEqual([
      "the state contains the administrator's password of mq: aws_mq_broker has no write-only argument for it; " +
        "encrypt the state, and change the password with the management API: a change here replaces the broker",
    ]);
  });

  test("is reached over TLS by clients, and by managers on their own port", () => {
    const rules = all(amazonMq({ managerCidrs: ["10.1.0.0/28"] }), "aws_vpc_security_group_ingress_rule");
    expect(rules.map((rule) => `${rule["cidr_ipv4"]} ${rule["from_port"]}-${rule["to_port"]}`)).toEqual([
      "10.0.0.0/16 5671-5671",
      "10.1.0.0/28 443-443",
    ]);
  });

  test("exposes its addresses, and keeps its logical id", () => {
    const durable = amazonMq();
    TerraformStack.of(durable).addOverride("locals", { broker: durable.broker });
    const { url, managementUrl } = durable.broker as unknown as { url: string; managementUrl: string };
    TerraformStack.of(durable).addOverride("locals", { url, managementUrl });
    expect(JSON.parse(Testing.synth(TerraformStack.of(durable), true)).locals).toMatchObject({
      url: "${element(aws_mq_broker.Mq_Broker_7A2B4A4E.instances[0].endpoints, 0)}",
      managementUrl: "${aws_mq_broker.Mq_Broker_7A2B4A4E.instances[0].console_url}",
    });
  });

  test("matches the snapshot", () => {
    expect(resources(amazonMq())).toMatchSnapshot();
  });
});

describe("mode cloudAmqp", () => {
  test("has the given plan, and cannot be destroyed", () => {
    expect(all(cloudAmqp(), "cloudamqp_instance")).toEqual([
      { name: "mq", plan: "bunny-3", region: "azure-arm::westeurope", lifecycle: { prevent_destroy: true } },
    ]);
  });

  test("takes version, network, tags and a sandbox's wish to be destroyed", () => {
    const props = { rabbitMqVersion: "4.2.6", vpcId: 7, tags: ["critter"], preventDestroy: false };
    expect(all(cloudAmqp(props), "cloudamqp_instance")).toMatchObject([
      {
        rmq_version: "4.2.6",
        vpc_id: 7,
        keep_associated_vpc: true,
        tags: ["critter"],
        lifecycle: { prevent_destroy: false },
      },
    ]);
  });

  const KEPT =
    "the state contains the password of mq: cloudamqp_instance exports it in 'url' and 'credentials'; encrypt the state";
  const WARNED: [plan: string, ...expected: string[]][] = [
    ["bunny-3"],
    ["bunny-1", "mq has one node: it is a single point of failure; a plan that ends in -3 has three nodes"],
    [
      "tiger",
      'mq has the shared plan "tiger", which may not survive the loss of a node; ' +
        "a plan that ends in -3 has three nodes of its own",
    ],
  ];
  test.each(WARNED)("warns about plan %s", (plan, ...expected) => {
    expect(warnings(cloudAmqp({ plan }))).toEqual([KEPT, ...expected]);
  });

  test("declares its provider, exposes its host, and keeps its logical id", () => {
    const durable = cloudAmqp();
    const { host } = durable.broker as unknown as { host: string };
    TerraformStack.of(durable).addOverride("locals", { host });
    const document = JSON.parse(Testing.synth(TerraformStack.of(durable), true));
    expect(document.locals.host).toBe("${cloudamqp_instance.Mq_Broker_7A2B4A4E.host}");
    expect(document.terraform.required_providers.cloudamqp).toEqual({
      source: "cloudamqp/cloudamqp",
      version: "1.46.0",
    });
    expect(document.provider.cloudamqp).toEqual([{ apikey: "${var.key}" }]);
  });

  test("matches the snapshot", () => {
    expect(resources(cloudAmqp())).toMatchSnapshot();
  });
});
