import type { Construct } from "constructs";
import { KafkaTopicSet, PARTNER_TOPICS } from "../../constructs/kafka-topic-set";

/** The partner API's topics in the middle of their consolidation: producers write to the old and to the new. */
export function partnerMigration(scope: Construct): KafkaTopicSet {
  // #region example
  return new KafkaTopicSet(scope, "Topics", {
    topics: PARTNER_TOPICS,
    grants: [
      { principal: "User:travel-api", produce: PARTNER_TOPICS.map(({ name }) => name) },
      { principal: "User:reporting-v2", consume: ["booking.lifecycle"], group: "reporting-v2" },
    ],
    users: [{ name: "travel-api" }, { name: "reporting-v2" }],
    quotas: [{ principal: "User:reporting-v2", consumerBytesPerSecond: 10_485_760 }],
    migration: {
      phase: "dualWrite",
      oldTopics: [
        {
          name: "BookSucceeded",
          partitions: 6,
          producers: ["User:travel-api"],
          consumers: [{ principal: "User:reporting", group: "reporting" }],
        },
      ],
    },
  });
  // #endregion
}
