import { TerraformVariable } from "cdktf";
import { KafkaTopicSet, PARTNER_TOPICS } from "../../constructs/kafka-topic-set";
import { KafkaProvider } from "../../imports/providers/kafka/provider";
import type { OptionStack } from "../stack";

/**
 * The five consolidated topics on the shared cluster, written by the option's own principal.
 * Credentials come from the provider's environment variables (`KAFKA_SASL_USERNAME` and so on).
 * @see 001_57ea113d5c58119c.txt, section 6
 */
export function addPartnerTopics(stack: OptionStack, producer: string): KafkaTopicSet {
  const servers = stack.input(
    "kafka_bootstrap_servers",
    "list(string)",
    "Brokers of the shared Kafka cluster, host:port",
  );
  const tls = new TerraformVariable(stack, "kafka_tls_enabled", {
    type: "bool",
    default: true,
    description: "Whether the brokers speak TLS",
  });
  new KafkaProvider(stack, "Kafka", { bootstrapServers: servers.listValue, tlsEnabled: tls.booleanValue });
  return new KafkaTopicSet(stack, "Topics", {
    topics: PARTNER_TOPICS,
    grants: [{ principal: `User:${producer}`, produce: PARTNER_TOPICS.map(({ name }) => name) }],
    preventDestroy: stack.environment.name !== "sandbox",
  });
}
