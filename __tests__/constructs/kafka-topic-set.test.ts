import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import type { Construct } from "constructs";
import { PARTNER_TOPICS } from "../../config/reviews/001-partner-api/topics";
import {
  KafkaTopicSet,
  type KafkaTopicSetProps,
  type TopicGrant,
  type TopicSpec,
} from "../../constructs/kafka-topic-set";
import { bookingTopics } from "../../docs/examples/kafka-topic-set";
import { bookingMigration } from "../../docs/examples/kafka-topic-set-migration";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import { withoutId } from "../helpers/synth";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const EVENTS: TopicSpec = { name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 };
const SETTINGS: TopicSpec = { name: "settings", partitions: 1, cleanupPolicy: "compact" };

function stack(): TerraformStack {
  const created = new TerraformStack(new App(), "Stack");
  new KafkaProvider(created, "kafka", { bootstrapServers: ["localhost:9092"] });
  return created;
}

function build(props: Partial<KafkaTopicSetProps> = {}, scope: Construct = stack()): KafkaTopicSet {
  return new KafkaTopicSet(scope, "Topics", { topics: [EVENTS], ...props });
}

function synth(set: KafkaTopicSet): Resources {
  return JSON.parse(Testing.synth(TerraformStack.of(set), true)).resource;
}

/** The only topic of a set of one. */
function topic(spec: Partial<TopicSpec>, props: Partial<KafkaTopicSetProps> = {}): Record<string, unknown> {
  const [first, ...others] = Object.values(
    synth(build({ ...props, topics: [{ ...EVENTS, ...spec }] }))["kafka_topic"] ?? {},
  );
  expect(others).toEqual([]);
  return first ?? {};
}

/** The access rules as `principal|host|operation|permission|type|name|pattern`. */
function acls(...grants: TopicGrant[]): string[] {
  const columns = ["acl_principal", "acl_host", "acl_operation", "acl_permission_type"];
  columns.push("resource_type", "resource_name", "resource_pattern_type_filter");
  const rules = synth(build({ topics: [EVENTS, SETTINGS], grants }))["kafka_acl"] ?? {};
  return Object.values(rules)
    .map((rule) => columns.map((column) => rule[column]).join("|"))
    .sort();
}

function warnings(set: KafkaTopicSet): unknown[] {
  return set.node.metadata.map(({ data }) => withoutId(String(data)));
}

describe("a topic", () => {
  test("has three copies, waits for two, elects no stale leader and cannot be destroyed", () => {
    expect(topic({})).toEqual({
      name: "events",
      partitions: 6,
      replication_factor: 3,
      config: {
        "cleanup.policy": "delete",
        "retention.ms": "1000",
        "min.insync.replicas": "2",
        "unclean.leader.election.enable": "false",
      },
      lifecycle: { prevent_destroy: true },
    });
  });

  test("that is compacted has no retention.ms", () => {
    const compacted = {
      cleanupPolicy: "compact",
      retentionMs: undefined,
      deleteRetentionMs: 604_800_000,
    } as const;
    expect(topic(compacted)["config"]).toEqual({
      "cleanup.policy": "compact",
      "delete.retention.ms": "604800000",
      "min.insync.replicas": "2",
      "unclean.leader.election.enable": "false",
    });
  });

  test("may be compacted and expire", () => {
    const both = { cleanupPolicy: "compact,delete", deleteRetentionMs: 5 } as const;
    expect(topic(both)["config"]).toMatchObject({
      "cleanup.policy": "compact,delete",
      "retention.ms": "1000",
      "delete.retention.ms": "5",
    });
  });

  test("takes further settings in Kafka's words", () => {
    const config = { "max.message.bytes": "1048576" };
    expect(topic({ config })["config"]).toMatchObject({ ...config, "retention.ms": "1000" });
  });

  test("keeps records for ever with -1", () => {
    expect(topic({ retentionMs: -1 })["config"]).toMatchObject({ "retention.ms": "-1" });
  });

  test("waits for as many copies as asked for", () => {
    expect(topic({ minInsyncReplicas: 1 })["config"]).toMatchObject({ "min.insync.replicas": "1" });
  });

  test("with one copy waits for that one", () => {
    const single = topic({}, { replicationFactor: 1 });
    expect(single).toMatchObject({ replication_factor: 1, config: { "min.insync.replicas": "1" } });
  });

  test("may be destroyed with preventDestroy false", () => {
    expect(topic({}, { preventDestroy: false })["lifecycle"]).toEqual({ prevent_destroy: false });
  });

  test("keeps its logical id in any order", () => {
    const id = "Topics_bookinglifecycle_DFA74A3A";
    for (const topics of [PARTNER_TOPICS, [...PARTNER_TOPICS].reverse()]) {
      expect(synth(build({ topics }))["kafka_topic"]).toHaveProperty(id);
    }
  });
});

