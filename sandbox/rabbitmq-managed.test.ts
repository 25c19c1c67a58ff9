import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  CloudAmqpAlarms,
  type CloudAmqpBroker,
  CloudamqpProvider,
  RabbitMqDurable,
} from "../constructs/rabbitmq-durable";
import { CloudAmqpStandIn } from "./cloudamqp-stand-in";
import { MOTO_ACCOUNT, MOTO_REGION, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const AWS = { source: "aws", version: "5.100.0" };
const CLOUD_AMQP = { source: "cloudamqp/cloudamqp", version: "~> 1.27" };

async function terraformOf(stack: TerraformStack, folder: string, env: Record<string, string>) {
  writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
  const terraform = new Terraform(folder, env);
  await terraform.init();
  await terraform.apply();
  return terraform;
}

describeWhen([...terraformRequirements([AWS]), ...MOTO_REQUIREMENTS], "RabbitMQ by Amazon MQ, mocked", () => {
  const folder = temporaryFolder("amazon-mq");
  let moto: Moto;
  let terraform: Terraform;

  beforeAll(async () => {
    moto = await Moto.start();
    const { vpcId, subnetIds } = await moto.defaultNetwork();
    const stack = new TerraformStack(new App({ stackTraces: false }), "mq");
    new AwsProvider(stack, "Aws", { region: MOTO_REGION, allowedAccountIds: [MOTO_ACCOUNT] });
    const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
    new RabbitMqDurable(stack, "Mq", {
      mode: "amazonMq",
      name: "orders",
      vpcId,
      subnetIds: subnetIds.slice(0, 2),
      clientCidrs: ["10.0.0.0/16"],
      managerCidrs: ["10.1.0.0/24"],
      admin: { username: "admin", password: password.stringValue },
      preventDestroy: false,
    });
    terraform = await terraformOf(stack, folder, { ...moto.env, TF_VAR_password: "a-long-password-1" });
  });
  afterAll(async () => {
    await moto?.stop();
    await removeFolder(folder);
  });

  test("is taken by the real provider, and nothing is left to change", async () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${MOTO_REGION}/mq/aws4_request`;
    const brokers = await fetch(`${moto.url}/v1/brokers`, { headers: { authorization } });
    expect(await brokers.json()).toMatchObject({
      brokerSummaries: [{ brokerName: "orders", engineType: "RabbitMQ", deploymentMode: "CLUSTER_MULTI_AZ" }],
    });
    expect(await terraform.plan()).toBe("");
  });
});

describeWhen(terraformRequirements([CLOUD_AMQP]), "RabbitMQ in a stand-in for CloudAMQP", () => {
  const folder = temporaryFolder("cloudamqp");
  let cloud: CloudAmqpStandIn;
  let terraform: Terraform;

  beforeAll(async () => {
    cloud = await CloudAmqpStandIn.start();
    const stack = new TerraformStack(new App({ stackTraces: false }), "mq");
    new CloudamqpProvider(stack, "CloudAmqp");
    const { broker } = new RabbitMqDurable(stack, "Mq", {
      mode: "cloudAmqp",
      name: "orders",
      plan: "bunny-3",
      region: "azure-arm::westeurope",
      tags: ["shop"],
      preventDestroy: false,
    });
    new CloudAmqpAlarms(stack, "Alarms", {
      broker: broker as CloudAmqpBroker,
      virtualHost: "shop",
      alarms: [
        { name: "dead-letters", queues: ["dead-letters"], messages: 1, seconds: 60, recipient: "slack" },
      ],
      recipients: { slack: "https://hooks.example.test" },
    });
    if ("host" in broker) new TerraformOutput(stack, "host", { value: broker.host });
    terraform = await terraformOf(stack, folder, cloud.env);
  });
  afterAll(async () => {
    await cloud?.stop();
    await removeFolder(folder);
  });

  test("is taken by the real provider, and nothing is left to change", async () => {
    expect(cloud.unknown).toEqual([]);
    expect(cloud.instances.all).toMatchObject([
      { name: "orders", plan: "bunny-3", nodes: 3, tags: ["shop"] },
    ]);
    const [{ id } = {}] = cloud.recipients.all;
    expect(cloud.alarms.all).toMatchObject([
      { queue_regex: "^dead-letters$", value_threshold: 1, recipients: [id] },
    ]);
    expect(JSON.stringify(await terraform.showJson())).toContain('"value":"mq-01.rmq.example.test"');
    expect(await terraform.plan()).toBe("");
  });

  test("is gone after a destroy", async () => {
    await terraform.destroy();
    expect([cloud.instances, cloud.alarms, cloud.recipients].flatMap(({ all }) => all)).toEqual([]);
  });
});
