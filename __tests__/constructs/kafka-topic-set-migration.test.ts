import {
  KafkaTopicSet,
  type KafkaTopicSetProps,
  MIGRATION_PHASES,
  type TopicMigration,
} from "../../constructs/kafka-topic-set";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import { at, freshStack, type Synthesised, synth, tryAt } from "../helpers/synth";

const OLD_TOPIC = {
  name: "BookSucceeded",
  partitions: 4,
  producers: ["User:writer"],
  consumers: [{ principal: "User:old", group: "old-readers" }],
};
const MIGRATION: TopicMigration = { phase: "audit", oldTopics: [OLD_TOPIC] };
const ENDED = { phase: "cleanup", deleteOldTopics: true, retentionEnded: true } as const;

function build(props: Partial<KafkaTopicSetProps>): KafkaTopicSet {
  const stack = freshStack();
  new KafkaProvider(stack, "Kafka", { bootstrapServers: ["localhost:9092"] });
  return new KafkaTopicSet(stack, "Topics", {
    topics: [{ name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 }],
    grants: [
      { principal: "User:writer", produce: ["events"], idempotentWrite: true },
      { principal: "User:new", consume: ["events"], group: "new-readers" },
    ],
    users: [{ name: "writer" }],
    quotas: [{ principal: "User:writer", requestPercent: 50 }],
    ...props,
  });
}

/** Everything that a migration makes, a line each. */
function lines(migration: Partial<TopicMigration> | undefined): string[] {
  const json = synth(build({ migration: migration && { ...MIGRATION, ...migration } }));
  const all = (type: string, ...paths: string[]) =>
    json.all(type).map((it) => [type, ...paths.map((path) => tryAt(it, path))].join(" "));
  return [
    ...all("kafka_topic", "name"),
    ...all("kafka_acl", "acl_principal", "acl_operation", "resource_type", "resource_name"),
    ...all("kafka_user_scram_credential", "username"),
    ...all("kafka_quota", "entity_name"),
  ].sort();
}

