import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireDistinct, requireObjectName, requireOneOf } from "./names";
import type { QueueSpec } from "./queue-spec";

/** One exchange; always durable. */
export interface ExchangeSpec {
  readonly name: string;
  readonly type: "direct" | "topic" | "fanout" | "headers";
  /**
   * Exchange of this topology for messages that match no binding. Without one the broker confirms such a message and
   * drops it.
   * @default - none
   * @see https://www.rabbitmq.com/docs/ae
   */
  readonly alternateExchange?: string;
}

/** Routes messages from an exchange to a queue. */
export interface BindingSpec {
  readonly exchange: string;
  readonly queue: string;
  /**
   * Routing key, or pattern of a topic exchange: `order.*`, `order.#`.
   * @default - the empty key, which is sufficient for a fanout exchange
   */
  readonly routingKey?: string;
}

/** The parts of a topology that route messages. */
interface Routing {
  readonly queues: readonly QueueSpec[];
  readonly exchanges: readonly ExchangeSpec[];
  readonly bindings: readonly BindingSpec[];
}

/** @throws ValidationError `BadName`, `Conflict`, `Unknown`, `Missing` */
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

/** Identity of a binding, as text. */
export function bindingKey({ exchange, queue, routingKey = "" }: BindingSpec): string {
  return `${exchange} -> ${queue} (${routingKey})`;
}

/** Without another queue bound to the exchange, dead letters are lost, or wait forever and fill the queue. */
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
  refuse(scope, { code: "Missing", prop, must: "route to another queue", got: deadLetterExchange, fix });
}

/** The provider splits the id of a binding at each `/`. */
function requireRoutingKey(scope: IConstruct, prop: string, key: string): void {
  if (isToken(key) || /^[a-zA-Z0-9._:*#-]{0,255}$/.test(key)) return;
  const must = "be at most 255 of the characters a-z, A-Z, 0-9, '.', '_', ':', '-', '*' and '#'";
  refuse(scope, { code: "BadName", prop, must, got: key, fix: "rename it" });
}

function exchangesOf({ exchanges }: Routing): readonly [string, readonly string[]] {
  return ["exchange", exchanges.map(({ name }) => name)];
}
