import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { CRITTER_RABBITMQ } from "../../config/reviews/002-critter-supply/application";
import { RabbitMqDurable } from "../../constructs/rabbitmq-durable";
import type { OptionStack } from "../stack";
import { addNamespace, addRabbitMq, administrator, brokerProps } from "./rabbitmq";
import { addQueueMonitoring } from "./rabbitmq-monitoring";

/**
 * The review's week-1 fix: one node that keeps its messages over a restart.
 * @see 002_3f566cf14e5265d2.txt, "1. RabbitMQ Message Loss Risk"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addRabbitMq(scope, environment, "single", addBroker);
}

function addBroker(stack: OptionStack, id: string): void {
  const namespace = addNamespace(stack, id);
  const secret = new SecretV1(stack, "Administrator", {
    metadata: { name: `${CRITTER_RABBITMQ.name}-admin`, namespace },
    type: "Opaque",
    dataWo: { ...administrator(stack) },
    dataWoRevision: 1,
  });
  new RabbitMqDurable(stack, "Messaging", {
    mode: "single",
    ...brokerProps(stack.environment, namespace),
    adminSecret: secret.metadata.name,
  });
  const podLabels = { app: CRITTER_RABBITMQ.name };
  addQueueMonitoring(stack, id, { namespace, podLabels, port: "metrics" });
}
