import { Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireAtMost, requireInteger } from "../core/validate";

/** Kind of cluster: one with ACLs, quotas and users, or Amazon MSK Serverless. */
export type KafkaPlatform = "shared" | "msk-serverless";

/** Cleanup policy: old records expire, or only the latest of each key remains, or both. */
export type CleanupPolicy = "delete" | "compact" | "compact,delete";

/** One topic. */
export interface TopicSpec {
  /** At most 249 of `a-z A-Z 0-9 . _ -`, not `.` or `..`. */
  readonly name: string;
  /** At least 1. Later it can only grow: fewer partitions means a new, empty topic. */
  readonly partitions: number;
  /** Required: with Kafka's default `delete`, a topic of configuration would expire. */
  readonly cleanupPolicy: CleanupPolicy;
  /**
   * Retention of records, in milliseconds; -1 is unlimited. Required when `cleanupPolicy` contains `delete`, so that
   * it does not depend on a broker's default; refused for `compact`, which has no retention.
   * @default - none, for `compact`
   */
  readonly retentionMs?: number;
  /**
   * Retention of the delete markers of a compacted topic, in milliseconds: a consumer that reads from the start must
   * finish within it.
   * @default - the broker's `log.cleaner.delete.retention.ms`
   */
  readonly deleteRetentionMs?: number;
  /**
   * Minimum in-sync replicas of a write with `acks=all`.
   * @default 2, or the replication factor where that is lower
   */
  readonly minInsyncReplicas?: number;
  /**
   * Further topic settings in Kafka's own terms, for example `{ "max.message.bytes": "1048576" }`.
   * @default - none
   * @see https://kafka.apache.org/documentation/#topicconfigs
   */
  readonly config?: Readonly<Record<string, string>>;
}

/** Settings with a prop of their own, or set by this construct. */
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
    fix: "include the leader",
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

/** Minimum in-sync replicas: as given, or 2, but not more than the replication factor. */
export function minInsyncReplicas(spec: TopicSpec, replicationFactor: number): number {
  const available = isToken(replicationFactor) ? 2 : replicationFactor;
  return spec.minInsyncReplicas ?? Math.min(2, available);
}

/** The topic's settings in Kafka's terms; MSK Serverless sets those of replicas itself. */
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
  requireInteger(scope, `${prop}.retentionMs`, retentionMs, { min: -1, fix: "-1 is unlimited" });
  requireInteger(scope, `${prop}.deleteRetentionMs`, deleteRetentionMs, { min: 0 });
  if (isToken(cleanupPolicy)) return;

  const policy = `where 'cleanupPolicy' is "${cleanupPolicy}"`;
  if (cleanupPolicy === "compact" && retentionMs !== undefined) {
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.retentionMs`,
      must: `not be set ${policy}`,
      got: retentionMs,
      fix: "omit it: 'deleteRetentionMs' limits delete markers",
    });
  }
  if (cleanupPolicy !== "compact" && retentionMs === undefined) {
    refuse(scope, {
      code: "Missing",
      prop: `${prop}.retentionMs`,
      must: `be set ${policy}`,
      got: retentionMs,
      fix: "give the retention (604800000 is 7 days, -1 is unlimited)",
    });
  }
  if (cleanupPolicy === "delete" && deleteRetentionMs !== undefined) {
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.deleteRetentionMs`,
      must: `not be set ${policy}`,
      got: deleteRetentionMs,
      fix: "omit it: only compacted topics have delete markers",
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
