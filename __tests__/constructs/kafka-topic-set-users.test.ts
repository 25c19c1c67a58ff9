import { KafkaTopicSet, type ScramUser, type UserQuota } from "../../constructs/kafka-topic-set";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import { freshStack, refusal, synth, warnings } from "../helpers/synth";

function build(props: { users?: readonly ScramUser[]; quotas?: readonly UserQuota[] }): KafkaTopicSet {
  const stack = freshStack();
  new KafkaProvider(stack, "Kafka", { bootstrapServers: ["localhost:9092"] });
  return new KafkaTopicSet(stack, "Topics", {
    topics: [{ name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 }],
    ...props,
  });
}

describe("a user", () => {
  test("signs in by SCRAM-SHA-512 with a password that reaches neither plan nor state", () => {
    const json = synth(build({ users: [{ name: "travel-api" }] }));
    expect(json.only("kafka_user_scram_credential")).toEqual({
      username: "travel-api",
      scram_mechanism: "SCRAM-SHA-512",
      scram_iterations: 4096,
      password_wo: "${var.kafka_password_travel_api}",
      password_wo_version: "1",
    });
    expect(json.block("variable")).toEqual({
      kafka_password_travel_api: {
        type: "string",
        sensitive: true,
        ephemeral: true,
        description: "Password of the Kafka user travel-api",
      },
    });
  });

  test("takes a mechanism, rounds of hashing, and a new password", () => {
    const user = { name: "a", mechanism: "SCRAM-SHA-256", iterations: 8192, passwordRevision: 3 } as const;
    expect(synth(build({ users: [user] })).only("kafka_user_scram_credential")).toMatchObject({
      scram_mechanism: "SCRAM-SHA-256",
      scram_iterations: 8192,
      password_wo_version: "3",
    });
  });

  test("causes no warning: there is nothing to warn of", () => {
    expect(warnings(build({ users: [{ name: "a" }] }))).toEqual([]);
  });

  test("keeps its logical id", () => {
    const json = synth(build({ users: [{ name: "b" }, { name: "travel-api" }] }));
    expect(json.ids("kafka_user_scram_credential")).toContain("Topics_Users_travel-api_2B84D539");
  });

  test.each<[what: string, users: ScramUser[], code: string, message: string]>([
    ...["", "1a", "a b", "User:a"].map((name): [string, ScramUser[], string, string] => [
      `it is called "${name}"`,
      [{ name }],
      "BadName",
      "'users[0].name' must be a letter, then letters, digits, '_' and '-', known at synth, " +
        `got "${name}"; rename it: it is part of the name of its password's variable`,
    ]),
    [
      "two would have one variable",
      [{ name: "a-b" }, { name: "a_b" }],
      "Conflict",
      "'users[1].name' must differ from \"a-b\" by more than '-' and '_', got \"a_b\"; " +
        "rename it: the variable of its password would be the same",
    ],
    [
      "it hashes too little",
      [{ name: "a", iterations: 4095 }],
      "OutOfRange",
      "'users[0].iterations' must be from 4096 to 16384, got 4095; set 'users[0].iterations' within the bounds",
    ],
    [
      "it hashes too much",
      [{ name: "a", iterations: 16_385 }],
      "OutOfRange",
      "'users[0].iterations' must be from 4096 to 16384, got 16385; set 'users[0].iterations' within the bounds",
    ],
    [
      "its password has no revision",
      [{ name: "a", passwordRevision: 0 }],
      "OutOfRange",
      "'users[0].passwordRevision' must be at least 1, got 0; " +
        "set 'users[0].passwordRevision' within the bounds",
    ],
  ])("fails when %s", (_, users, code, message) => {
    expect(refusal(() => build({ users }))).toEqual({ code, message: `Stack/Topics: ${message}` });
  });
});

describe("a quota", () => {
  test("limits a user's bytes and its share of the brokers' threads", () => {
    const quota = {
      principal: "User:travel-api",
      producerBytesPerSecond: 1_048_576,
      consumerBytesPerSecond: 2_097_152,
      requestPercent: 12.5,
    };
    const json = synth(build({ quotas: [quota] }));
    expect(json.only("kafka_quota")).toEqual({
      entity_type: "user",
      entity_name: "travel-api",
      config: { producer_byte_rate: 1_048_576, consumer_byte_rate: 2_097_152, request_percentage: 12.5 },
    });
    expect(json.ids("kafka_quota")).toEqual(["Topics_Quotas_Usertravel-api_9674BF6B"]);
  });

  test("leaves unlimited what it does not name", () => {
    const json = synth(build({ quotas: [{ principal: "User:a", consumerBytesPerSecond: 5 }] }));
    expect(json.only("kafka_quota")["config"]).toEqual({ consumer_byte_rate: 5 });
  });

  test.each<[what: string, quotas: UserQuota[], code: string, message: string]>([
    [
      "it limits nobody",
      [{ principal: "a", requestPercent: 1 }],
      "BadName",
      "'quotas[0].principal' must start with 'User:' and a name, got \"a\"; " +
        "give the name as in the authorizer, for example User:checkout",
    ],
    [
      "it limits nothing",
      [{ principal: "User:a" }],
      "Missing",
      "'quotas[0]' must limit something, got \"User:a\"; " +
        "set 'producerBytesPerSecond', 'consumerBytesPerSecond' or 'requestPercent', or remove it",
    ],
    ...(["producerBytesPerSecond", "consumerBytesPerSecond"] as const).map(
      (prop): [string, UserQuota[], string, string] => [
        `${prop} is nothing`,
        [{ principal: "User:a", [prop]: 0 }],
        "OutOfRange",
        `'quotas[0].${prop}' must be at least 1, got 0; set 'quotas[0].${prop}' within the bounds`,
      ],
    ),
    [
      "it leaves no time",
      [{ principal: "User:a", requestPercent: 0 }],
      "OutOfRange",
      "'quotas[0].requestPercent' must be at least 0.01, got 0; set 'quotas[0].requestPercent' within the bounds",
    ],
    [
      "a user has two",
      [
        { principal: "User:a", requestPercent: 1 },
        { principal: "User:a", requestPercent: 2 },
      ],
      "Conflict",
      "'quotas[1].principal' must differ from that of quotas[0], got \"User:a\"; " +
        "put all limits of a principal into one quota",
    ],
  ])("fails when %s", (_, quotas, code, message) => {
    expect(refusal(() => build({ quotas }))).toEqual({ code, message: `Stack/Topics: ${message}` });
  });
});
