import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { requireDistinct, requireObjectName } from "./names";
import type { QueueSpec } from "./queue-spec";

/** A custom policy, for settings without a prop. */
export interface PolicySpec {
  readonly name: string;
  /** Regular expression for names of queues or exchanges. */
  readonly pattern: string;
  readonly applyTo: "queues" | "exchanges";
  /** In RabbitMQ's own terms, for example `{ "alternate-exchange": "unroutable" }`. */
  readonly definition: Readonly<Record<string, string>>;
  /**
   * Of several matching policies, RabbitMQ applies only the one with the highest priority.
   * @default 0
   */
  readonly priority?: number;
}

/** Higher than usual priorities: a queue's settings are those of its spec. */
export const QUEUE_POLICY_PRIORITY = 100;

/** @throws ValidationError `BadName`, `Conflict`, `NotInteger`, `OutOfRange` */
export function requirePolicies(
  scope: IConstruct,
  policies: readonly PolicySpec[],
  queues: readonly QueueSpec[],
): void {
  const queueNames = queues.map(({ name }) => name);
  policies.forEach(({ name, pattern, applyTo, priority }, index) => {
    const prop = `policies[${index}]`;
    requireObjectName(scope, `${prop}.name`, name);
    if (!isToken(name) && queueNames.includes(name)) {
      const must = "not be the name of a queue: the queue's own policy has it";
      refuse(scope, { code: "Conflict", prop: `${prop}.name`, must, got: name, fix: "rename it" });
    }
    requireInteger(scope, `${prop}.priority`, priority, { min: 0, max: QUEUE_POLICY_PRIORITY - 1 });
    const expression = requireExpression(scope, `${prop}.pattern`, pattern);
    const shadowed = queueNames.find((queue) => !isToken(queue) && expression?.test(queue));
    if (applyTo !== "queues" || shadowed === undefined) return;
    const must = `match no queue of this topology, and matches "${shadowed}"`;
    const fix = "set it on the queue itself: of two matching policies RabbitMQ applies only one";
    refuse(scope, { code: "Conflict", prop: `${prop}.pattern`, must, got: pattern, fix });
  });
  requireDistinct(
    scope,
    "policies",
    policies.map(({ name }) => name),
  );
}

function requireExpression(scope: IConstruct, prop: string, pattern: string): RegExp | undefined {
  if (isToken(pattern)) return undefined;
  try {
    return new RegExp(pattern);
  } catch {
    const fix = "correct it, for example ^orders\\.";
    return refuse(scope, { code: "BadName", prop, must: "be a regular expression", got: pattern, fix });
  }
}
