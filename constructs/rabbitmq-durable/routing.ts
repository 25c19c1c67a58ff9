import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireDistinct, requireObjectName, requireOneOf } from "./names";
import type { QueueSpec } from "./queue-spec";

/** One exchange; always durable. */
export interface ExchangeSpec {
  readonly name: string;
  readonly type: "direct" | "topic" | "fanout" | "headers";
  /**
   * Exchange of this topology that takes messages which no binding fits. Without one the broker confirms such a
   * message and drops it.
   * @default - none
   * @see https://www.rabbitmq.com/docs/ae
   */
  readonly alternateExchange?: string;
}

/** What leads messages from an exchange to a queue. */
export interface BindingSpec {
  readonly exchange: string;
  readonly queue: string;
  /**
   * Key, or pattern of keys of a topic exchange: `order.*`, `order.#`.
   * @default - the empty key, which is all that a fanout exchange needs
   */
  readonly routingKey?: string;
}

/** The part of a topology that says which way messages go. */
interface Routing {
  readonly queues: readonly QueueSpec[];
  readonly exchanges: readonly ExchangeSpec[];
  readonly bindings: readonly BindingSpec[];
}

/** @throws ValidationError `BadName`, `Conflict`, `NotKnown`, `Missing` */
export function requireRouting(scope: IConstruct, routing: Routing): void {
  const { exchanges, bindings, queues } = routing;
  const known = exchangesOf(routing);
  exchanges.forEach(({ name, alternateExchange }, index) => {
    requireObjectName(scope, `exchanges[${index}].name`, name);
    if (alternateExchange !== undefined)
      requireOneOf(scope, `exchanges[${index}].alternateExchange`, alternateExchange, known);
  });
  requireDistinct(
    scope,
    "exchanges",
    exchanges.map(({ name }) => name),
  );
  bindings.forEach(({ exchange, queue, routingKey = "" }, index) => {
    requireOneOf(scope, `bindings[${index}].exchange`, exchange, known);
    requireOneOf(scope, `bindings[${index}].queue`, queue, ["queue", queues.map(({ name }) => name)]);
    requireRoutingKey(scope, `bindings[${index}].routingKey`, routingKey);
  });
  requireDistinct(scope, "bindings", bindings.map(bindingKey));
  queues.forEach((queue, index) => {
    requireWayForDeadLetters(scope, `queues[${index}].deadLetterExchange`, queue, routing);
  });
}

/** What tells one binding from another, in words. */
export function bindingKey({ exchange, queue, routingKey = "" }: BindingSpec): string {
  return `${exchange} -> ${queue} (${routingKey})`;
}

/** Without another queue behind the exchange, dead letters are lost, or wait for ever and fill the queue. */
function requireWayForDeadLetters(
  scope: IConstruct,
  prop: string,
  { name, deadLetterExchange }: QueueSpec,
  routing: Routing,
): void {
  if (deadLetterExchange === undefined) return;
  requireOneOf(scope, prop, deadLetterExchange, exchangesOf(routing));
  const names = [name, deadLetterExchange, ...routing.bindings.flatMap((it) => [it.exchange, it.queue])];
  if (names.some(isToken)) return;
  if (routing.bindings.some(({ exchange, queue }) => exchange === deadLetterExchange && queue !== name))
    return;
  const fix = "bind a queue for dead letters to it";
  refuse(scope, { code: "Missing", prop, must: "lead to another queue", got: deadLetterExchange, fix });
}

/** The provider takes a binding's id apart at each `/`. */
function requireRoutingKey(scope: IConstruct, prop: string, key: string): void {
  if (isToken(key) || /^[a-zA-Z0-9._:*#-]{0,255}$/.test(key)) return;
  const must = "be at most 255 of the characters a-z, A-Z, 0-9, '.', '_', ':', '-', '*' and '#'";
  refuse(scope, { code: "BadName", prop, must, got: key, fix: "rename it" });
}

function exchangesOf({ exchanges }: Routing): readonly [string, readonly string[]] {
  return ["exchange", exchanges.map(({ name }) => name)];
}
