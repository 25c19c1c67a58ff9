import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { CRITTER_TOPOLOGY } from "../config/reviews/002-critter-supply/application/topology";
import { RabbitMqTopology, rabbitMqDefinitions } from "../constructs/rabbitmq-durable";
import { RabbitmqProvider } from "../imports/providers/rabbitmq/provider";
import { manifestsOf, synthesise } from "./document";
import { buildExample } from "./examples";
import { embeddedFiles } from "./files/embedded";
import { RABBITMQ_REQUIREMENTS, RabbitMq } from "./rabbitmq";
import { drain, drainUntil, Publisher, reject } from "./rabbitmq/client";
import {
  ADMINISTRATOR,
  asAdministrator,
  definitionsOf,
  type LiveQueue,
  queueOf,
} from "./rabbitmq/management";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";
import { waitUntil } from "./wait";

const PROVIDER = { source: "cyrilgdn/rabbitmq", version: "1.8.0" };
const REQUIREMENTS = [...terraformRequirements([PROVIDER]), ...RABBITMQ_REQUIREMENTS];

const { vhost } = CRITTER_TOPOLOGY;
const EXCHANGE = "critter.events";
const QUEUE = "orders";
/** What the construct writes into rabbitmq.conf, on Kubernetes. */
const CONFIGURATION = rabbitMqConfigurations();
/** Debian's is RabbitMQ 3.10. */
const DEBIANS_MAJOR = 3;
/** A broker that imports definitions makes no user of its own; the option's come from a secret beside. */
const USERS = {
  users: [{ name: ADMINISTRATOR.username, password: ADMINISTRATOR.password, tags: "administrator" }],
  permissions: [
    { user: ADMINISTRATOR.username, vhost: CRITTER_TOPOLOGY.vhost, configure: ".*", write: ".*", read: ".*" },
  ],
};
/** Messages for each time that a node is killed. */
const MESSAGES = 2000;

/** The topology, applied to a broker by real Terraform. */
async function applyTopology(folder: string, endpoint: string): Promise<Terraform> {
  const stack = new TerraformStack(new App(), "rabbitmq");
  new RabbitmqProvider(stack, "rabbitmq", { endpoint, ...ADMINISTRATOR });
  new RabbitMqTopology(stack, "Topology", {
    ...CRITTER_TOPOLOGY,
    rabbitMqMajor: DEBIANS_MAJOR,
    preventDestroy: false,
  });
  writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
  const terraform = new Terraform(folder, {});
  await terraform.init();
  await terraform.apply();
  return terraform;
}

/** The configuration of each mode, out of the guide's examples. */
function rabbitMqConfigurations(): { readonly single: string; readonly cluster: string } {
  const scratch = temporaryFolder("rabbitmq-examples");
  const files = embeddedFiles([buildExample("rabbitmq-single", scratch)]);
  const resources = manifestsOf(buildExample("rabbitmq-cluster", scratch)) as unknown as {
    spec: { rabbitmq: { additionalConfig: string } };
  }[];
  rmSync(scratch, { recursive: true });
  const [single, cluster] = [files[0]?.text, resources[0]?.spec.rabbitmq.additionalConfig];
  if (single === undefined || cluster === undefined) throw new Error("the guide has no configuration");
  return { single, cluster };
}

/** The rabbitmq.conf of `critter-compose`, whose broker imports its topology when it starts. */
function importingConfiguration(): string {
  const scratch = temporaryFolder("rabbitmq-compose");
  const files = embeddedFiles([synthesise("critter-compose", scratch)]);
  rmSync(scratch, { recursive: true });
  return files.find(({ name }) => name.endsWith("90-critter.conf"))?.text ?? "";
}

function idsOf(round: number): string[] {
  return Array.from({ length: MESSAGES }, (_, index) => `${round}-${index}`);
}

/** Compares what was confirmed with what is there, says how many, and names what is lost. */
function lost(what: string, confirmed: ReadonlySet<string>, found: readonly string[]): string[] {
  const there = new Set(found);
  const missing = [...confirmed].filter((id) => !there.has(id));
  process.stderr.write(
    `sandbox: ${what}: ${confirmed.size} messages confirmed, ${missing.length} lost, ` +
      `${found.length - there.size} delivered twice\n`,
  );
  return missing;
}