describe("the set", () => {
  test("of the partner review has 19 partitions, 57 replicas and a config topic that never expires", () => {
    const set = build({ topics: PARTNER_TOPICS });
    expect(set.totalPartitions).toBe(19);
    expect(set.totalReplicas).toBe(57);
    expect([...set.topics.keys()]).toEqual([
      "booking.lifecycle",
      "booking.status_change",
      "booking.notification",
      "content.entity_sync",
      "integration.config",
    ]);
    expect(warnings(set)).toEqual([]);
    expect(synth(set)["kafka_topic"]).toMatchSnapshot();
  });

  test("exposes its resources", () => {
    const set = build({ grants: [{ principal: "User:a", produce: ["events"] }] });
    expect(set.topics.get("events")?.partitionsInput).toBe(6);
    expect(set.acls.map(({ aclOperationInput }) => aclOperationInput)).toEqual(["Write", "Describe"]);
  });

  test.each([
    [{ replicationFactor: 2 }, 2],
    [{ topics: [{ ...EVENTS, minInsyncReplicas: 3 }, SETTINGS] }, 3],
  ])("warns where one broker away stops writes: %j", (props, factor) => {
    expect(warnings(build(props))).toEqual([
      "the loss of one broker stops writes with acks=all to events: min.insync.replicas equals the replication " +
        `factor (${factor}); raise 'replicationFactor' or lower 'minInsyncReplicas'`,
    ]);
  });

  test("does not warn of a single copy, which has no other broker to wait for", () => {
    expect(warnings(build({ replicationFactor: 1 }))).toEqual([]);
  });
});

describe("a grant", () => {
  test("to produce allows Write and Describe on the topic", () => {
    expect(acls({ principal: "User:a", produce: ["events"] })).toEqual([
      "User:a|*|Describe|Allow|Topic|events|Literal",
      "User:a|*|Write|Allow|Topic|events|Literal",
    ]);
  });

  test("to consume allows Read and Describe on the topic and Read on the group", () => {
    expect(acls({ principal: "User:a", consume: ["events"], group: "readers" })).toEqual([
      "User:a|*|Describe|Allow|Topic|events|Literal",
      "User:a|*|Read|Allow|Group|readers|Literal",
      "User:a|*|Read|Allow|Topic|events|Literal",
    ]);
  });

  test("of an idempotent write adds one rule on the cluster", () => {
    expect(acls({ principal: "User:a", produce: ["events"], idempotentWrite: true })).toContain(
      "User:a|*|IdempotentWrite|Allow|Cluster|kafka-cluster|Literal",
    );
  });

  test("matches topics and group by prefix, each on its own", () => {
    const grant = { principal: "User:a", consume: ["ev"], group: "r-" };
    expect(acls({ ...grant, topicPattern: "prefixed" })).toEqual([
      "User:a|*|Describe|Allow|Topic|ev|Prefixed",
      "User:a|*|Read|Allow|Group|r-|Literal",
      "User:a|*|Read|Allow|Topic|ev|Prefixed",
    ]);
    expect(acls({ ...grant, consume: ["events"], groupPattern: "prefixed" })).toEqual([
      "User:a|*|Describe|Allow|Topic|events|Literal",
      "User:a|*|Read|Allow|Group|r-|Prefixed",
      "User:a|*|Read|Allow|Topic|events|Literal",
    ]);
  });

  test("applies to the given host, per host", () => {
    const grant = { principal: "User:a", produce: ["events"] };
    expect(acls({ ...grant, host: "10.0.0.7" }, { ...grant, host: "10.0.0.8" })).toEqual([
      "User:a|10.0.0.7|Describe|Allow|Topic|events|Literal",
      "User:a|10.0.0.7|Write|Allow|Topic|events|Literal",
      "User:a|10.0.0.8|Describe|Allow|Topic|events|Literal",
      "User:a|10.0.0.8|Write|Allow|Topic|events|Literal",
    ]);
  });

  test("that overlaps another adds no rule twice", () => {
    const all = acls(
      { principal: "User:a", produce: ["events"], consume: ["events", "settings"], group: "g" },
      { principal: "User:a", consume: ["events"], group: "g" },
    );
    expect(all).toEqual([
      "User:a|*|Describe|Allow|Topic|events|Literal",
      "User:a|*|Describe|Allow|Topic|settings|Literal",
      "User:a|*|Read|Allow|Group|g|Literal",
      "User:a|*|Read|Allow|Topic|events|Literal",
      "User:a|*|Read|Allow|Topic|settings|Literal",
      "User:a|*|Write|Allow|Topic|events|Literal",
    ]);
  });

  test("may name a certificate, with blanks and slashes", () => {
    const principal = "User:CN=travel api,OU=a/b";
    expect(acls({ principal, produce: ["events"] })).toContain(
      `${principal}|*|Write|Allow|Topic|events|Literal`,
    );
  });
});

