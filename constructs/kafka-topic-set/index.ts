export { KafkaTopicSet } from "./kafka-topic-set";
export { MIGRATION_PHASES, type MigrationPhase, type OldTopic, type TopicMigration } from "./migration";
export type { KafkaTopicSetProps } from "./props";
export type { ScramMechanism, ScramUser } from "./scram-user";
export type { NamePattern, TopicGrant } from "./topic-grant";
export type { CleanupPolicy, KafkaPlatform, TopicSpec } from "./topic-spec";
export type { UserQuota } from "./user-quota";
