import { TerraformVariable } from "cdktf";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import type { KAFKA_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { PARTNER_TOPICS } from "../../config/reviews/001-partner-api/topics";
import { KafkaTopicSet, type KafkaTopicSetProps, type TopicSpec } from "../../constructs/kafka-topic-set";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import { guardHosts } from "../hosts";
import type { OptionStack } from "../stack";
import type { Chosen } from "../switches";
import { kafkaAlerts, type PartnerAlerts } from "./alerts";

type KafkaSwitches = Chosen<typeof KAFKA_SWITCHES>;

/**
 * The five consolidated topics on the shared cluster, written by the option's own principal, and the way there.
 * @see 001_57ea113d5c58119c.txt, section 6
 */
export function addPartnerTopics(
  stack: OptionStack,
  producer: string,
  { kafka, kafkaRetention }: KafkaSwitches,
): KafkaTopicSet {
  const principal = `User:${producer}`;
  const oldTopics = PARTNER.oldTopics.map((topic) => ({
    ...topic,
    producers: [principal],
    consumers: [PARTNER.consumer],
  }));
  const isEnded = kafkaRetention === "ended";
  const way =
    kafka === "consolidated"
      ? { releasedTopics: oldTopics.map(({ name }) => name) }
      : { migration: { phase: kafka, oldTopics, deleteOldTopics: isEnded, retentionEnded: isEnded } };
  return addTopics(stack, producer, PARTNER_TOPICS, way);
}

/**
 * Topics on the shared cluster, written by one user and read by 12go's consumer.
 * Credentials come from the provider's environment variables (`KAFKA_SASL_USERNAME` and so on).
 */
export function addTopics(
  stack: OptionStack,
  producer: string,
  topics: readonly TopicSpec[],
  way: Pick<KafkaTopicSetProps, "migration" | "releasedTopics"> = {},
): KafkaTopicSet {
  const servers = guardHosts(
    stack,
    "kafka",
    stack.input("kafka_bootstrap_servers", "list(string)", "Brokers of the shared Kafka cluster, host:port"),
    "list",
  );
  const tls = new TerraformVariable(stack, "kafka_tls_enabled", {
    type: "bool",
    default: true,
    description: "Whether the brokers speak TLS",
  });
  const names = topics.map(({ name }) => name);
  new KafkaProvider(stack, "Kafka", { bootstrapServers: servers.listValue, tlsEnabled: tls.booleanValue });
  return new KafkaTopicSet(stack, "Topics", {
    topics,
    grants: [
      { principal: `User:${producer}`, produce: names },
      { ...PARTNER.consumer, consume: names },
    ],
    preventDestroy: stack.environment.keepsData,
    ...way,
  });
}

/**
 * Where a .NET client finds the brokers, and as whom it signs in; the password is the secret `kafka-sasl`. The addresses are
 * those of the Kafka provider, so that clients and Terraform use the same brokers.
 */
export function kafkaAddresses(user: string): Readonly<Record<string, string>> {
  return {
    Kafka__BootstrapServers: '${join(",", var.kafka_bootstrap_servers)}',
    Kafka__SaslUsername: user,
  };
}

/** The alerts that a migration adds; none before there is a new topic, and none after it. */
export function transitionAlerts({ kafka, kafkaRetention }: KafkaSwitches): Pick<PartnerAlerts, "alerts"> & {
  readonly subject: Pick<PartnerAlerts["subject"], "topics" | "retiredTopics">;
} {
  if (kafka === "consolidated" || kafka === "audit") return { alerts: [], subject: {} };
  return {
    // Deleted topics have nothing left to watch.
    alerts: kafkaAlerts(kafkaRetention === "ended" ? "create" : kafka),
    subject: {
      topics: PARTNER_TOPICS.map(({ name }) => name),
      retiredTopics: PARTNER.oldTopics.map(({ name }) => name),
    },
  };
}
