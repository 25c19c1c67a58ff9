import { Annotations, DefaultTokenResolver, Fn, Op, StringConcat, Token, Tokenization } from "cdktf";
import { Construct } from "constructs";
import { Acl } from "../../imports/providers/kafka/acl";
import { Topic } from "../../imports/providers/kafka/topic";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { aclKey, aclsOf, requireGrant, type TopicGrant } from "./topic-grant";
import { minInsyncReplicas, requireTopicSpec, type TopicSpec, topicConfig } from "./topic-spec";

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
   * Makes Terraform refuse any plan that would delete a topic, also one that replaces it. A sandbox passes
   * false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/**
 * Kafka topics that lose no acknowledged record while one broker is away, and the least set of access rules
 * for those who use them. Expects a `kafka` provider in scope.
 * @see https://registry.terraform.io/providers/Mongey/kafka/0.13.1/docs
 */
export class KafkaTopicSet extends Construct {
  /** The topics by name, in the order given. */
  public readonly topics: ReadonlyMap<string, Topic>;
  /** The access rules, each one once. */
  public readonly acls: readonly Acl[];
  /** Sum of the partitions; a token where a count is one. */
  public readonly totalPartitions: number;
  /** Partitions times replication factor: what the brokers hold. A token where a part is one. */
  public readonly totalReplicas: number;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
  public constructor(scope: Construct, id: string, props: KafkaTopicSetProps) {
    super(scope, id);
    const { topics, replicationFactor = 3, grants = [], preventDestroy = true } = props;
    requireInteger(this, "replicationFactor", replicationFactor, { min: 1, fix: "count the leader in" });
    topics.forEach((spec, index) => {
      requireTopicSpec(this, `topics[${index}]`, spec, replicationFactor);
    });
    const names = topics.map(({ name }) => name);
    this.requireDistinct(names);
    grants.forEach((grant, index) => {
      requireGrant(this, `grants[${index}]`, grant, names);
    });
    this.warnOfStoppedWrites(topics, replicationFactor);

    this.topics = new Map(
      topics.map((spec) => [spec.name, this.defineTopic(spec, replicationFactor, preventDestroy)]),
    );
    this.acls = this.defineAcls(grants);
    this.totalPartitions = sum(topics.map(({ partitions }) => partitions));
    this.totalReplicas = multiply(this.totalPartitions, replicationFactor);
  }

  /** A broker refuses a name that differs from another's only by `.` and `_`: metrics could not tell them apart. */
  private requireDistinct(names: readonly string[]): void {
    const seen = new Map<string, string>();
    names.forEach((name, index) => {
      const metric = isToken(name) ? name : name.replaceAll(".", "_");
      const earlier = seen.get(metric);
      seen.set(metric, name);
      if (earlier === undefined) return;
      const prop = `topics[${index}].name`;
      const must = `differ from "${earlier}" by more than '.' and '_'`;
      const fix = earlier === name ? "keep one of the two" : "rename one of the two, a broker takes only one";
      refuse(this, { code: "Conflict", prop, must, got: name, fix });
    });
  }

  private warnOfStoppedWrites(topics: readonly TopicSpec[], replicationFactor: number): void {
    if (isToken(replicationFactor) || replicationFactor === 1) return;
    const names = topics
      .filter((spec) => minInsyncReplicas(spec, replicationFactor) === replicationFactor)
      .map(({ name }) => name);
    if (names.length === 0) return;
    Annotations.of(this).addWarning(
      `one broker away stops writes with acks=all to ${names.join(", ")}: min.insync.replicas equals the ` +
        `replication factor (${replicationFactor}); raise 'replicationFactor' or lower 'minInsyncReplicas'`,
    );
  }

  private defineTopic(spec: TopicSpec, replicationFactor: number, preventDestroy: boolean): Topic {
    return new Topic(this, this.stableId(spec.name), {
      name: spec.name,
      partitions: spec.partitions,
      replicationFactor,
      config: topicConfig(spec, replicationFactor),
      lifecycle: { preventDestroy },
    });
  }

  /** Grants may overlap; Kafka keeps a rule once, so Terraform must too. */
  private defineAcls(grants: readonly TopicGrant[]): Acl[] {
    const distinct = new Map(grants.flatMap(aclsOf).map((acl) => [this.stableId(aclKey(acl)), acl]));
    return [...distinct].map(([id, acl]) => new Acl(this, id, acl));
  }

  /** An id made of the name itself, so that order does not matter; a reference becomes its Terraform text. */
  private stableId(name: string): string {
    const resolver = new DefaultTokenResolver(new StringConcat());
    return String(Tokenization.resolve(name, { scope: this, resolver }));
  }
}

function sum(counts: readonly number[]): number {
  if (counts.some(isToken)) return Token.asNumber(Fn.sum(counts));
  return counts.reduce((total, count) => total + count, 0);
}

function multiply(left: number, right: number): number {
  return isToken(left) || isToken(right) ? Token.asNumber(Op.mul(left, right)) : left * right;
}
