import type { Construct } from "constructs";
import { KafkaTopicSet, PARTNER_TOPICS } from "../../constructs/kafka-topic-set";

/** The partner API's topics: the service writes its booking events, reporting reads them. */
export function partnerTopics(scope: Construct): KafkaTopicSet {
  // #region example
  return new KafkaTopicSet(scope, "Topics", {
    topics: PARTNER_TOPICS,
    grants: [
      {
        principal: "User:travel-api",
        produce: ["booking.lifecycle", "booking.status_change", "booking.notification"],
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
