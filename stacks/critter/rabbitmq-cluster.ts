import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { CRITTER_RABBITMQ } from "../../config/reviews/002-critter-supply/application";
import { RabbitMqDurable } from "../../constructs/rabbitmq-durable";
import type { OptionStack } from "../stack";
import { addNamespace, addRabbitMq, brokerProps } from "./rabbitmq";
import { addQueueMonitoring } from "./rabbitmq-monitoring";

/**
 * Three nodes of one's own, run by the RabbitMQ Cluster Operator, which must be installed.
 * @see 002_3f566cf14e5265d2.txt, "Decision 2: RabbitMQ - Single Instance or Managed HA?"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addRabbitMq(scope, environment, "cluster", addBroker);
}

function addBroker(stack: OptionStack, id: string): void {
  const namespace = addNamespace(stack, id);
  new RabbitMqDurable(stack, "Messaging", {
    mode: "cluster",
    ...brokerProps(stack.environment, namespace),
  });
  // The operator's own labels and name of the port.
  const podLabels = { "app.kubernetes.io/name": CRITTER_RABBITMQ.name };
  addQueueMonitoring(stack, id, { namespace, podLabels, port: "prometheus" });
}
