import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { requirePrincipal, type TopicGrant } from "./topic-grant";
import { requireTopicName } from "./topic-spec";

/** The phases of a migration, in order. */
export const MIGRATION_PHASES = ["audit", "create", "dualWrite", "migrate", "cleanup"] as const;

/** Phase of a migration. */
export type MigrationPhase = (typeof MIGRATION_PHASES)[number];

/** A topic to retire, with the values that the audit found. */
export interface OldTopic {
  readonly name: string;
  /** Its current partitions; the topic is not changed if it has another number. */
  readonly partitions: number;
  /**
   * Its current replication factor.
   * @default 3
   */
  readonly replicationFactor?: number;
  /**
   * Principals that write to it.
   * @default - none
   */
  readonly producers?: readonly string[];
  /**
   * Principals that read it, each with its consumer group. Required with `producers`: on a cluster with
   * `allow.everyone.if.no.acl.found`, the first ACL of a topic denies everyone else. `[]` states that nobody reads it.
   * @default - none, if it has no `producers`
   */
  readonly consumers?: readonly { readonly principal: string; readonly group: string }[];
}

/** A migration from old topics to the topics of a set. */
export interface TopicMigration {
  readonly phase: MigrationPhase;
  /** Topics that exist and are replaced. They are imported, never changed, and cannot be destroyed. */
  readonly oldTopics: readonly OldTopic[];
  /**
   * Deletes the old topics with their records. Only in phase `cleanup`, and only with `retentionEnded`.
   * @default false
   */
  readonly deleteOldTopics?: boolean;
  /**
   * Confirms that the longest retention of the old topics has passed since the last write to them, so that every
   * record has expired. The deployer decides: synth has no clock.
   * @default false
   */
  readonly retentionEnded?: boolean;
}

/** The topics and grants in one phase of a migration. */
export interface Stage {
  readonly newTopics: boolean;
  readonly oldTopics: boolean;
  readonly produceNew: boolean;
  readonly consumeNew: boolean;
  readonly produceOld: boolean;
  readonly consumeOld: boolean;
}

const NOTHING: Stage = {
  newTopics: false,
  oldTopics: false,
  produceNew: false,
  consumeNew: false,
  produceOld: false,
  consumeOld: false,
};
const SETTLED: Stage = { ...NOTHING, newTopics: true, produceNew: true, consumeNew: true };
const AUDIT: Stage = { ...NOTHING, oldTopics: true };
const CREATE: Stage = { ...AUDIT, newTopics: true };
// Consumers of an old topic get their ACL together with the producers: with `allow.everyone.if.no.acl.found`, the
// producer's ACL alone would deny them.
const DUAL_WRITE: Stage = { ...SETTLED, oldTopics: true, produceOld: true, consumeOld: true };
// The same rights: consumers move from the old topics to the new ones, and each phase has its own alerts.
const MIGRATE: Stage = DUAL_WRITE;
const CLEANUP: Stage = { ...MIGRATE, produceOld: false };

const STAGES: Readonly<Record<MigrationPhase, Stage>> = {
  audit: AUDIT,
  create: CREATE,
  dualWrite: DUAL_WRITE,
  migrate: MIGRATE,
  cleanup: CLEANUP,
};

/** The topics and grants in a phase; without a migration, the new topics and their grants. */
export function stageOf(migration: TopicMigration | undefined): Stage {
  return migration === undefined || migration.deleteOldTopics ? SETTLED : STAGES[migration.phase];
}

/** The grants on new topics that apply in a phase. */
export function newGrants(grants: readonly TopicGrant[], { produceNew, consumeNew }: Stage): TopicGrant[] {
  return grants.map((grant) => ({
    ...grant,
    ...(!produceNew && { produce: [], idempotentWrite: false }),
    ...(!consumeNew && { consume: [], group: undefined }),
  }));
}

/** The grants on old topics that apply in a phase. */
export function oldGrants(oldTopics: readonly OldTopic[], { produceOld, consumeOld }: Stage): TopicGrant[] {
  return oldTopics.flatMap(({ name, producers = [], consumers = [] }) => [
    ...(produceOld ? producers.map((principal) => ({ principal, produce: [name] })) : []),
    ...(consumeOld ? consumers.map((consumer) => ({ ...consumer, consume: [name] })) : []),
  ]);
}

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
export function requireMigration(scope: IConstruct, migration: TopicMigration): void {
  const { phase, oldTopics, deleteOldTopics = false, retentionEnded = false } = migration;
  if (!MIGRATION_PHASES.includes(phase)) {
    const must = `be one of ${MIGRATION_PHASES.join(", ")}`;
    const fix = "start with audit, and advance one phase at a time";
    refuse(scope, { code: "BadName", prop: "migration.phase", must, got: phase, fix });
  }
  if (oldTopics.length === 0) {
    const fix = "name the topics to retire, or omit 'migration'";
    refuse(scope, {
      code: "Missing",
      prop: "migration.oldTopics",
      must: "contain a topic",
      got: "none",
      fix,
    });
  }
  oldTopics.forEach((topic, index) => {
    requireOldTopic(scope, `migration.oldTopics[${index}]`, topic);
  });
  if (deleteOldTopics && phase !== "cleanup") {
    const must = 'be used with phase "cleanup"';
    const fix = "omit it until the old topics have neither producers nor consumers";
    refuse(scope, { code: "Conflict", prop: "migration.deleteOldTopics", must, got: phase, fix });
  }
  if (deleteOldTopics && !retentionEnded) {
    const must = "be true with 'deleteOldTopics'";
    const fix =
      "set it when the longest retention of the old topics has passed since the last write to them, " +
      "or omit 'deleteOldTopics'";
    refuse(scope, { code: "Missing", prop: "migration.retentionEnded", must, got: retentionEnded, fix });
  }
}

function requireOldTopic(scope: IConstruct, prop: string, topic: OldTopic): void {
  requireTopicName(scope, `${prop}.name`, topic.name);
  requireInteger(scope, `${prop}.partitions`, topic.partitions, { min: 1, fix: "count them in the audit" });
  requireInteger(scope, `${prop}.replicationFactor`, topic.replicationFactor, {
    min: 1,
    fix: "include the leader",
  });
  if ((topic.producers?.length ?? 0) > 0 && topic.consumers === undefined) {
    const must = "be set with 'producers'";
    const fix =
      "name everyone who reads the topic, or give [] if nobody does: the first ACL of a topic denies the others";
    refuse(scope, { code: "Missing", prop: `${prop}.consumers`, must, got: undefined, fix });
  }
  topic.producers?.forEach((principal, index) => {
    requirePrincipal(scope, `${prop}.producers[${index}]`, principal);
  });
  topic.consumers?.forEach(({ principal, group }, index) => {
    requirePrincipal(scope, `${prop}.consumers[${index}].principal`, principal);
    if (isToken(group) || group !== "") return;
    const fix = "name the consumer group";
    const at = `${prop}.consumers[${index}].group`;
    refuse(scope, { code: "Missing", prop: at, must: "be set", got: group, fix });
  });
}