/** What a step adds (`+`) and takes away (`-`). */
function step(from: Partial<TopicMigration> | undefined, to: Partial<TopicMigration> | undefined): string[] {
  const before = lines(from);
  const after = lines(to);
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

function imports(json: Synthesised): unknown {
  return (JSON.parse(json.text) as Record<string, unknown>)["import"];
}

describe("a migration step by step", () => {
  test("audit has the old topics and nothing else", () => {
    expect(lines({ phase: "audit" })).toEqual(["kafka_topic BookSucceeded"]);
  });

  test("create adds the new topics, with their users and quotas", () => {
    expect(step({ phase: "audit" }, { phase: "create" })).toEqual([
      "+ kafka_quota writer",
      "+ kafka_topic events",
      "+ kafka_user_scram_credential writer",
    ]);
  });

  test("dualWrite lets producers write to both, those who read the old go on, and new consumers start", () => {
    expect(step({ phase: "create" }, { phase: "dualWrite" })).toEqual([
      "+ kafka_acl User:new Describe Topic events",
      "+ kafka_acl User:new Read Group new-readers",
      "+ kafka_acl User:new Read Topic events",
      "+ kafka_acl User:old Describe Topic BookSucceeded",
      "+ kafka_acl User:old Read Group old-readers",
      "+ kafka_acl User:old Read Topic BookSucceeded",
      "+ kafka_acl User:writer Describe Topic BookSucceeded",
      "+ kafka_acl User:writer Describe Topic events",
      "+ kafka_acl User:writer IdempotentWrite Cluster kafka-cluster",
      "+ kafka_acl User:writer Write Topic BookSucceeded",
      "+ kafka_acl User:writer Write Topic events",
    ]);
  });

  test("migrate changes no right: consumers move one after another", () => {
    expect(step({ phase: "dualWrite" }, { phase: "migrate" })).toEqual([]);
  });

  test("cleanup takes the producers' right to the old, and no topic", () => {
    expect(step({ phase: "migrate" }, { phase: "cleanup" })).toEqual([
      "- kafka_acl User:writer Describe Topic BookSucceeded",
      "- kafka_acl User:writer Write Topic BookSucceeded",
    ]);
  });

  test("the retention's end takes the old topics and who may read them", () => {
    expect(step({ phase: "cleanup" }, ENDED)).toEqual([
      "- kafka_acl User:old Describe Topic BookSucceeded",
      "- kafka_acl User:old Read Group old-readers",
      "- kafka_acl User:old Read Topic BookSucceeded",
      "- kafka_topic BookSucceeded",
    ]);
  });

  test("after it the set is as if there had been none", () => {
    expect(step(ENDED, undefined)).toEqual([]);
  });

  test("the retention's end alone deletes nothing", () => {
    expect(step({ phase: "cleanup" }, { phase: "cleanup", retentionEnded: true })).toEqual([]);
  });
});

describe("an old topic", () => {
  test.each(MIGRATION_PHASES)(
    "in %s is imported by its name, never changed, and cannot be destroyed",
    (phase) => {
      // A sandbox that throws away its own topics must not throw away these.
      const json = synth(build({ migration: { ...MIGRATION, phase }, preventDestroy: false }));
      expect(json.named("kafka_topic", "BookSucceeded")).toEqual({
        name: "BookSucceeded",
        partitions: 4,
        replication_factor: 3,
        lifecycle: { prevent_destroy: true, ignore_changes: "all" },
      });
      expect(imports(json)).toEqual([
        { id: "BookSucceeded", to: "kafka_topic.Topics_Old_BookSucceeded_9280548C" },
      ]);
    },
  );

  test("has as many copies as it has", () => {
    const oldTopics = [{ ...OLD_TOPIC, replicationFactor: 2 }];
    const json = synth(build({ migration: { phase: "audit", oldTopics } }));
    expect(at(json.only("kafka_topic"), "replication_factor")).toBe(2);
  });

  test("can be read from the construct", () => {
    const set = build({ migration: MIGRATION });
    expect([...set.oldTopics.keys()]).toEqual(["BookSucceeded"]);
    expect([...set.topics.keys()]).toEqual([]);
    expect(set.totalPartitions).toBe(0);
  });

  test("that is released is forgotten at the address where it was imported, and not deleted", () => {
    const json = synth(build({ releasedTopics: ["BookSucceeded", "ReservationChanged"] }));
    expect(JSON.parse(json.text)).toMatchObject({
      removed: [
        { from: "kafka_topic.Topics_Old_BookSucceeded_9280548C", lifecycle: { destroy: false } },
        { from: "kafka_topic.Topics_Old_ReservationChanged_EE1BF3B3", lifecycle: { destroy: false } },
      ],
    });
    expect(imports(json)).toBeUndefined();
  });
});

describe("a migration fails when", () => {
  const one = (topic: object) => ({ oldTopics: [{ ...OLD_TOPIC, ...topic }] });

  test.each<[what: string, migration: Partial<TopicMigration>, code: string, message: string]>([
    [
      "there is no such phase",
      { phase: "done" as "cleanup" },
      "BadName",
      "'migration.phase' must be one of audit, create, dualWrite, migrate, cleanup, got \"done\"; " +
        "start with audit, and advance one phase at a time",
    ],
    [
      "nothing is old",
      { oldTopics: [] },
      "Missing",
      "'migration.oldTopics' must contain a topic, got \"none\"; " +
        "name the topics to retire, or omit 'migration'",
    ],
    [
      "old topics would go while they are written to",
      { phase: "migrate", deleteOldTopics: true, retentionEnded: true },
      "Conflict",
      '\'migration.deleteOldTopics\' must be used with phase "cleanup", got "migrate"; ' +
        "omit it until the old topics have neither producers nor consumers",
    ],
    [
      "old topics would go before their retention ended",
      { phase: "cleanup", deleteOldTopics: true },
      "Missing",
      "'migration.retentionEnded' must be true with 'deleteOldTopics', got false; " +
        "set it when the longest retention of the old topics has passed since the last write to them, " +
        "or omit 'deleteOldTopics'",
    ],
    [
      "an old topic has no name",
      one({ name: "" }),
      "BadName",
      "'migration.oldTopics[0].name' must be 1 to 249 of the characters a-z, A-Z, 0-9, '.', '_' and '-', " +
        "and not '.' or '..', got \"\"; rename it",
    ],
    [
      "an old topic is one of the new",
      one({ name: "events" }),
      "Conflict",
      "'migration.oldTopics[0].name' must differ from \"events\" by more than '.' and '_', got \"events\"; " +
        "keep one of the two",
    ],
    [
      "an old topic has no partitions",
      one({ partitions: 0 }),
      "OutOfRange",
      "'migration.oldTopics[0].partitions' must be at least 1, got 0; count them in the audit",
    ],
    [
      "an old topic has no copies",
      one({ replicationFactor: 0 }),
      "OutOfRange",
      "'migration.oldTopics[0].replicationFactor' must be at least 1, got 0; include the leader",
    ],
    [
      "an old topic has producers, and its consumers are not given",
      one({ consumers: undefined }),
      "Missing",
      "'migration.oldTopics[0].consumers' must be set with 'producers', got undefined; name everyone who reads the " +
        "topic, or give [] if nobody does: the first ACL of a topic denies the others",
    ],
    [
      "a producer is no principal",
      one({ producers: ["writer"] }),
      "BadName",
      "'migration.oldTopics[0].producers[0]' must start with 'User:' and a name, got \"writer\"; " +
        "give the name as in the authorizer, for example User:checkout",
    ],
    [
      "a consumer is no principal",
      one({ consumers: [{ principal: "old", group: "g" }] }),
      "BadName",
      "'migration.oldTopics[0].consumers[0].principal' must start with 'User:' and a name, got \"old\"; " +
        "give the name as in the authorizer, for example User:checkout",
    ],
    [
      "a consumer has no group",
      one({ consumers: [{ principal: "User:old", group: "" }] }),
      "Missing",
      "'migration.oldTopics[0].consumers[0].group' must be set, got \"\"; name the consumer group",
    ],
  ])("%s", (_, migration, code, message) => {
    expect(() => build({ migration: { ...MIGRATION, ...migration } })).toThrow(
      expect.objectContaining({ code, message: `Stack/Topics: ${message}` }),
    );
  });

  test("a topic is retired and released at once", () => {
    expect(() => build({ migration: MIGRATION, releasedTopics: ["BookSucceeded"] })).toThrow(
      "Stack/Topics: 'releasedTopics[0]' must differ from \"BookSucceeded\" by more than '.' and '_', " +
        'got "BookSucceeded"; keep one of the two',
    );
  });
});
