import { Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireAtMost, requireInteger } from "../core/validate";

/** Who runs the brokers: a cluster with rules, quotas and users of its own, or Amazon MSK Serverless. */
export type KafkaPlatform = "shared" | "msk-serverless";

/** What happens to old records: they expire, or only the latest one of each key stays, or both. */
export type CleanupPolicy = "delete" | "compact" | "compact,delete";

/** One topic. */
export interface TopicSpec {
  /** At most 249 of `a-z A-Z 0-9 . _ -`, not `.` or `..`. */
  readonly name: string;
  /** At least 1. Later it can only grow: fewer partitions means a new, empty topic. */
  readonly partitions: number;
  /** Required: Kafka's own default, `delete`, lets a topic that holds configuration expire. */
  readonly cleanupPolicy: CleanupPolicy;
  /**
   * How long records are kept, in milliseconds; -1 keeps them for ever. Required where `cleanupPolicy` has
   * `delete`, so that a broker's default never decides it; refused for `compact`, which has no such limit.
   * @default - none, for `compact`
   */
  readonly retentionMs?: number;
  /**
   * How long the delete markers of a compacted topic are kept, in milliseconds: the time in which a consumer
   * that reads from the start must finish.
   * @default - the broker's `log.cleaner.delete.retention.ms`
   */
  readonly deleteRetentionMs?: number;
  /**
   * In-sync copies that a write with `acks=all` waits for.
   * @default 2, or the replication factor where that is lower
   */
  readonly minInsyncReplicas?: number;
  /**
   * Further topic settings in Kafka's own words, for example `{ "max.message.bytes": "1048576" }`.
   * @default - none
   * @see https://kafka.apache.org/documentation/#topicconfigs
   */
  readonly config?: Readonly<Record<string, string>>;
}

/** Settings that have a prop of their own, or that this construct decides. */
const OWN_SETTINGS: Readonly<Record<string, string>> = {
  "cleanup.policy": "use 'cleanupPolicy'",
  "retention.ms": "use 'retentionMs'",
  "delete.retention.ms": "use 'deleteRetentionMs'",
  "min.insync.replicas": "use 'minInsyncReplicas'",
  "unclean.leader.election.enable": "it is always false, since true loses acknowledged records",
};

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
export function requireTopicSpec(
  scope: IConstruct,
  prop: string,
  spec: TopicSpec,
  replicationFactor: number,
): void {
  requireTopicName(scope, `${prop}.name`, spec.name);
  requireInteger(scope, `${prop}.partitions`, spec.partitions, {
    min: 1,
    fix: "give the topic at least one",
  });
  requireInteger(scope, `${prop}.minInsyncReplicas`, spec.minInsyncReplicas, {
    min: 1,
    fix: "count the leader in",
  });
  requireAtMost(
    scope,
    [`${prop}.minInsyncReplicas`, spec.minInsyncReplicas],
    ["replicationFactor", replicationFactor],
  );
  requireRetention(scope, prop, spec);
  for (const [key, fix] of Object.entries(OWN_SETTINGS)) {
    const got = spec.config?.[key];
    if (got === undefined) continue;
    refuse(scope, { code: "Conflict", prop: `${prop}.config`, must: `not set "${key}"`, got, fix });
  }
}

/** In-sync copies that a write waits for: what is asked for, else 2, but no more than there are copies. */
export function minInsyncReplicas(spec: TopicSpec, replicationFactor: number): number {
  const available = isToken(replicationFactor) ? 2 : replicationFactor;
  return spec.minInsyncReplicas ?? Math.min(2, available);
}

/** The topic's settings in Kafka's words; MSK Serverless decides those on copies itself. */
export function topicConfig(
  spec: TopicSpec,
  replicationFactor: number,
  platform: KafkaPlatform,
): Record<string, string> {
  const settings = {
    ...spec.config,
    "cleanup.policy": spec.cleanupPolicy,
    ...milliseconds("retention.ms", spec.retentionMs),
    ...milliseconds("delete.retention.ms", spec.deleteRetentionMs),
  };
  if (platform === "msk-serverless") return settings;
  return {
    ...settings,
    "min.insync.replicas": Tokenization.stringifyNumber(minInsyncReplicas(spec, replicationFactor)),
    "unclean.leader.election.enable": "false",
  };
}

/**
 * | `cleanupPolicy`  | `retentionMs` | `deleteRetentionMs` |
 * | ---------------- | ------------- | ------------------- |
 * | `delete`         | required      | refused, no effect  |
 * | `compact`        | refused       | optional            |
 * | `compact,delete` | required      | optional            |
 */
function requireRetention(scope: IConstruct, prop: string, spec: TopicSpec): void {
  const { cleanupPolicy, retentionMs, deleteRetentionMs } = spec;
  requireInteger(scope, `${prop}.retentionMs`, retentionMs, { min: -1, fix: "-1 keeps records for ever" });
  requireInteger(scope, `${prop}.deleteRetentionMs`, deleteRetentionMs, { min: 0 });
  if (isToken(cleanupPolicy)) return;

  const policy = `where 'cleanupPolicy' is "${cleanupPolicy}"`;
  if (cleanupPolicy === "compact" && retentionMs !== undefined) {
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.retentionMs`,
      must: `not be set ${policy}`,
      got: retentionMs,
      fix: "leave it out, 'deleteRetentionMs' is what bounds delete markers",
    });
  }
  if (cleanupPolicy !== "compact" && retentionMs === undefined) {
    refuse(scope, {
      code: "Missing",
      prop: `${prop}.retentionMs`,
      must: `be set ${policy}`,
      got: retentionMs,
      fix: "say how long records are kept (604800000 is 7 days, -1 is for ever)",
    });
  }
  if (cleanupPolicy === "delete" && deleteRetentionMs !== undefined) {
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.deleteRetentionMs`,
      must: `not be set ${policy}`,
      got: deleteRetentionMs,
      fix: "leave it out, only compacted topics have delete markers",
    });
  }
}

/**
 * @throws ValidationError `BadName`
 * @see https://kafka.apache.org/documentation/#multitenancy-topic-naming
 */
export function requireTopicName(scope: IConstruct, prop: string, name: string): void {
  if (isToken(name) || (/^[a-zA-Z0-9._-]{1,249}$/.test(name) && name !== "." && name !== "..")) return;
  const must = "be 1 to 249 of the characters a-z, A-Z, 0-9, '.', '_' and '-', and not '.' or '..'";
  refuse(scope, { code: "BadName", prop, must, got: name, fix: "rename it" });
}

function milliseconds(key: string, value: number | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: Tokenization.stringifyNumber(value) };
}
