import { amount, billed, byUse, ifUsed } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Google Pub/Sub. A topic passes messages on to its subscriptions, each of which keeps them until they are taken. */
export const MESSAGING: TerraformTypes = {
  /**
   * Every message is in two zones at least before it counts as sent.
   * @see https://cloud.google.com/pubsub/architecture
   */
  google_pubsub_topic: {
    topic: (body) => ({
      id: body.id,
      name: body.named("name"),
      replicationFactor: 2,
      retentionMs: seconds(body.optional("message_retention_duration")),
    }),
    charges: () => [byUse("pubsub/ingestion", "TiB", "monthly_message_data_tb")],
  },
  google_pubsub_subscription: {
    queue: (body) => ({
      id: body.id,
      name: body.named("name"),
      type: body.at("push_config").present ? "Pub/Sub push" : "Pub/Sub",
      durable: true,
    }),
    charges: (body) => [
      byUse("pubsub/delivery", "TiB", "monthly_message_data_tb"),
      ...(body.optional("retain_acked_messages") === "true"
        ? [byUse("pubsub/retained", "GiB-month", "storage_gb")]
        : []),
      ifUsed("pubsub/snapshot", "GiB-month", "snapshot_storage_gb"),
    ],
  },
  google_pubsub_lite_topic: {
    topic: (body) => ({
      id: body.id,
      name: body.named("name"),
      partitions: body.at("partition_config").count("count", "partitions"),
      retentionMs: seconds(body.at("retention_config").optional("period")),
    }),
    charges: (body) => {
      const partitions = amount(body.at("partition_config"), "count");
      const bytes = amount(body.at("retention_config"), "per_partition_bytes");
      const gibibytes =
        partitions === undefined || bytes === undefined ? undefined : (partitions * bytes) / 2 ** 30;
      return [
        billed("GiB-month", "pubsub-lite/storage", gibibytes),
        ...(body.at("reservation_config").present
          ? []
          : [byUse("pubsub-lite/throughput", "MiB/s of publishing and subscribing")]),
      ];
    },
  },
  google_pubsub_lite_reservation: {
    charges: (body) => [billed("MiB/s-hour", "pubsub-lite/reservation", amount(body, "throughput_capacity"))],
    chargedOnly: "throughput that topics share",
  },
  ...ignored("describes or receives messages", "google_pubsub_lite_subscription", "google_pubsub_schema"),
};

/** `604800s` in milliseconds. */
function seconds(duration: string | undefined): number | undefined {
  const [, number] = /^(\d+(?:\.\d+)?)s$/.exec(duration ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * 1000;
}
