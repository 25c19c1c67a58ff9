import type { TopicMigration } from "./migration";
import type { ScramUser } from "./scram-user";
import type { TopicGrant } from "./topic-grant";
import type { KafkaPlatform, TopicSpec } from "./topic-spec";
import type { UserQuota } from "./user-quota";

/** Properties for `KafkaTopicSet`. */
export interface KafkaTopicSetProps {
  readonly topics: readonly TopicSpec[];
  /**
   * Copies of each partition, the leader included.
   * @default 3
   */
  readonly replicationFactor?: number;
  /**
   * Who may produce and consume. A cluster with an authorizer denies everyone else.
   * @default - no access rules
   */
  readonly grants?: readonly TopicGrant[];
  /**
   * What a principal may take of each broker.
   * @default - unlimited
   */
  readonly quotas?: readonly UserQuota[];
  /**
   * Users that sign in by password.
   * @default - none: whoever runs the cluster makes them
   */
  readonly users?: readonly ScramUser[];
  /**
   * Old topics that this set replaces, and how far that is. Before it is taken out again, either delete the old
   * topics or put them into `releasedTopics`: what is in neither, Terraform would delete.
   * @default - nothing is replaced
   */
  readonly migration?: TopicMigration;
  /**
   * Old topics that a migration had imported and that stay where they are: Terraform forgets them. Names that it
   * does not know do no harm.
   * @default - none
   */
  readonly releasedTopics?: readonly string[];
  /**
   * Who runs the brokers. A dedicated cluster is `shared` too: it takes the same rules.
   * @default "shared"
   */
  readonly platform?: KafkaPlatform;
  /**
   * Makes Terraform refuse any plan that would delete a topic, also one that replaces it. A sandbox passes
   * false. Old topics are protected always.
   * @default true
   */
  readonly preventDestroy?: boolean;
}
