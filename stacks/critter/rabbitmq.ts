import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import {
  CRITTER_RABBITMQ,
  RABBITMQ_DEVIATIONS,
  type RabbitMqForm,
} from "../../config/reviews/002-critter-supply/application";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import { RestrictedNamespace, secretVariable } from "../../constructs/core";
import { RabbitMqTopology } from "../../constructs/rabbitmq-durable";
import { RabbitmqProvider } from "../../imports/providers/rabbitmq/provider";
import { warnOfDeviations } from "../deviations";
import { guardHosts } from "../hosts";
import { OptionStack, useCluster } from "../stack";

/** Makes the broker of one form in the stack that is given to it. */
export type AddBroker = (stack: OptionStack, id: string) => void;

/**
 * One form of RabbitMQ as two stacks: `<id>-platform` has the broker, `<id>` what is on it. Terraform's provider talks
 * to the management API of a broker, which must be up and within reach before anything can be made on it: the
 * operator's nodes come up after their apply has ended, and nobody outside of a cluster reaches what is in it.
 * @see 002_3f566cf14e5265d2.txt, "Decision 2: RabbitMQ - Single Instance or Managed HA?"
 */
export function addRabbitMq(
  scope: Construct,
  environment: Environment,
  form: RabbitMqForm,
  addBroker: AddBroker,
): OptionStack {
  const id = `critter-rabbitmq-${form}`;
  const platform = new OptionStack(scope, `${id}-platform`, environment);
  warnOfDeviations(platform, "002", RABBITMQ_DEVIATIONS[form]);
  addBroker(platform, id);

  const stack = new OptionStack(scope, id, environment);
  stack.addDependency(platform);
  useBroker(stack);
  new RabbitMqTopology(stack, "Topology", {
    ...CRITTER_TOPOLOGY,
    replicated: form !== "single",
    preventDestroy: environment.keepsData,
  });
  return stack;
}

/** The namespace of a broker on Kubernetes, which denies all but what its own policy names. */
export function addNamespace(stack: OptionStack, id: string): string {
  useCluster(stack);
  return new RestrictedNamespace(stack, "Namespace", { name: id }).namespaceName;
}

/** Props of both forms on Kubernetes: publishers, consumers and readers of metrics. */
export function brokerProps({ collector }: Environment, namespace: string) {
  const { name, clients } = CRITTER_RABBITMQ;
  return { name, namespace, clients: [clients], scrapers: [{ namespace: collector.namespace }] };
}

/** Name and password of the administrator are the deployer's in either stack; the password is in no state. */
export function administrator(stack: OptionStack): { readonly username: string; readonly password: string } {
  return {
    username: stack.input("rabbitmq_username", "string", "Administrator of the broker").stringValue,
    password: secretVariable(stack, "rabbitmq_password", "Password of the administrator"),
  };
}

/** Terraform's provider of the broker, which the deployer leads to it. */
export function useBroker(stack: OptionStack): void {
  const where = "Management API as Terraform reaches it, for example http://localhost:15672";
  new RabbitmqProvider(stack, "RabbitMq", {
    endpoint: guardHosts(stack, "rabbitmq", stack.input("rabbitmq_endpoint", "string", where)).stringValue,
    ...administrator(stack),
  });
}
