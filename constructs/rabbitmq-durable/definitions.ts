import { DEFAULT_VHOST, exactly } from "./names";
import { QUEUE_POLICY_PRIORITY } from "./policy-spec";
import { queueSettings, queueType } from "./queue-spec";
import type { Topology } from "./rabbitmq-topology";

/** Settings whose values are numbers. */
const NUMBERS: ReadonlySet<string> = new Set(["max-length", "message-ttl", "delivery-limit"]);

/**
 * A topology as definitions that a broker imports when it starts: for brokers that Terraform cannot reach. Users and
 * permissions are omitted, since the definition of a user contains a password hash.
 * @param rabbitMqMajor major version of the broker, 3 or 4
 * @see https://www.rabbitmq.com/docs/definitions
 */
export function rabbitMqDefinitions(topology: Topology, rabbitMqMajor = 4) {
  const { vhost, queues, exchanges = [], bindings = [], policies = [] } = topology;
  const own = queues.flatMap((spec) => {
    const settings = Object.entries(queueSettings(spec, rabbitMqMajor));
    if (settings.length === 0) return [];
    const definition = settings.map(([key, value]) => [key, NUMBERS.has(key) ? Number(value) : value]);
    return [
      {
        name: spec.name,
        pattern: exactly([spec.name]),
        applyTo: "queues",
        definition: Object.fromEntries(definition),
        priority: QUEUE_POLICY_PRIORITY,
      },
    ];
  });
  return {
    vhosts: vhost === DEFAULT_VHOST ? [] : [{ name: vhost }],
    exchanges: exchanges.map(({ name, type, alternateExchange }) => ({
      name,
      vhost,
      type,
      durable: true,
      auto_delete: false,
      internal: false,
      arguments: alternateExchange === undefined ? {} : { "alternate-exchange": alternateExchange },
    })),
    queues: queues.map((spec) => ({
      name: spec.name,
      vhost,
      durable: true,
      auto_delete: false,
      arguments: { "x-queue-type": queueType(spec) },
    })),
    bindings: bindings.map(({ exchange, queue, routingKey = "" }) => ({
      source: exchange,
      vhost,
      destination: queue,
      destination_type: "queue",
      routing_key: routingKey,
      arguments: {},
    })),
    policies: [...policies, ...own].map(({ name, pattern, applyTo, definition, priority = 0 }) => ({
      vhost,
      name,
      pattern,
      "apply-to": applyTo,
      definition,
      priority,
    })),
  };
}
