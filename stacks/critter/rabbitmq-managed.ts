import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { CRITTER_RABBITMQ } from "../../config/reviews/002-critter-supply/application";
import { secretVariable } from "../../constructs/core";
import { type CloudAmqpBroker, CloudamqpProvider, RabbitMqDurable } from "../../constructs/rabbitmq-durable";
import type { OptionStack } from "../stack";
import { addRabbitMq } from "./rabbitmq";

/**
 * Three nodes as a service of CloudAMQP, which the review recommends.
 * @see 002_3f566cf14e5265d2.txt, "Decision 2: RabbitMQ - Single Instance or Managed HA?"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addRabbitMq(scope, environment, "managed", addBroker);
}

function addBroker(stack: OptionStack): void {
  const { plan, region, version } = CRITTER_RABBITMQ.managed;
  new CloudamqpProvider(stack, "CloudAmqp", {
    apikey: secretVariable(stack, "cloudamqp_apikey", "API key of the CloudAMQP team"),
  });
  const { broker } = new RabbitMqDurable(stack, "Messaging", {
    mode: "cloudAmqp",
    name: `${CRITTER_RABBITMQ.name}-${stack.environment.name}`,
    plan,
    region,
    rabbitMqVersion: version,
    tags: [stack.environment.name],
    preventDestroy: stack.environment.keepsData,
  });
  new TerraformOutput(stack, "host", { value: (broker as CloudAmqpBroker).host });
}
