import { KafkaTopicSet, type KafkaTopicSetProps, type TopicSpec } from "../../constructs/kafka-topic-set";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import { freshStack, refusal, synth, warnings } from "../helpers/synth";

const EVENTS: TopicSpec = { name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 };
const THERE = `where 'platform' is "msk-serverless"`;
const BY_IAM = "give the clients IAM policies instead (kafka-cluster:WriteData, kafka-cluster:ReadData)";

function build(props: Partial<KafkaTopicSetProps> = {}): KafkaTopicSet {
  const stack = freshStack();
  new KafkaProvider(stack, "Kafka", { bootstrapServers: ["localhost:9092"] });
  return new KafkaTopicSet(stack, "Topics", { topics: [EVENTS], platform: "msk-serverless", ...props });
}

describe("on MSK Serverless", () => {
  test("a topic has three copies, and no setting that cannot be set there", () => {
    const config = { "max.message.bytes": "8388608" };
    expect(synth(build({ topics: [{ ...EVENTS, config }] })).only("kafka_topic")).toMatchObject({
      replication_factor: 3,
      config: { "cleanup.policy": "delete", "retention.ms": "1000", "max.message.bytes": "8388608" },
    });
    const { config: emitted } = synth(build()).only("kafka_topic");
    expect(emitted).toEqual({ "cleanup.policy": "delete", "retention.ms": "1000" });
    expect(warnings(build())).toEqual([]);
  });

  test("old topics can be retired, without rules", () => {
    const set = build({ migration: { phase: "migrate", oldTopics: [{ name: "Old", partitions: 1 }] } });
    expect(synth(set).types).toEqual(["kafka_topic"]);
  });

  test.each<[what: string, props: Partial<KafkaTopicSetProps>, code: string, message: string]>([
    [
      "another number of copies",
      { replicationFactor: 2 },
      "Conflict",
      `'replicationFactor' must be 3 ${THERE}, got 2; leave it out`,
    ],
    [
      "access rules",
      { grants: [{ principal: "User:a", produce: ["events"] }] },
      "Conflict",
      `'grants' must be empty ${THERE}, got 1; ${BY_IAM}`,
    ],
    [
      "quotas",
      { quotas: [{ principal: "User:a", requestPercent: 1 }] },
      "Conflict",
      `'quotas' must be empty ${THERE}, got 1; omit them: MSK limits the throughput itself`,
    ],
    [
      "users",
      { users: [{ name: "a" }] },
      "Conflict",
      `'users' must be empty ${THERE}, got 1; omit them: clients authenticate with IAM`,
    ],
    ...(["producers", "consumers"] as const).map(
      (side): [string, Partial<KafkaTopicSetProps>, string, string] => [
        `rules for the ${side} of an old topic`,
        {
          migration: {
            phase: "audit",
            oldTopics: [
              {
                name: "Old",
                partitions: 1,
                ...(side === "producers"
                  ? { producers: ["User:a"], consumers: [] }
                  : { consumers: [{ principal: "User:a", group: "g" }] }),
              },
            ],
          },
        },
        "Conflict",
        `'migration.oldTopics[0].${side}' must be empty ${THERE}, got 1; ${BY_IAM}`,
      ],
    ),
    [
      "in-sync copies of one's own",
      { topics: [{ ...EVENTS, minInsyncReplicas: 2 }] },
      "Conflict",
      `'topics[0].minInsyncReplicas' must not be set ${THERE}, got 2; omit it: MSK sets it`,
    ],
    [
      "a life of delete markers",
      {
        topics: [{ ...EVENTS, cleanupPolicy: "compact", retentionMs: undefined, deleteRetentionMs: 5 }],
      },
      "Conflict",
      `'topics[0].deleteRetentionMs' must not be set ${THERE}, got 5; omit it: MSK sets it`,
    ],
    [
      "another setting",
      { topics: [{ ...EVENTS, config: { "segment.bytes": "1" } }] },
      "Conflict",
      `'topics[0].config' must contain only settings that can be set ${THERE}, got "segment.bytes"; use only ` +
        "compression.type, max.message.bytes, message.timestamp.difference.max.ms, message.timestamp.type, " +
        "retention.bytes",
    ],
    [
      "records of more than 8 MiB",
      { topics: [{ ...EVENTS, config: { "max.message.bytes": "8388609" } }] },
      "OutOfRange",
      `'topics[0].config["max.message.bytes"]' must be at most 8388608 ${THERE}, got "8388609"; lower it to 8 MiB`,
    ],
  ])("refuses %s", (_, props, code, message) => {
    expect(refusal(() => build(props))).toEqual({ code, message: `Stack/Topics: ${message}` });
  });
});

test("the same is taken on a cluster of one's own", () => {
  const topics = [{ ...EVENTS, minInsyncReplicas: 1, config: { "segment.bytes": "1048576" } }];
  const users = [{ name: "a" }];
  expect(() => build({ platform: "shared", replicationFactor: 2, topics, users })).not.toThrow();
});
