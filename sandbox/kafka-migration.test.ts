import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { PARTNER_TOPICS } from "../config/reviews/001-partner-api/topics";
import {
  KafkaTopicSet,
  type KafkaTopicSetProps,
  type MigrationPhase,
  type TopicMigration,
} from "../constructs/kafka-topic-set";
import { KafkaProvider } from "../imports/providers/kafka/provider";
import { KAFKA_REQUIREMENTS, Kafka } from "./kafka";
import { compileKafkaClient, DENIED, KAFKA_CLIENT_REQUIREMENTS, KafkaClient } from "./kafka/client";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const PROVIDER = { source: "Mongey/kafka", version: "0.13.1" };
const REQUIREMENTS = [
  ...terraformRequirements([PROVIDER]),
  ...KAFKA_REQUIREMENTS,
  ...KAFKA_CLIENT_REQUIREMENTS,
];

const OLD = "BookSucceeded";
const NEW = "booking.lifecycle";
const OLD_TOPICS = { [OLD]: 4, ReservationChanged: 2 };
const PRODUCER = { name: "travel-api", password: "the producer's own" };
const OLD_CONSUMER = { name: "reporting", password: "the old consumer's own" };
const NEW_CONSUMER = { name: "reporting-v2", password: "the new consumer's own" };
/** Records of each step. */
const RECORDS = 500;

const SET: Omit<KafkaTopicSetProps, "migration"> = {
  topics: PARTNER_TOPICS,
  grants: [
    { principal: `User:${PRODUCER.name}`, produce: PARTNER_TOPICS.map(({ name }) => name) },
    {
      principal: `User:${NEW_CONSUMER.name}`,
      consume: ["booking."],
      topicPattern: "prefixed",
      group: NEW_CONSUMER.name,
    },
  ],
  users: [PRODUCER, OLD_CONSUMER, NEW_CONSUMER].map(({ name }) => ({ name })),
  quotas: [
    { principal: `User:${OLD_CONSUMER.name}`, consumerBytesPerSecond: 10_485_760, requestPercent: 50 },
  ],
  preventDestroy: false,
};

function migration(phase: MigrationPhase, end: Partial<TopicMigration> = {}): TopicMigration {
  const oldTopics = Object.entries(OLD_TOPICS).map(([name, partitions]) => ({
    name,
    partitions,
    producers: [`User:${PRODUCER.name}`],
    consumers: [{ principal: `User:${OLD_CONSUMER.name}`, group: OLD_CONSUMER.name }],
  }));
  return { phase, oldTopics, ...end };
}

/** What the variables of the users are set to. */
function passwords(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [PRODUCER, OLD_CONSUMER, NEW_CONSUMER].map(({ name, password }) => [
      `TF_VAR_kafka_password_${name.replaceAll("-", "_")}`,
      password,
    ]),
  );
}

/** Writes the set into a folder, for Terraform. */
function writeSet(
  folder: string,
  kafka: Kafka,
  props: Pick<KafkaTopicSetProps, "migration" | "releasedTopics">,
): void {
  const stack = new TerraformStack(new App({ stackTraces: false }), "kafka");
  new KafkaProvider(stack, "kafka", { bootstrapServers: [...kafka.bootstrapServers], tlsEnabled: false });
  new KafkaTopicSet(stack, "Topics", { ...SET, ...props });
  writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
}

describeWhen(REQUIREMENTS, "a migration on brokers that allow everyone where there is no rule", () => {
  const folder = temporaryFolder("kafka-open");
  let kafka: Kafka;

  beforeAll(async () => {
    kafka = await Kafka.start({ isOpen: true });
    compileKafkaClient(folder);
  });
  afterAll(async () => {
    await kafka?.stop();
    await removeFolder(folder);
  });

  test("never locks the old consumer out, and locks out everybody whom no rule names", async () => {
    const anybody = new KafkaClient(folder, kafka.bootstrapServers);
    const oldConsumer = new KafkaClient(folder, kafka.scramServers, OLD_CONSUMER);
    const stranger = new KafkaClient(folder, kafka.scramServers, NEW_CONSUMER);
    anybody.create(OLD_TOPICS);
    const terraform = new Terraform(folder, passwords());
    for (const [index, phase] of (["create", "dualWrite", "migrate", "cleanup"] as const).entries()) {
      writeSet(folder, kafka, { migration: migration(phase) });
      if (index === 0) await terraform.init();
      await terraform.apply();
      anybody.produce(OLD, index * RECORDS, RECORDS);
      expect(oldConsumer.consume(OLD, OLD_CONSUMER.name)).toHaveLength(RECORDS);
    }
    expect(stranger.consume(OLD, "another")).toEqual([DENIED]);
  });
});

