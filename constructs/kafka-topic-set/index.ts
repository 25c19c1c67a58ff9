export { KafkaTopicSet, type KafkaTopicSetProps } from "./kafka-topic-set";
export { PARTNER_TOPICS } from "./partner-topics";
export type { NamePattern, TopicGrant } from "./topic-grant";
export type { CleanupPolicy, TopicSpec } from "./topic-spec";
