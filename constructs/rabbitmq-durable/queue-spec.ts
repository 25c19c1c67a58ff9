import { Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { requireObjectName } from "./names";

/** Replicated by Raft over the nodes of a cluster, or held by one node. */
export type QueueType = "quorum" | "classic";

/** What a full queue does: say no to the publisher, or drop its oldest message. */
export type Overflow = "reject-publish" | "drop-head";

/** Whether a message leaves its queue before or after the dead-letter queue has confirmed it. */
export type DeadLetterStrategy = "at-least-once" | "at-most-once";

/** One queue. */
export interface QueueSpec {
  readonly name: string;
  /** @default "quorum" */
  readonly type?: QueueType;
  /**
   * Refused where false: a queue that is not durable is gone after a restart. The prop is there because RabbitMQ
   * and its Terraform provider both make such a queue unless told otherwise.
   * @default true
   */
  readonly durable?: boolean;
  /**
   * Most messages that the queue holds, at least 1. Required with `deadLetterStrategy` "at-least-once": dead
   * letters wait in the queue until they are confirmed, and must not fill the disk.
   * @default - no bound
   */
  readonly maxLength?: number;
  /**
   * What happens to a message that finds the queue full. Only read with `maxLength`.
   * @default "reject-publish"
   */
  readonly overflow?: Overflow;
  /**
   * How long a message may wait, in milliseconds, before it is a dead letter.
   * @default - for ever
   */
  readonly messageTtlMs?: number;
  /**
   * Exchange of this topology that takes messages which expired, were rejected, or failed too often.
   * @default - they are dropped
   */
  readonly deadLetterExchange?: string;
  /** @default - the routing key that the message came with */
  readonly deadLetterRoutingKey?: string;
  /**
   * A quorum queue can keep a dead letter until its new queue has it.
   * @default "at-least-once" for a quorum queue, "at-most-once" for a classic one
   * @see https://www.rabbitmq.com/blog/2022/03/29/at-least-once-dead-lettering
   */
  readonly deadLetterStrategy?: DeadLetterStrategy;
  /**
   * How often a message may be delivered anew before it is a dead letter; -1 is without end. Quorum queues only.
   * @default 20, which is RabbitMQ 4's own, with `deadLetterExchange`; else -1, since it would be dropped
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
    const fix = "leave it out, every queue here is durable";
    refuse(scope, { code: "Conflict", prop: `${prop}.durable`, must: "be true", got: spec.durable, fix });
  }
  if (replicated && spec.type === "classic") {
    const fix = "leave it out: a classic queue lives on one node and is away with it";
    const must = 'be "quorum" in a cluster';
    refuse(scope, { code: "Conflict", prop: `${prop}.type`, must, got: spec.type, fix });
  }
  requireInteger(scope, `${prop}.maxLength`, spec.maxLength, { min: 1, fix: "leave it out for no bound" });
  requireInteger(scope, `${prop}.messageTtlMs`, spec.messageTtlMs, {
    min: 1,
    fix: "leave it out to keep messages for ever",
  });
  requireInteger(scope, `${prop}.deliveryLimit`, spec.deliveryLimit, { min: -1, fix: "-1 is without end" });
  requireQuorumOnly(scope, prop, spec);
  requireDeadLettering(scope, prop, spec);
}

/** The queue's settings in RabbitMQ's words, as a policy holds them: so they can change without a new queue. */
export function queueSettings(spec: QueueSpec, rabbitMqMajor: number): Record<string, string> {
  const limit = deliveryLimit(spec);
  return {
    ...number("max-length", spec.maxLength),
    ...(spec.maxLength !== undefined && { overflow: overflow(spec) }),
    ...number("message-ttl", spec.messageTtlMs),
    ...text("dead-letter-exchange", spec.deadLetterExchange),
    ...text("dead-letter-routing-key", spec.deadLetterRoutingKey),
    ...(isQuorum(spec) && text("dead-letter-strategy", deadLetterStrategy(spec))),
    // RabbitMQ 3 has no limit unless it is told one, and does not know -1.
    ...(isQuorum(spec) && !(rabbitMqMajor < 4 && limit === -1) && number("delivery-limit", limit)),
  };
}

/** How confirmed messages may be lost by what the queue is told to do, in words; empty for most. */
export function lossesOf(spec: QueueSpec): string[] {
  const dropsDeadLetters = spec.deadLetterExchange === undefined;
  const limited = dropsDeadLetters && spec.deliveryLimit !== undefined && spec.deliveryLimit !== -1;
  return [
    ...(spec.maxLength !== undefined && overflow(spec) === "drop-head" ? ["drops its oldest when full"] : []),
    ...(dropsDeadLetters && spec.messageTtlMs !== undefined ? ["drops what expires"] : []),
    ...(limited ? ["drops what fails too often"] : []),
    ...(deadLetterStrategy(spec) === "at-most-once" ? ["may lose a dead letter on its way"] : []),
  ];
}

/** Terraform's own type of the queue. */
export function queueType(spec: QueueSpec): QueueType {
  return spec.type ?? "quorum";
}

/** | prop                 | quorum              | classic |
 *  | -------------------- | ------------------- | ------- |
 *  | `deadLetterStrategy` | either              | at-most-once, as it always is |
 *  | `deliveryLimit`      | any                 | refused |
 */
function requireQuorumOnly(scope: IConstruct, prop: string, spec: QueueSpec): void {
  if (isToken(spec.type) || isQuorum(spec)) return;
  const fix = 'leave it out, or make the queue "quorum"';
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

/** RabbitMQ falls back to at-most-once, with a line in its log, where one of the three is not as it must be. */
function requireDeadLettering(scope: IConstruct, prop: string, spec: QueueSpec): void {
  const { deadLetterExchange, maxLength } = spec;
  for (const key of ["deadLetterRoutingKey", "deadLetterStrategy"] as const) {
    if (spec[key] === undefined || deadLetterExchange !== undefined) continue;
    const must = `be set with '${key}'`;
    const fix = `name an exchange of this topology, or leave '${key}' out`;
    refuse(scope, { code: "Missing", prop: `${prop}.deadLetterExchange`, must, got: undefined, fix });
  }
  if (deadLetterStrategy(spec) !== "at-least-once") return;

  const demand = "where 'deadLetterStrategy' is \"at-least-once\"";
  if (!isToken(spec.overflow) && overflow(spec) !== "reject-publish") {
    const fix = "leave it out, or set 'deadLetterStrategy' to \"at-most-once\" and risk dead letters";
    const must = `be "reject-publish" ${demand}`;
    refuse(scope, { code: "Conflict", prop: `${prop}.overflow`, must, got: overflow(spec), fix });
  }
  if (maxLength === undefined) {
    const fix = "say how many messages the disk can hold, dead letters that wait for their queue included";
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
