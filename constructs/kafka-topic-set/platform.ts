import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import type { KafkaTopicSetProps } from "./props";
import type { TopicSpec } from "./topic-spec";

/** Replication factor of MSK Serverless; it accepts no other. */
const SERVERLESS_COPIES = 3;
const SERVERLESS_MESSAGE_BYTES = 8 * 2 ** 20;
/**
 * Topic settings of MSK Serverless without a prop of their own.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/serverless-config.html
 */
const SERVERLESS_SETTINGS: readonly string[] = [
  "compression.type",
  "max.message.bytes",
  "message.timestamp.difference.max.ms",
  "message.timestamp.type",
  "retention.bytes",
];
const THERE = `where 'platform' is "msk-serverless"`;
const BY_IAM = "give the clients IAM policies instead (kafka-cluster:WriteData, kafka-cluster:ReadData)";

/**
 * Refuses what MSK Serverless refuses or ignores.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
 * @throws ValidationError `Conflict`, `OutOfRange`
 */
export function requireServerless(scope: IConstruct, props: KafkaTopicSetProps): void {
  const { topics, replicationFactor, grants = [], quotas = [], users = [], migration } = props;
  if (
    replicationFactor !== undefined &&
    !isToken(replicationFactor) &&
    replicationFactor !== SERVERLESS_COPIES
  ) {
    const must = `be ${SERVERLESS_COPIES} ${THERE}`;
    const fix = "leave it out";
    refuse(scope, { code: "Conflict", prop: "replicationFactor", must, got: replicationFactor, fix });
  }
  refuseAny(scope, "grants", grants, BY_IAM);
  refuseAny(scope, "quotas", quotas, "omit them: MSK limits the throughput itself");
  refuseAny(scope, "users", users, "omit them: clients authenticate with IAM");
  migration?.oldTopics.forEach(({ producers = [], consumers = [] }, index) => {
    refuseAny(scope, `migration.oldTopics[${index}].producers`, producers, BY_IAM);
    refuseAny(scope, `migration.oldTopics[${index}].consumers`, consumers, BY_IAM);
  });
  topics.forEach((spec, index) => {
    requireServerlessTopic(scope, `topics[${index}]`, spec);
  });
}

function requireServerlessTopic(scope: IConstruct, prop: string, spec: TopicSpec): void {
  for (const setting of ["minInsyncReplicas", "deleteRetentionMs"] as const) {
    const got = spec[setting];
    if (got === undefined) continue;
    const fix = "omit it: MSK sets it";
    refuse(scope, { code: "Conflict", prop: `${prop}.${setting}`, must: `not be set ${THERE}`, got, fix });
  }
  const foreign = Object.keys(spec.config ?? {}).find((key) => !SERVERLESS_SETTINGS.includes(key));
  if (foreign !== undefined) {
    const must = `contain only settings that can be set ${THERE}`;
    const fix = `use only ${SERVERLESS_SETTINGS.join(", ")}`;
    refuse(scope, { code: "Conflict", prop: `${prop}.config`, must, got: foreign, fix });
  }
  const bytes = spec.config?.["max.message.bytes"];
  if (bytes === undefined || isToken(bytes) || Number(bytes) <= SERVERLESS_MESSAGE_BYTES) return;
  const at = `${prop}.config["max.message.bytes"]`;
  const must = `be at most ${SERVERLESS_MESSAGE_BYTES} ${THERE}`;
  refuse(scope, { code: "OutOfRange", prop: at, must, got: bytes, fix: "lower it to 8 MiB" });
}

function refuseAny(scope: IConstruct, prop: string, items: readonly unknown[], fix: string): void {
  if (items.length === 0) return;
  refuse(scope, { code: "Conflict", prop, must: `be empty ${THERE}`, got: items.length, fix });
}
