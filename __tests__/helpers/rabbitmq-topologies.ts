import { App, TerraformStack, Testing } from "cdktf";
import {
  type BindingSpec,
  type ExchangeSpec,
  type QueueSpec,
  RabbitMqTopology,
  type RabbitMqTopologyProps,
} from "../../constructs/rabbitmq-durable";
import { RabbitmqProvider } from "../../imports/providers/rabbitmq/provider";
import { withoutId } from "./synth";

export type Resource = Record<string, unknown>;

/** An exchange for dead letters. */
export const FAILED: ExchangeSpec = { name: "failed", type: "fanout" };
const TO_PARKED: BindingSpec = { exchange: "failed", queue: "parked" };
/** A topology in which a queue can send dead letters to `failed`. */
export const WAY_OUT = { exchanges: [FAILED], bindings: [TO_PARKED] };

/** A stack with the provider. */
export function stack(): TerraformStack {
  const created = new TerraformStack(new App(), "Stack");
  new RabbitmqProvider(created, "rabbitmq", {
    endpoint: "http://localhost:15672",
    username: "u",
    password: "p",
  });
  return created;
}

/** A topology with nothing on it but what is given. */
export function build(props: Partial<RabbitMqTopologyProps> = {}, scope = stack()): RabbitMqTopology {
  return new RabbitMqTopology(scope, "Topology", { vhost: "shop", queues: [], ...props });
}

/** Resources of the topology's stack by type and logical id. */
export function resources(topology: RabbitMqTopology): Record<string, Record<string, Resource>> {
  return JSON.parse(Testing.synth(TerraformStack.of(topology), true)).resource ?? {};
}

/** Resources of one type, without the provider's prefix. */
export function list(topology: RabbitMqTopology, type: string): Resource[] {
  return Object.values(resources(topology)[`rabbitmq_${type}`] ?? {});
}

/** The one resource of a type that has a name. */
export function named(topology: RabbitMqTopology, type: string, name: string): Resource | undefined {
  return list(topology, type).find((resource) => resource["name"] === name);
}

/** Arguments of one queue, beside one that takes dead letters. */
export function settings(spec: Partial<QueueSpec>, props: Partial<RabbitMqTopologyProps> = {}): unknown {
  const queues = [{ name: "orders", ...spec }, { name: "parked" }];
  const policy = named(build({ ...WAY_OUT, ...props, queues }), "policy", "orders");
  return (policy?.["policy"] as Resource | undefined)?.["definition"];
}

/** Warnings. */
export function warnings(topology: RabbitMqTopology): unknown[] {
  return topology.node.metadata.map(({ data }) => withoutId(String(data)));
}