describe("tokens", () => {
  const scope = stack();
  const text = (id: string) => new TerraformVariable(scope, id, { type: "string" }).stringValue;
  const number = (id: string) => new TerraformVariable(scope, id, { type: "number" }).numberValue;
  const name = text("name");
  const copies = number("copies");
  const set = build(
    {
      topics: [
        { name, partitions: number("partitions"), cleanupPolicy: "delete", retentionMs: number("retention") },
        { ...EVENTS, minInsyncReplicas: copies },
      ],
      replicationFactor: copies,
      grants: [{ principal: `User:${text("user")}`, produce: [name, "known only at apply"] }],
    },
    scope,
  );

  test("pass unchecked, and their ids are the text of the reference", () => {
    const resources = synth(set);
    expect(resources["kafka_topic"]).toMatchObject({
      Topics_varname_B62CCD04: {
        name: "${var.name}",
        partitions: "${var.partitions}",
        replication_factor: "${var.copies}",
        config: { "retention.ms": "${var.retention}", "min.insync.replicas": "2" },
      },
      Topics_events_4BE5DC54: { config: { "min.insync.replicas": "${var.copies}" } },
    });
    expect(Object.values(resources["kafka_acl"] ?? {})).toContainEqual(
      expect.objectContaining({ acl_principal: "User:${var.user}", resource_name: "${var.name}" }),
    );
  });

  test("pass in grants on topics that are known", () => {
    const grants = [{ principal: name, produce: [name] }];
    expect(() => build({ grants })).not.toThrow();
  });

  test("cause no warning", () => {
    expect(warnings(set)).toEqual([]);
  });

  test("make the totals tokens, not wrong numbers", () => {
    const resolved = TerraformStack.of(set);
    resolved.addOverride("locals", { partitions: set.totalPartitions, replicas: set.totalReplicas });
    expect(JSON.parse(Testing.synth(resolved, true)).locals).toEqual({
      partitions: "${sum([var.partitions, 6])}",
      replicas: "${(sum([var.partitions, 6]) * var.copies)}",
    });
  });
});

describe("the guide's example", () => {
  test("synthesises and gives each side what it needs", () => {
    const set = bookingTopics(stack());
    expect(synth(set)["kafka_topic"]).toHaveProperty("Topics_bookinglifecycle_DFA74A3A");
    expect(set.acls).toHaveLength(7);
  });

  test("of a migration synthesises, and is in dualWrite", () => {
    const set = bookingMigration(stack());
    expect([...set.oldTopics.keys()]).toEqual(["BookSucceeded"]);
    // Write and Describe on three topics; Read and Describe on the old one and the new one, Read on both groups.
    expect(set.acls).toHaveLength(12);
  });
});
