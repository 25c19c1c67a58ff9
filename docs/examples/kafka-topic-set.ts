import type { Construct } from "constructs";
import { KafkaTopicSet } from "weighbridge/constructs/kafka-topic-set";

/** The topics of a booking service: the service writes its events, reporting reads them. */
export function bookingTopics(scope: Construct): KafkaTopicSet {
  // #region example
  return new KafkaTopicSet(scope, "Topics", {
    topics: [
      { name: "booking.lifecycle", partitions: 6, cleanupPolicy: "delete", retentionMs: 604_800_000 },
      { name: "booking.notification", partitions: 3, cleanupPolicy: "delete", retentionMs: 259_200_000 },
    ],
    grants: [
      {
        principal: "User:booking-api",
        produce: ["booking.lifecycle", "booking.notification"],
      },
      {
        principal: "User:reporting",
        consume: ["booking."],
        topicPattern: "prefixed",
        group: "reporting",
      },
    ],
  });
  // #endregion
}
