export { KafkaTopicSet, type KafkaTopicSetProps } from "./kafka-topic-set";
export { MIGRATION_PHASES, type MigrationPhase, type OldTopic, type TopicMigration } from "./migration";
export { PARTNER_TOPICS } from "./partner-topics";
export type { KafkaPlatform } from "./platform";
export type { ScramMechanism, ScramUser } from "./scram-user";
export type { NamePattern, TopicGrant } from "./topic-grant";
export type { CleanupPolicy, TopicSpec } from "./topic-spec";
export type { UserQuota } from "./user-quota";
