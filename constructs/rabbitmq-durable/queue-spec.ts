import { Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { requireObjectName } from "./names";

/** `quorum`: replicated by Raft over the nodes of a cluster. `classic`: on one node. */
export type QueueType = "quorum" | "classic";

/** Behaviour of a full queue: reject publishes, or drop the oldest message. */
export type Overflow = "reject-publish" | "drop-head";

/** Whether a dead letter leaves its queue before or after the dead-letter queue has confirmed it. */
export type DeadLetterStrategy = "at-least-once" | "at-most-once";

/** One queue. */
export interface QueueSpec {
  readonly name: string;
  /** @default "quorum" */
  readonly type?: QueueType;
  /**
   * Must not be false: a queue that is not durable is lost with a restart. The prop exists because RabbitMQ and its
   * Terraform provider default to false.
   * @default true
   */
  readonly durable?: boolean;
  /**
   * Maximum number of messages in the queue, at least 1. Required with `deadLetterStrategy` "at-least-once":
   * unconfirmed dead letters stay in the queue, and must not fill the disk.
   * @default - no limit
   */
  readonly maxLength?: number;
  /**
   * Behaviour of a full queue. Only used with `maxLength`.
   * @default "reject-publish"
   */
  readonly overflow?: Overflow;
  /**
   * Time after which a waiting message becomes a dead letter, in milliseconds.
   * @default - no expiry
   */
  readonly messageTtlMs?: number;
  /**
   * Exchange of this topology for messages that expired, were rejected, or failed too often.
   * @default - they are dropped
   */
  readonly deadLetterExchange?: string;
  /** @default - the original routing key of the message */
  readonly deadLetterRoutingKey?: string;
  /**
   * Dead-letter strategy: a quorum queue can keep a dead letter until the next queue has confirmed it.
   * @default "at-least-once" for a quorum queue, "at-most-once" for a classic one
   * @see https://www.rabbitmq.com/blog/2022/03/29/at-least-once-dead-lettering
   */
  readonly deadLetterStrategy?: DeadLetterStrategy;
  /**
   * Redeliveries after which a message becomes a dead letter; -1 is unlimited. Quorum queues only.
   * @default 20, RabbitMQ 4's default, with `deadLetterExchange`; otherwise -1, since the message would be dropped
   * @see https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling
   */
  readonly deliveryLimit?: number;
}

/** @throws ValidationError `BadName`, `Conflict`, `Missing`, `NotInteger`, `OutOfRange` */
export function requireQueueSpec(
  scope: IConstruct,
  prop: string,
  spec: QueueSpec,
  { replicated }: { readonly replicated: boolean },
): void {
  requireObjectName(scope, `${prop}.name`, spec.name);
  if (spec.durable === false) {
    const fix = "omit it: every queue here is durable";
    refuse(scope, { code: "Conflict", prop: `${prop}.durable`, must: "be true", got: spec.durable, fix });
  }
  if (replicated && spec.type === "classic") {
    const fix = "omit it: a classic queue is on one node and fails with it";
    const must = 'be "quorum" in a cluster';
    refuse(scope, { code: "Conflict", prop: `${prop}.type`, must, got: spec.type, fix });
  }
  requireInteger(scope, `${prop}.maxLength`, spec.maxLength, { min: 1, fix: "omit it for no limit" });
  requireInteger(scope, `${prop}.messageTtlMs`, spec.messageTtlMs, {
    min: 1,
    fix: "omit it for no expiry",
  });
  requireInteger(scope, `${prop}.deliveryLimit`, spec.deliveryLimit, { min: -1, fix: "-1 is unlimited" });
  requireQuorumOnly(scope, prop, spec);
  requireDeadLettering(scope, prop, spec);
}

/** The queue's settings in RabbitMQ's terms, as a policy: they can change without replacing the queue. */
export function queueSettings(spec: QueueSpec, rabbitMqMajor: number): Record<string, string> {
  const limit = deliveryLimit(spec);
  return {
    ...number("max-length", spec.maxLength),
    ...(spec.maxLength !== undefined && { overflow: overflow(spec) }),
    ...number("message-ttl", spec.messageTtlMs),
    ...text("dead-letter-exchange", spec.deadLetterExchange),
    ...text("dead-letter-routing-key", spec.deadLetterRoutingKey),
    ...(isQuorum(spec) && text("dead-letter-strategy", deadLetterStrategy(spec))),
    // RabbitMQ 3 has no default limit, and does not accept -1.
    ...(isQuorum(spec) && !(rabbitMqMajor < 4 && limit === -1) && number("delivery-limit", limit)),
  };
}

/** Settings of the queue by which confirmed messages can be lost, as texts; empty for most queues. */
export function lossesOf(spec: QueueSpec): string[] {
  const dropsDeadLetters = spec.deadLetterExchange === undefined;
  const limited = dropsDeadLetters && spec.deliveryLimit !== undefined && spec.deliveryLimit !== -1;
  return [
    ...(spec.maxLength !== undefined && overflow(spec) === "drop-head"
      ? ["drops its oldest message when full"]
      : []),
    ...(dropsDeadLetters && spec.messageTtlMs !== undefined ? ["drops expired messages"] : []),
    ...(limited ? ["drops messages that fail too often"] : []),
    ...(deadLetterStrategy(spec) === "at-most-once" ? ["may lose dead letters"] : []),
  ];
}

/** Terraform's own type of the queue. */
export function queueType(spec: QueueSpec): QueueType {
  return spec.type ?? "quorum";
}

/** | prop                 | quorum              | classic |
 *  | -------------------- | ------------------- | ------- |
 *  | `deadLetterStrategy` | either              | always at-most-once |
 *  | `deliveryLimit`      | any                 | refused |
 */
function requireQuorumOnly(scope: IConstruct, prop: string, spec: QueueSpec): void {
  if (isToken(spec.type) || isQuorum(spec)) return;
  const fix = 'omit it, or use a "quorum" queue';
  if (spec.deliveryLimit !== undefined) {
    const must = "not be set for a classic queue";
    refuse(scope, { code: "Conflict", prop: `${prop}.deliveryLimit`, must, got: spec.deliveryLimit, fix });
  }
  if (spec.deadLetterStrategy === "at-least-once") {
    const must = 'be "at-most-once" for a classic queue';
    const got = spec.deadLetterStrategy;
    refuse(scope, { code: "Conflict", prop: `${prop}.deadLetterStrategy`, must, got, fix });
  }
}

/** RabbitMQ falls back to at-most-once, with only a log line, unless all three conditions are met. */
function requireDeadLettering(scope: IConstruct, prop: string, spec: QueueSpec): void {
  const { deadLetterExchange, maxLength } = spec;
  for (const key of ["deadLetterRoutingKey", "deadLetterStrategy"] as const) {
    if (spec[key] === undefined || deadLetterExchange !== undefined) continue;
    const must = `be set with '${key}'`;
    const fix = `name an exchange of this topology, or omit '${key}'`;
    refuse(scope, { code: "Missing", prop: `${prop}.deadLetterExchange`, must, got: undefined, fix });
  }
  if (deadLetterStrategy(spec) !== "at-least-once") return;

  const demand = "where 'deadLetterStrategy' is \"at-least-once\"";
  if (!isToken(spec.overflow) && overflow(spec) !== "reject-publish") {
    const fix = "omit it, or set 'deadLetterStrategy' to \"at-most-once\" and risk the loss of dead letters";
    const must = `be "reject-publish" ${demand}`;
    refuse(scope, { code: "Conflict", prop: `${prop}.overflow`, must, got: overflow(spec), fix });
  }
  if (maxLength === undefined) {
    const fix = "give the number of messages that fit the disk, including waiting dead letters";
    refuse(scope, {
      code: "Missing",
      prop: `${prop}.maxLength`,
      must: `be set ${demand}`,
      got: maxLength,
      fix,
    });
  }
}

function isQuorum(spec: QueueSpec): boolean {
  return queueType(spec) !== "classic";
}

function overflow(spec: QueueSpec): Overflow {
  return spec.overflow ?? "reject-publish";
}

function deadLetterStrategy(spec: QueueSpec): DeadLetterStrategy | undefined {
  if (spec.deadLetterExchange === undefined) return undefined;
  return spec.deadLetterStrategy ?? (isQuorum(spec) ? "at-least-once" : "at-most-once");
}

function deliveryLimit(spec: QueueSpec): number {
  return spec.deliveryLimit ?? (spec.deadLetterExchange === undefined ? -1 : 20);
}

function number(key: string, value: number | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: Tokenization.stringifyNumber(value) };
}

function text(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value };
}
