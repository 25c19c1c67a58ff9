import { App, TerraformStack } from "cdktf";
import {
  KafkaTopicSet,
  type KafkaTopicSetProps,
  type TopicGrant,
  type TopicSpec,
} from "../../constructs/kafka-topic-set";

type Case = [what: string, props: Partial<KafkaTopicSetProps>, code: string, message: string];

const EVENTS: TopicSpec = { name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 };
const SETTINGS: TopicSpec = { name: "settings", partitions: 1, cleanupPolicy: "compact" };

describe("a topic set fails when", () => {
  const withTopic = (spec: Partial<TopicSpec>) => ({ topics: [SETTINGS, { ...EVENTS, ...spec }] });
  const withGrant = (grant: Partial<TopicGrant>) => ({
    topics: [EVENTS, SETTINGS],
    grants: [{ principal: "User:a", ...grant }],
  });
  const legalName = "be 1 to 249 of the characters a-z, A-Z, 0-9, '.', '_' and '-', and not '.' or '..'";
  const policy = (name: string) => `where 'cleanupPolicy' is "${name}"`;

  test.each<Case>([
    [
      "there are no partitions",
      withTopic({ partitions: 0 }),
      "OutOfRange",
      "'topics[1].partitions' must be at least 1, got 0; give the topic at least one",
    ],
    [
      "partitions are not whole",
      withTopic({ partitions: 1.5 }),
      "NotInteger",
      "'topics[1].partitions' must be a whole number, got 1.5; round it",
    ],
    [
      "there is no copy",
      { replicationFactor: 0 },
      "OutOfRange",
      "'replicationFactor' must be at least 1, got 0; include the leader",
    ],
    [
      "writes wait for no copy",
      withTopic({ minInsyncReplicas: 0 }),
      "OutOfRange",
      "'topics[1].minInsyncReplicas' must be at least 1, got 0; include the leader",
    ],
    [
      "writes wait for more copies than there are",
      withTopic({ minInsyncReplicas: 4 }),
      "OutOfRange",
      "'topics[1].minInsyncReplicas' must be at most 'replicationFactor' (3), got 4; " +
        "lower 'topics[1].minInsyncReplicas' or raise 'replicationFactor'",
    ],
    [
      "a compacted topic has a retention",
      withTopic({ cleanupPolicy: "compact" }),
      "Conflict",
      `'topics[1].retentionMs' must not be set ${policy("compact")}, got 1000; ` +
        "omit it: 'deleteRetentionMs' limits delete markers",
    ],
    ...(["delete", "compact,delete"] as const).map(
      (cleanupPolicy): Case => [
        `${cleanupPolicy} has no retention`,
        withTopic({ cleanupPolicy, retentionMs: undefined }),
        "Missing",
        `'topics[1].retentionMs' must be set ${policy(cleanupPolicy)}, got undefined; ` +
          "give the retention (604800000 is 7 days, -1 is unlimited)",
      ],
    ),
    [
      "the retention is below for ever",
      withTopic({ retentionMs: -2 }),
      "OutOfRange",
      "'topics[1].retentionMs' must be at least -1, got -2; -1 is unlimited",
    ],
    [
      "delete markers are bounded where there are none",
      withTopic({ deleteRetentionMs: 5 }),
      "Conflict",
      `'topics[1].deleteRetentionMs' must not be set ${policy("delete")}, got 5; ` +
        "omit it: only compacted topics have delete markers",
    ],
    ...Object.entries({
      "cleanup.policy": "cleanupPolicy",
      "retention.ms": "retentionMs",
      "delete.retention.ms": "deleteRetentionMs",
      "min.insync.replicas": "minInsyncReplicas",
    }).map(
      ([key, prop]): Case => [
        `${key} is given beside its prop`,
        withTopic({ config: { [key]: "5" } }),
        "Conflict",
        `'topics[1].config' must not set "${key}", got "5"; use '${prop}'`,
      ],
    ),
    [
      "a stale leader is allowed",
      withTopic({ config: { "unclean.leader.election.enable": "true" } }),
      "Conflict",
      '\'topics[1].config\' must not set "unclean.leader.election.enable", got "true"; ' +
        "it is always false, since true loses acknowledged records",
    ],
    [
      "two topics have one name",
      { topics: [EVENTS, SETTINGS, EVENTS] },
      "Conflict",
      "'topics[2].name' must differ from \"events\" by more than '.' and '_', got \"events\"; keep one of the two",
    ],
    [
      "two names collide in the metrics",
      { topics: [EVENTS, { ...EVENTS, name: "a.b" }, { ...EVENTS, name: "a_b" }] },
      "Conflict",
      "'topics[2].name' must differ from \"a.b\" by more than '.' and '_', got \"a_b\"; " +
        "rename one of the two: a broker accepts only one",
    ],
    ...["", ".", "..", "a b", "größe", "x".repeat(250)].map(
      (name): Case => [
        `a topic is called "${name.slice(0, 10)}"`,
        withTopic({ name }),
        "BadName",
        `'topics[1].name' must ${legalName}, got "${name}"; rename it`,
      ],
    ),
    ...["travel-api", "User", "User:"].map(
      (principal): Case => [
        `a principal is called "${principal}"`,
        withGrant({ principal, produce: ["events"] }),
        "BadName",
        `'grants[0].principal' must start with 'User:' and a name, got "${principal}"; ` +
          "give the name as in the authorizer, for example User:checkout",
      ],
    ),
    [
      "a grant allows nothing",
      withGrant({}),
      "Missing",
      "'grants[0]' must allow something, got \"User:a\"; " +
        "name topics in 'produce' or 'consume', or remove the grant",
    ],
    [
      "a consumer has no group",
      withGrant({ consume: ["events"] }),
      "Missing",
      "'grants[0].group' must be set with 'consume', got undefined; name the consumer group",
    ],
    [
      "a consumer's group has no name",
      withGrant({ consume: ["events"], group: "" }),
      "Missing",
      "'grants[0].group' must be set with 'consume', got \"\"; name the consumer group",
    ],
    [
      "a group consumes nothing",
      withGrant({ produce: ["events"], group: "g" }),
      "Conflict",
      "'grants[0].group' must be used with 'consume', got \"g\"; " +
        "name topics in 'consume', or omit the group",
    ],
    [
      "a consumer writes idempotently",
      withGrant({ consume: ["events"], group: "g", idempotentWrite: true }),
      "Conflict",
      "'grants[0].idempotentWrite' must be used with 'produce', got true; " +
        "name topics in 'produce', or omit it",
    ],
    [
      "a producer's topic is unknown",
      withGrant({ produce: ["events", "event"] }),
      "BadName",
      "'grants[0].produce' must contain topics of this set, got \"event\"; " +
        "add the topic, or use one of: events, settings",
    ],
    [
      "a consumer's topic is unknown",
      withGrant({ consume: ["*"], group: "g" }),
      "BadName",
      "'grants[0].consume' must contain topics of this set, got \"*\"; " +
        "add the topic, or use one of: events, settings",
    ],
    ...["x", ""].map(
      (prefix): Case => [
        `no topic starts with "${prefix}"`,
        withGrant({ produce: ["e", prefix], topicPattern: "prefixed" }),
        "BadName",
        `'grants[0].produce' must contain prefixes of topics of this set, got "${prefix}"; ` +
          "add the topic, or use one of: events, settings",
      ],
    ),
  ])("%s", (_, props, code, message) => {
    const stack = new TerraformStack(new App(), "Stack");
    expect(() => new KafkaTopicSet(stack, "Topics", { topics: [EVENTS], ...props })).toThrow(
      expect.objectContaining({ name: "ValidationError", code, message: `Stack/Topics: ${message}` }),
    );
  });
});
