import type { TopicMigration } from "./migration";
import type { ScramUser } from "./scram-user";
import type { TopicGrant } from "./topic-grant";
import type { KafkaPlatform, TopicSpec } from "./topic-spec";
import type { UserQuota } from "./user-quota";

/** Properties for `KafkaTopicSet`. */
export interface KafkaTopicSetProps {
  readonly topics: readonly TopicSpec[];
  /**
   * Replication factor of each topic, including the leader.
   * @default 3
   */
  readonly replicationFactor?: number;
  /**
   * Grants to produce and consume. A cluster with an authorizer denies all other principals.
   * @default - no ACLs
   */
  readonly grants?: readonly TopicGrant[];
  /**
   * Quotas of principals on each broker.
   * @default - unlimited
   */
  readonly quotas?: readonly UserQuota[];
  /**
   * Users with SCRAM authentication.
   * @default - none: the operator of the cluster creates them
   */
  readonly users?: readonly ScramUser[];
  /**
   * Old topics that this set replaces, and the phase of the migration. Before you remove it, either delete the old
   * topics or add them to `releasedTopics`: Terraform would delete the others.
   * @default - no migration
   */
  readonly migration?: TopicMigration;
  /**
   * Old topics of a migration that Terraform removes from its state without deleting them. Unknown names have no
   * effect.
   * @default - none
   */
  readonly releasedTopics?: readonly string[];
  /**
   * Kind of cluster. A dedicated cluster is `shared` too: it has the same features.
   * @default "shared"
   */
  readonly platform?: KafkaPlatform;
  /**
   * Sets `prevent_destroy` on every topic: Terraform refuses a plan that deletes or replaces it. A sandbox passes
   * false. Old topics are always protected.
   * @default true
   */
  readonly preventDestroy?: boolean;
}