describeWhen(REQUIREMENTS, "the migration of Kafka topics", () => {
  const folder = temporaryFolder("kafka-migration");
  let kafka: Kafka;
  let terraform: Terraform;
  let service: KafkaClient;
  let oldConsumer: KafkaClient;
  let newConsumer: KafkaClient;
  /** Who may do everything: the world before rules. */
  let anybody: KafkaClient;
  let next = 0;
  const written = { [OLD]: [] as string[], [NEW]: [] as string[] };
  const read = { [OLD]: [] as string[], [NEW]: [] as string[] };

  beforeAll(async () => {
    kafka = await Kafka.start();
    compileKafkaClient(folder);
    anybody = new KafkaClient(folder, kafka.bootstrapServers);
    service = new KafkaClient(folder, kafka.scramServers, PRODUCER);
    oldConsumer = new KafkaClient(folder, kafka.scramServers, OLD_CONSUMER);
    newConsumer = new KafkaClient(folder, kafka.scramServers, NEW_CONSUMER);
    anybody.create(OLD_TOPICS);

    terraform = new Terraform(folder, passwords());
    write({ migration: migration("audit") });
    await terraform.init();
  });
  afterAll(async () => {
    await kafka?.stop();
    await removeFolder(folder);
  });

  function write(props: Pick<KafkaTopicSetProps, "migration" | "releasedTopics">): void {
    writeSet(folder, kafka, props);
  }

  /** Applies a phase, after which nothing is left to change; gives what was planned, in Terraform's own words. */
  async function enter(props: Pick<KafkaTopicSetProps, "migration" | "releasedTopics">): Promise<string> {
    write(props);
    const plan = await terraform.plan();
    await terraform.apply();
    expect(await terraform.plan()).toBe("");
    return /^Plan: .*$/m.exec(plan)?.[0] ?? "";
  }

  /** The next ids, to each of the topics; gives what was not allowed. */
  function produce(client: KafkaClient, ...topics: (typeof OLD | typeof NEW)[]): string[] {
    const first = next;
    next += RECORDS;
    return topics.flatMap((topic) => {
      const confirmed = client.produce(topic, first, RECORDS);
      if (confirmed.includes(DENIED)) return [topic];
      written[topic].push(...confirmed);
      return [];
    });
  }

  function consume(client: KafkaClient, topic: typeof OLD | typeof NEW, group: string): void {
    const ids = client.consume(topic, group);
    expect(ids).not.toContain(DENIED);
    read[topic].push(...ids);
  }

  test("audit takes the old topics over and changes nothing", async () => {
    expect(produce(anybody, OLD)).toEqual([]);
    const plan = await enter({ migration: migration("audit") });
    expect(plan).toBe("Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.");
    consume(anybody, OLD, OLD_CONSUMER.name);
  });

  test("create adds the five topics, which nobody may write to yet", async () => {
    // Five topics, three users, one quota.
    expect(await enter({ migration: migration("create") })).toBe(
      "Plan: 9 to add, 0 to change, 0 to destroy.",
    );
    expect(anybody.topics()).toEqual(expect.arrayContaining([OLD, NEW]));
    expect(produce(anybody, OLD)).toEqual([]);
    expect(produce(service, NEW)).toEqual([NEW]);
  });

  test("keeps no password in the state", () => {
    const state = readFileSync(join(folder, "terraform.tfstate"), "utf8");
    expect(state).toContain(PRODUCER.name);
    for (const { password } of [PRODUCER, OLD_CONSUMER, NEW_CONSUMER]) expect(state).not.toContain(password);
  });

  test("dualWrite lets the producer write to both, the old consumer go on, and the new one start", async () => {
    expect(await enter({ migration: migration("dualWrite") })).toContain("0 to change, 0 to destroy.");
    expect(produce(service, OLD, NEW)).toEqual([]);
    consume(oldConsumer, OLD, OLD_CONSUMER.name);
    consume(newConsumer, NEW, NEW_CONSUMER.name);
  });

  test("migrate changes nothing, while consumers move", async () => {
    expect(await enter({ migration: migration("migrate") })).toBe("");
    expect(produce(service, OLD, NEW)).toEqual([]);
    consume(newConsumer, NEW, NEW_CONSUMER.name);
    consume(oldConsumer, OLD, OLD_CONSUMER.name);
  });

  test("cleanup takes the producer's right to the old topics, and deletes no record", async () => {
    // Write and Describe on two topics.
    expect(await enter({ migration: migration("cleanup") })).toBe(
      "Plan: 0 to add, 0 to change, 4 to destroy.",
    );
    expect(produce(service, OLD, NEW)).toEqual([OLD]);
    consume(newConsumer, NEW, NEW_CONSUMER.name);
    expect(oldConsumer.consume(OLD, OLD_CONSUMER.name)).toEqual([]);
    expect(sorted(anybody.consume(OLD, "from the start"))).toEqual(sorted(written[OLD]));
  });

  test("what is taken out too early is released, and not deleted", async () => {
    write({ releasedTopics: Object.keys(OLD_TOPICS) });
    const plan = await terraform.plan();
    expect(plan).toContain("will no longer be managed by Terraform");
    expect(plan).not.toMatch(/kafka_topic\.\S+ will be destroyed/);
  });

  test("the end of the retention, stated, lets the old topics go and nothing else", async () => {
    const end = { deleteOldTopics: true, retentionEnded: true };
    const plan = await enter({ migration: migration("cleanup", end) });
    // Two topics, Read and Describe on each, Read on the group.
    expect(plan).toBe("Plan: 0 to add, 0 to change, 7 to destroy.");
    expect(anybody.topics()).not.toContain(OLD);
    expect(sorted(anybody.consume(NEW, "from the start"))).toEqual(sorted(written[NEW]));
  });

  test("every record was read by the old consumer, by the new one, or by both", () => {
    const confirmed = new Set([...written[OLD], ...written[NEW]]);
    const delivered = new Set([...read[OLD], ...read[NEW]]);
    const lost = [...confirmed].filter((id) => !delivered.has(id));
    process.stderr.write(
      `sandbox: the migration of Kafka topics: ${confirmed.size} records confirmed, ` +
        `${read[OLD].length} read by the old consumer, ${read[NEW].length} by the new one, ${lost.length} lost\n`,
    );
    expect(lost).toEqual([]);
    expect(confirmed.size).toBe(5 * RECORDS);
    expect(sorted(read[OLD])).toEqual(sorted(written[OLD]));
    expect(sorted(read[NEW])).toEqual(sorted(written[NEW]));
  });
});

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort((left, right) => Number(left) - Number(right));
}
