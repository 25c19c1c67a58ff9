import { tmpdir } from "node:os";
import { App, type TerraformStack } from "cdktf";
import { ENVIRONMENTS } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import { DYNAMODB_SWITCHES, KAFKA_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { RETIREMENT_PHASES } from "../../constructs/dynamodb-retirement";
import { MIGRATION_PHASES } from "../../constructs/kafka-topic-set";
import { addTo as addA } from "../../stacks/partner/a";
import { addTo as addB } from "../../stacks/partner/b";
import { addTo as addC } from "../../stacks/partner/c";
import { connections } from "../helpers/projection";
import { at, type Json, nameOf, quietApp, refusal, type Synthesised, synth } from "../helpers/synth";

const { sandbox } = ENVIRONMENTS;
const DYNAMODB = "10.40.104.0/24 443/TCP";
const OLD = ["BookSucceeded", "ReservationChanged"];
const TABLES = ["ItineraryCache", "PreBookingCache", "BookingCache", "BookingEntity"];

type Build<Given> = (given?: Given) => Synthesised;

/** An option with its switches; each setting is synthesised once. */
function option<Given>(
  add: (app: App, environment: typeof sandbox, given?: Given) => TerraformStack,
): Build<Given> {
  const known = new Map<string, Synthesised>();
  return (given) => {
    const key = JSON.stringify(given ?? {});
    const json = known.get(key) ?? synth(add(quietApp(), sandbox, given));
    known.set(key, json);
    return json;
  };
}

const a = option(addA);
const b = option(addB);
const c = option(addC);

function names(json: Synthesised, type: string): string[] {
  return json.all(type).map(nameOf);
}

function released(json: Synthesised): string[] {
  const { removed = [] } = JSON.parse(json.text) as { removed?: { from: string; lifecycle: object }[] };
  for (const { lifecycle } of removed) expect(lifecycle).toEqual({ destroy: false });
  return removed.map(({ from }) => from.replace(/_[0-9A-F]{8}$/, ""));
}

describe("DynamoDB of A and C, section 7", () => {
  test("is gone unless a phase says otherwise, and what was imported is let go", () => {
    const tables = TABLES.map((name) => `aws_dynamodb_table.DynamoDb_${name}`);
    for (const json of [a(), c()]) {
      expect(names(json, "aws_dynamodb_table")).toEqual([]);
      expect(released(json)).toEqual(expect.arrayContaining(tables));
    }
  });

  test.each([
    ["dualRead", true],
    ["cutOver", true],
    ["stopWrites", false],
    ["retain", true],
  ] as const)("in %s there are the four tables, and the way to them is open: %s", (dynamodb, isOpen) => {
    for (const [json, main] of [
      [a({ dynamodb }), "travel-api"],
      [c({ dynamodb }), "gateway"],
    ] as const) {
      expect(names(json, "aws_dynamodb_table").sort()).toEqual([...TABLES].sort());
      expect(connections(json, main, "egress").includes(DYNAMODB)).toBe(isOpen);
      const allowed = json.all("aws_iam_role_policy").filter(({ name }) => name === "dynamodb-retirement");
      expect(allowed).toHaveLength(isOpen ? 1 : 0);
      for (const policy of allowed) {
        expect(at(policy, "role")).toMatch(/^\$\{aws_iam_role\.Gateway_Identity_Role_\w+\.name\}$/);
      }
    }
  });

  test("is deleted only where the switch says that its retention ended", () => {
    expect(refusal(() => a({ dynamodb: "delete" })).message).toBe(
      "partner-a/DynamoDb: 'retentionEnded' must be true with phase \"delete\", got false; " +
        "set it when the agreed retention has passed, or stay in retain",
    );
    const json = a({ dynamodb: "delete", dynamodbRetention: "ended" });
    expect(names(json, "aws_dynamodb_table")).toEqual([]);
    expect(released(json).join()).not.toContain("DynamoDb");
  });

  test("is nothing to B, whose bookings are in MySQL already", () => {
    expect(released(b()).join()).not.toContain("DynamoDb");
  });
});

describe("Kafka of A and B, section 6", () => {
  const options = [
    { id: "partner-a", at: a, user: "travel-api" },
    { id: "partner-b", at: b, user: "frontend3-partner" },
  ] as const;

  test.each(options)("$id lets go of the old topics unless a phase says otherwise", ({ at: build }) => {
    expect(released(build())).toEqual(
      expect.arrayContaining(OLD.map((name) => `kafka_topic.Topics_Old_${name}`)),
    );
  });

  test.each(options)("$id writes to both in dualWrite, by its own user", ({ at: build, user }) => {
    const json = build({ kafka: "dualWrite" });
    expect(names(json, "kafka_topic")).toEqual(expect.arrayContaining(OLD));
    expect(names(json, "kafka_topic")).toHaveLength(7);
    const written = json.all("kafka_acl").filter(({ acl_operation }) => acl_operation === "Write");
    expect(written).toHaveLength(7);
    expect(new Set(written.map(({ acl_principal }) => acl_principal))).toEqual(new Set([`User:${user}`]));
    expect(released(json).join()).not.toContain("kafka");
  });

  test.each(options)(
    "$id lets 12go's consumer read the old topics and the new ones, in its group",
    ({ at: build }) => {
      const acls = (json: ReturnType<typeof build>) =>
        json
          .all("kafka_acl")
          .filter(
            ({ acl_principal, acl_operation }) => acl_principal === "User:12go" && acl_operation === "Read",
          )
          .map(({ resource_type, resource_name }) => `${resource_type} ${resource_name}`);
      expect(acls(build({ kafka: "dualWrite" }))).toEqual(
        expect.arrayContaining([
          ...OLD.map((name) => `Topic ${name}`),
          "Topic booking.lifecycle",
          "Group 12go-bookings",
        ]),
      );
      expect(acls(build())).toEqual(
        expect.arrayContaining(["Topic booking.lifecycle", "Group 12go-bookings"]),
      );
    },
  );

  test.each(options)("$id deletes the old topics where they are said to be empty", ({ at: build }) => {
    expect(names(build({ kafka: "cleanup" }), "kafka_topic")).toHaveLength(7);
    const json = build({ kafka: "cleanup", kafkaRetention: "ended" });
    expect(names(json, "kafka_topic")).toHaveLength(5);
    expect(released(json).join()).not.toContain("kafka");
  });

  test.each(options)(
    "$id does not delete them before cleanup, whatever the switch of their retention",
    ({ at: build, id }) => {
      expect(refusal(() => build({ kafka: "migrate", kafkaRetention: "ended" })).message).toBe(
        `${id}/Topics: 'migration.deleteOldTopics' must be used with phase "cleanup", got "migrate"; ` +
          "omit it until the old topics have neither producers nor consumers",
      );
    },
  );
});

describe("Kafka of C", () => {
  test("is one topic where analytics ask for it, with the way and the secret to it", () => {
    const json = c({ kafka: "minimal" });
    expect(names(json, "kafka_topic")).toEqual(["booking.lifecycle"]);
    expect(connections(json, "gateway", "egress")).toContain("10.40.96.0/22 9094/TCP");
    expect(names(json, "aws_secretsmanager_secret").join()).toContain("kafka-sasl");
    expect(names(c(), "aws_secretsmanager_secret").join()).not.toContain("kafka-sasl");
  });
});

describe("Fuji of B", () => {
  test("is gone where the bundle absorbs it, with the way to it and its tag", () => {
    const json = b({ fuji: "absorbed" });
    expect(names(json, "kubernetes_deployment_v1")).toEqual(["frontend3-partner"]);
    expect(connections(json, "frontend3-partner", "egress")).not.toContain("here:fuji 8080/TCP");
    expect(json.block("variable")).not.toHaveProperty("fuji_tag");
    expect(json.text).not.toContain("fuji");
  });
});

describe("alerts and dashboard, sections 2.1, 2.2 and 6", () => {
  const TABLE = [
    "ErrorRate",
    "BookingErrorRate",
    "SearchSlow",
    "RedisUnreachable",
    "NoTraffic",
    "CircuitOpen",
  ];
  const FPM = ["FpmQueue", "FpmBusy", "FpmSlowRequests"];
  const NEW_TOPICS = ["KafkaLag", "KafkaProducerErrors", "KafkaUnderReplicated"];

  function rules(json: Synthesised): { alert: string; expr: string; labels: Record<string, string> }[] {
    const rule = json.manifests.find(({ kind }) => kind === "PrometheusRule");
    return at(rule, "spec.groups.0.rules") as ReturnType<typeof rules>;
  }
  const alerts = (json: Synthesised) => [...new Set(rules(json).map(({ alert }) => alert))];

  test("A and C have the table and the killed containers, B the table and its pool", () => {
    expect(alerts(a())).toEqual([...TABLE, "MemoryKill"]);
    expect(alerts(c())).toEqual([...TABLE, "MemoryKill"]);
    expect(alerts(b())).toEqual([...TABLE, ...FPM]);
  });

  test("B's pool is compared with its number of children", () => {
    expect(rules(b()).find(({ alert }) => alert === "FpmBusy")?.expr).toContain("/ 8");
  });

  test.each([
    ["audit", []],
    ["create", NEW_TOPICS],
    ["dualWrite", NEW_TOPICS],
    ["migrate", [...NEW_TOPICS, "KafkaRetiredLag"]],
    ["cleanup", [...NEW_TOPICS, "KafkaRetiredLag", "KafkaRetiredWrites"]],
  ] as const)("%s adds what can go wrong in it", (kafka, added) => {
    expect(alerts(a({ kafka }))).toEqual([...TABLE, "MemoryKill", ...added]);
    expect(alerts(b({ kafka }))).toEqual([...TABLE, ...FPM, ...added]);
  });

  test("old topics that are deleted are watched no more", () => {
    expect(alerts(a({ kafka: "cleanup", kafkaRetention: "ended" }))).toEqual([
      ...TABLE,
      "MemoryKill",
      ...NEW_TOPICS,
    ]);
  });

  test.each([
    ["partner-a", a(), "travel-api"],
    ["partner-b", b(), "frontend3-partner"],
    ["partner-c", c(), "gateway"],
  ])("%s pages its own team about its own service, and draws what it alerts on", (id, json, service) => {
    for (const { labels } of rules(json)) expect(labels).toMatchObject({ team: "partner-api", service });
    const dashboard = json.manifests.find(({ kind }) => kind === "ConfigMap");
    expect(dashboard).toMatchObject({
      metadata: { name: `${id}-dashboard`, labels: PARTNER.monitoring.dashboardLabels },
    });
    const data = at(dashboard, "data") as Json;
    const { uid, panels } = JSON.parse(String(data[`${id}.json`])) as Json;
    expect(uid).toBe(id);
    expect(JSON.stringify(panels)).toContain(`job=\\"${service}\\"`);
  });
});

test("the context of cdktf.json reaches the stack", () => {
  const app = new App({ outdir: tmpdir(), context: { "partner-b": { fuji: "absorbed" } } });
  expect(names(synth(addB(app, sandbox)), "kubernetes_deployment_v1")).toEqual(["frontend3-partner"]);
});

test("every phase of a migration is a value of its switch", () => {
  expect(KAFKA_SWITCHES.kafka.slice(1)).toEqual(MIGRATION_PHASES);
  expect(DYNAMODB_SWITCHES.dynamodb.slice(1)).toEqual(RETIREMENT_PHASES);
});