describeWhen(REQUIREMENTS, "one RabbitMQ node", () => {
  const folder = temporaryFolder("rabbitmq-single");
  let broker: RabbitMq;
  let terraform: Terraform;
  let urls: string[];

  beforeAll(async () => {
    broker = await RabbitMq.start(1, CONFIGURATION.single);
    urls = broker.nodes.map(({ amqpUrl }) => amqpUrl);
    terraform = await applyTopology(folder, broker.managementUrl);
  });
  afterAll(async () => {
    await broker?.stop();
    await removeFolder(folder);
  });

  test("has the settings of the construct's rabbitmq.conf", async () => {
    const limit = /^disk_free_limit\.absolute = (\d+)MiB$/m.exec(CONFIGURATION.single)?.[1];
    // A node's figures come a while after it serves.
    await waitUntil("the node reports its limit", async () => {
      const [node] = (await asAdministrator(broker.managementUrl, "/api/nodes")) as [Record<string, unknown>];
      return node["disk_free_limit"] === Number(limit) * 2 ** 20;
    });
  });

  test("keeps the topology, so that the second plan is empty", async () => {
    expect(await terraform.plan()).toBe("");
  });

  test("exports its topology as the construct's definitions have it, which another node imports", async () => {
    const folder = temporaryFolder("rabbitmq-definitions");
    const file = join(folder, "10-topology.json");
    const topology = rabbitMqDefinitions(CRITTER_TOPOLOGY, DEBIANS_MAJOR);
    writeFileSync(file, JSON.stringify({ ...topology, ...USERS }));
    // Debian's RabbitMQ takes a file only, where the image's takes the folder.
    const configuration = importingConfiguration().replace(
      /^load_definitions = .*$/m,
      `load_definitions = ${file}`,
    );
    expect(configuration).toContain(file);
    const importing = await RabbitMq.start(1, configuration);
    try {
      const applied = await definitionsOf(broker.managementUrl, vhost);
      expect(applied.bindings.length).toBeGreaterThan(2);
      // It serves before it has imported all, and bindings come last.
      await waitUntil("the other node has imported its bindings", async () => {
        const imported = await definitionsOf(importing.managementUrl, vhost).catch(() => undefined);
        return imported?.bindings.length === applied.bindings.length;
      });
      expect(await definitionsOf(importing.managementUrl, vhost)).toEqual(applied);
    } finally {
      await importing.stop();
      await removeFolder(folder);
    }
  });

  test("applies the arguments of the queue", async () => {
    let queue: LiveQueue | undefined;
    await waitUntil("the broker describes the queue", async () => {
      queue = await queueOf(broker.managementUrl, vhost, QUEUE);
      return queue?.effective_policy_definition !== undefined;
    });
    expect(queue).toMatchObject({
      durable: true,
      type: "quorum",
      effective_policy_definition: {
        "max-length": 100_000,
        overflow: "reject-publish",
        "dead-letter-exchange": "critter.dead-letters",
        "dead-letter-strategy": "at-least-once",
        "delivery-limit": 20,
      },
    });
  });

  test("keeps what is turned down, and what no binding fits, with the dead letters", async () => {
    const publisher = new Publisher(urls, vhost);
    await publisher.publish(EXCHANGE, "order.placed", ["turned down"]);
    await publisher.publish(EXCHANGE, "nobody's", ["unroutable"]);
    await publisher.close();
    expect(await reject(urls[0] ?? "", vhost, QUEUE)).toBe(true);

    const letters: string[] = [];
    await waitUntil("both are dead letters", async () => {
      letters.push(...(await drain(urls, vhost, "dead-letters")));
      return letters.length >= 2;
    });
    expect(letters.sort()).toEqual(["turned down", "unroutable"]);
  });

  test("loses no confirmed message when it is killed and started again", async () => {
    const publisher = new Publisher(urls, vhost);
    await publisher.publish(EXCHANGE, "order.placed", idsOf(0));
    await publisher.close();
    await broker.nodes[0]?.kill();
    await broker.nodes[0]?.start();
    const found = await drainUntil(publisher.confirmed, urls, vhost, QUEUE);
    expect(lost("one node, killed once", publisher.confirmed, found)).toEqual([]);
    expect(publisher.confirmed.size).toBe(MESSAGES);
  });
});

describeWhen(REQUIREMENTS, "a RabbitMQ cluster of three nodes", () => {
  const folder = temporaryFolder("rabbitmq-cluster");
  let broker: RabbitMq;
  let terraform: Terraform;
  let urls: string[];

  beforeAll(async () => {
    broker = await RabbitMq.start(3, CONFIGURATION.cluster);
    urls = broker.nodes.map(({ amqpUrl }) => amqpUrl);
    terraform = await applyTopology(folder, broker.managementUrl);
  });
  afterAll(async () => {
    await broker?.stop();
    await removeFolder(folder);
  });

  /** Copies of the queue that are there, as any node that answers sees it. */
  const untilAllCopiesAreThere = () =>
    waitUntil("each node has its copy of the queue", async () => {
      const queue = await queueOf(broker.managementUrl, vhost, QUEUE);
      return queue?.online?.length === 3 && (await broker.running()) === 3;
    });

  test("loses no confirmed message while its nodes are killed and started again one at a time", async () => {
    await untilAllCopiesAreThere();
    const publisher = new Publisher(urls, vhost);
    for (const [round, node] of broker.nodes.entries()) {
      const before = publisher.confirmed.size;
      const publishing = publisher.publish(EXCHANGE, "order.placed", idsOf(round));
      await waitUntil("some messages are confirmed", async () => publisher.confirmed.size > before);
      await node.kill();
      // The other two are a majority: the rest is confirmed while the node is away.
      await publishing;
      await node.start();
      await untilAllCopiesAreThere();
    }
    await publisher.close();
    const found = await drainUntil(publisher.confirmed, urls, vhost, QUEUE);
    expect(lost("three nodes, each killed once", publisher.confirmed, found)).toEqual([]);
    expect(publisher.confirmed.size).toBe(3 * MESSAGES);
  });

  test("still has the topology that it was given", async () => {
    expect(await terraform.plan()).toBe("");
  });
});
