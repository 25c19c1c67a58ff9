import { Fn, Op, Token } from "cdktf";
import { Construct } from "constructs";
import { Acl } from "../../imports/providers/kafka/acl";
import { Quota } from "../../imports/providers/kafka/quota";
import { Topic } from "../../imports/providers/kafka/topic";
import { isToken, refuse } from "../core/errors";
import { stableId } from "../core/stable-id";
import { requireInteger } from "../core/validate";
import { warn } from "../core/warn";
import { newGrants, oldGrants, requireMigration, stageOf } from "./migration";
import { importOldTopic, ReleasedTopic } from "./old-topic";
import { requireServerless } from "./platform";
import type { KafkaTopicSetProps } from "./props";
import { defineUser, requireUsers, type ScramUser } from "./scram-user";
import { aclKey, aclsOf, requireGrant, type TopicGrant } from "./topic-grant";
import { minInsyncReplicas, requireTopicSpec, type TopicSpec, topicConfig } from "./topic-spec";
import { quotaConfig, requireQuotas, type UserQuota } from "./user-quota";

/**
 * Kafka topics that lose no acknowledged record while one broker is down, and the minimal ACLs of their users. Expects
 * a `kafka` provider in scope.
 * @see https://registry.terraform.io/providers/Mongey/kafka/0.13.1/docs
 */
export class KafkaTopicSet extends Construct {
  /** The topics by name, in the order given; none in the phase `audit` of a migration. */
  public readonly topics: ReadonlyMap<string, Topic>;
  /** The old topics of a migration, by name, in the order given. */
  public readonly oldTopics: ReadonlyMap<string, Topic>;
  /** The ACLs, without duplicates. */
  public readonly acls: readonly Acl[];
  /** Sum of the partitions of `topics`; a token when a count is a token. */
  public readonly totalPartitions: number;
  /** Partitions times replication factor: the replicas on the brokers. A token when a factor is a token. */
  public readonly totalReplicas: number;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: KafkaTopicSetProps) {
    super(scope, id);
    const { topics, replicationFactor = 3, grants = [], migration, platform = "shared" } = props;
    this.validate(props, replicationFactor);
    this.warnOfStoppedWrites(topics, replicationFactor);

    const stage = stageOf(migration);
    const { preventDestroy = true, quotas = [], users = [], releasedTopics = [] } = props;
    const newTopics = stage.newTopics ? topics : [];
    this.topics = new Map(
      newTopics.map((spec) => {
        const config = topicConfig(spec, replicationFactor, platform);
        return [spec.name, this.defineTopic(spec, replicationFactor, config, preventDestroy)];
      }),
    );
    // A scope of their own: a topic must have the same address when it is retired and when it is released.
    const old = new Construct(this, "Old");
    const oldTopics = stage.oldTopics ? (migration?.oldTopics ?? []) : [];
    this.oldTopics = new Map(
      oldTopics.map((topic) => [topic.name, importOldTopic(old, stableId(this, topic.name), topic)]),
    );
    for (const name of releasedTopics) new ReleasedTopic(old, stableId(this, name));

    this.acls = this.defineAcls([...newGrants(grants, stage), ...oldGrants(oldTopics, stage)]);
    if (stage.newTopics) this.defineUsers(users, quotas);
    this.totalPartitions = sum(newTopics.map(({ partitions }) => partitions));
    this.totalReplicas = multiply(this.totalPartitions, replicationFactor);
  }

  private validate(props: KafkaTopicSetProps, replicationFactor: number): void {
    const { topics, grants = [], migration, releasedTopics = [], platform = "shared" } = props;
    requireInteger(this, "replicationFactor", replicationFactor, { min: 1, fix: "include the leader" });
    topics.forEach((spec, index) => {
      requireTopicSpec(this, `topics[${index}]`, spec, replicationFactor);
    });
    const names = topics.map(({ name }) => name);
    grants.forEach((grant, index) => {
      requireGrant(this, `grants[${index}]`, grant, names);
    });
    requireQuotas(this, props.quotas ?? []);
    requireUsers(this, props.users ?? []);
    if (migration !== undefined) requireMigration(this, migration);
    this.requireDistinct([
      ...names.map((name, index) => [`topics[${index}].name`, name] as const),
      ...(migration?.oldTopics ?? []).map(
        ({ name }, index) => [`migration.oldTopics[${index}].name`, name] as const,
      ),
      ...releasedTopics.map((name, index) => [`releasedTopics[${index}]`, name] as const),
    ]);
    if (platform === "msk-serverless") requireServerless(this, props);
  }

  /**
   * A broker refuses a name that differs from another one only by `.` and `_`: their metrics would have the same
   * name.
   */
  private requireDistinct(names: readonly (readonly [prop: string, name: string])[]): void {
    const seen = new Map<string, string>();
    for (const [prop, name] of names) {
      const metric = isToken(name) ? name : name.replaceAll(".", "_");
      const earlier = seen.get(metric);
      seen.set(metric, name);
      if (earlier === undefined) continue;
      const must = `differ from "${earlier}" by more than '.' and '_'`;
      const fix =
        earlier === name ? "keep one of the two" : "rename one of the two: a broker accepts only one";
      refuse(this, { code: "Conflict", prop, must, got: name, fix });
    }
  }

  private warnOfStoppedWrites(topics: readonly TopicSpec[], replicationFactor: number): void {
    if (isToken(replicationFactor) || replicationFactor === 1) return;
    const names = topics
      .filter((spec) => minInsyncReplicas(spec, replicationFactor) === replicationFactor)
      .map(({ name }) => name);
    if (names.length === 0) return;
    warn(
      this,
      "topicInSync",
      `the loss of one broker stops writes with acks=all to ${names.join(", ")}: min.insync.replicas equals the ` +
        `replication factor (${replicationFactor}); raise 'replicationFactor' or lower 'minInsyncReplicas'`,
    );
  }

  private defineTopic(
    spec: TopicSpec,
    replicationFactor: number,
    config: Record<string, string>,
    preventDestroy: boolean,
  ): Topic {
    return new Topic(this, stableId(this, spec.name), {
      name: spec.name,
      partitions: spec.partitions,
      replicationFactor,
      config,
      lifecycle: { preventDestroy },
    });
  }

  /** Grants may overlap; Kafka stores an ACL once, so Terraform must declare it once. */
  private defineAcls(grants: readonly TopicGrant[]): Acl[] {
    const distinct = new Map(grants.flatMap(aclsOf).map((acl) => [stableId(this, aclKey(acl)), acl]));
    return [...distinct].map(([id, acl]) => new Acl(this, id, acl));
  }

  private defineUsers(users: readonly ScramUser[], quotas: readonly UserQuota[]): void {
    // Scopes of their own: a user, a quota and a topic may have one name.
    const scope = new Construct(this, "Users");
    for (const user of users) defineUser(scope, user);
    const limits = new Construct(this, "Quotas");
    for (const quota of quotas) {
      new Quota(limits, stableId(this, quota.principal), quotaConfig(quota));
    }
  }
}

function sum(counts: readonly number[]): number {
  if (counts.some(isToken)) return Token.asNumber(Fn.sum(counts));
  return counts.reduce((total, count) => total + count, 0);
}

function multiply(left: number, right: number): number {
  return isToken(left) || isToken(right) ? Token.asNumber(Op.mul(left, right)) : left * right;
}
