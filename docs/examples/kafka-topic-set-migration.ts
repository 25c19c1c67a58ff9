import type { Construct } from "constructs";
import { KafkaTopicSet } from "weighbridge/constructs/kafka-topic-set";

/** Topics during a migration: producers write to the old and to the new ones. */
export function bookingMigration(scope: Construct): KafkaTopicSet {
  // #region example
  return new KafkaTopicSet(scope, "Topics", {
    topics: [
      { name: "booking.lifecycle", partitions: 6, cleanupPolicy: "delete", retentionMs: 604_800_000 },
      { name: "booking.notification", partitions: 3, cleanupPolicy: "delete", retentionMs: 259_200_000 },
    ],
    grants: [
      { principal: "User:booking-api", produce: ["booking.lifecycle", "booking.notification"] },
      { principal: "User:reporting-v2", consume: ["booking.lifecycle"], group: "reporting-v2" },
    ],
    users: [{ name: "booking-api" }, { name: "reporting-v2" }],
    quotas: [{ principal: "User:reporting-v2", consumerBytesPerSecond: 10_485_760 }],
    migration: {
      phase: "dualWrite",
      oldTopics: [
        {
          name: "BookSucceeded",
          partitions: 6,
          producers: ["User:booking-api"],
          consumers: [{ principal: "User:reporting", group: "reporting" }],
        },
      ],
    },
  });
  // #endregion
}
