import type { Topic } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformProvider } from "../terraform/type";

/** The `kafka` provider. */
export const KAFKA: TerraformProvider = {
  name: "kafka",
  types: [
    {
      kafka_topic: { topic },
      ...ignored("grants or limits access", "kafka_acl", "kafka_quota", "kafka_user_scram_credential"),
    },
  ],
};

function topic(body: Cursor): Topic {
  const config = body.at("config");
  return {
    id: body.id,
    name: body.named("name"),
    partitions: body.count("partitions", "partitions"),
    replicationFactor: body.count("replication_factor", "replication factor"),
    cleanupPolicy: config.required("cleanup.policy", "cleanup.policy"),
    // -1 keeps messages for ever.
    retentionMs: config.number("retention.ms", "retention.ms"),
    minInsyncReplicas: config.count("min.insync.replicas", "min.insync.replicas"),
  };
}
