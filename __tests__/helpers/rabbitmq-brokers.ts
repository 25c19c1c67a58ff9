import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import {
  CloudamqpProvider,
  RabbitMqDurable,
  type RabbitMqDurableProps,
} from "../../constructs/rabbitmq-durable";
import { RabbitmqProvider } from "../../imports/providers/rabbitmq/provider";
import { withoutId } from "./synth";

/** Where a broker runs. */
export type Mode = RabbitMqDurableProps["mode"];
type PropsOf<M extends Mode> = Omit<Extract<RabbitMqDurableProps, { mode: M }>, "mode">;
type Json = Record<string, unknown>;

const APP = { labels: { app: "orders" } };
const SINGLE: PropsOf<"single"> = { namespace: "shop", name: "mq", adminSecret: "mq-admin", clients: [APP] };
const CLUSTER: PropsOf<"cluster"> = { namespace: "shop", name: "mq", clients: [APP] };
const AMAZON: PropsOf<"amazonMq"> = {
  name: "mq",
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  clientCidrs: ["10.0.0.0/16"],
  admin: { username: "admin", password: "${var.password}" },
};
const CLOUD: PropsOf<"cloudAmqp"> = { name: "mq", plan: "bunny-3", region: "azure-arm::westeurope" };

/** A stack with every provider that a mode may need. */
export function stack(): TerraformStack {
  const created = new TerraformStack(new App(), "Stack");
  new KubernetesProvider(created, "kubernetes", {});
  new HelmProvider(created, "helm", {});
  new AwsProvider(created, "aws", { region: "eu-west-1" });
  new CloudamqpProvider(created, "cloudamqp", { apikey: "${var.key}" });
  new RabbitmqProvider(created, "rabbitmq", { endpoint: "e", username: "u", password: "p" });
  return created;
}

/** The smallest broker of each mode, with further props. */
export const single = (props: Partial<PropsOf<"single">> = {}, scope = stack()) =>
  new RabbitMqDurable(scope, "Mq", { mode: "single", ...SINGLE, ...props });
export const cluster = (props: Partial<PropsOf<"cluster">> = {}, scope = stack()) =>
  new RabbitMqDurable(scope, "Mq", { mode: "cluster", ...CLUSTER, ...props });
export const amazonMq = (props: Partial<PropsOf<"amazonMq">> = {}, scope = stack()) =>
  new RabbitMqDurable(scope, "Mq", { mode: "amazonMq", ...AMAZON, ...props });
export const cloudAmqp = (props: Partial<PropsOf<"cloudAmqp">> = {}, scope = stack()) =>
  new RabbitMqDurable(scope, "Mq", { mode: "cloudAmqp", ...CLOUD, ...props });

/** Resources of the broker's stack by type and logical id. */
export function resources(durable: RabbitMqDurable): Record<string, Record<string, Json>> {
  return JSON.parse(Testing.synth(TerraformStack.of(durable), true)).resource;
}

/** Resources of one type. */
export function all(durable: RabbitMqDurable, type: string): Json[] {
  return Object.values(resources(durable)[type] ?? {});
}

/** A value deep in a resource, by its path. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (found as Json | undefined)?.[key], value);
}

/** The StatefulSet of the single mode. */
export function statefulSet(durable: RabbitMqDurable): Json {
  return all(durable, "kubernetes_stateful_set_v1")[0] ?? {};
}

/** The only container of the single mode. */
export function container(durable: RabbitMqDurable): Json {
  return at(statefulSet(durable), "spec", "template", "spec", "container", 0) as Json;
}

/** The `RabbitmqCluster` that the cluster mode hands to its Helm release. */
export function rabbitmqCluster(durable: RabbitMqDurable): Json {
  const values = at(all(durable, "helm_release")[0], "values", 0) as string;
  return at(JSON.parse(values), "manifests", 0) as Json;
}

/** Who may reach the pods, or whom they: `<peer> <port>/<protocol>`. */
export function connections(durable: RabbitMqDurable, direction: "ingress" | "egress"): string[] {
  const [policy] = all(durable, "kubernetes_network_policy_v1");
  const rules = (at(policy, "spec", direction) ?? []) as { ports: { port: string; protocol: string }[] }[];
  return rules.flatMap((rule) => {
    const peer = JSON.stringify(at(rule, direction === "ingress" ? "from" : "to", 0));
    return rule.ports.map(({ port, protocol }) => `${peer} ${port}/${protocol}`);
  });
}

/** Warnings about the broker and what is on it. */
export function warnings(durable: RabbitMqDurable): unknown[] {
  return [durable, durable.broker].flatMap(({ node }) =>
    node.metadata.map(({ data }) => withoutId(String(data))),
  );
}
