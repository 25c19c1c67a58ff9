import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { ENVIRONMENTS, type Environment } from "../../config/environments";
import { addTo as addCluster } from "../../stacks/critter/rabbitmq-cluster";
import { addTo as addManaged } from "../../stacks/critter/rabbitmq-managed";
import { addTo as addSingle } from "../../stacks/critter/rabbitmq-single";
import { connections } from "../helpers/projection";
import { at, type Json, listAt, nameOf, quietApp, type Synthesised, synth, warnings } from "../helpers/synth";

type AddTo = (scope: Construct, environment: Environment) => TerraformStack;

/** Both stacks of a form, as they are and as Terraform JSON. */
function build(addTo: AddTo, environment: Environment = ENVIRONMENTS.sandbox) {
  const app = quietApp();
  const stack = addTo(app, environment);
  const platform = app.node.findChild(`${stack.node.id}-platform`) as TerraformStack;
  return { stack, platform, topology: synth(stack), broker: synth(platform) };
}

const single = build(addSingle);
const cluster = build(addCluster);
const managed = build(addManaged);
const FORMS = [
  { id: "critter-rabbitmq-single", form: single, addTo: addSingle },
  { id: "critter-rabbitmq-cluster", form: cluster, addTo: addCluster },
  { id: "critter-rabbitmq-managed", form: managed, addTo: addManaged },
];

/** Manifests of all releases, in the order of the resources. */
function manifests(json: Synthesised): Json[] {
  return json
    .all("helm_release")
    .flatMap((release) => listAt(JSON.parse(String(listAt(release, "values")[0])), "manifests") as Json[]);
}

function manifest(json: Synthesised, kind: string): Json {
  const found = manifests(json).find((it) => it["kind"] === kind);
  if (found === undefined) throw new Error(`no manifest is a ${kind}`);
  return found;
}

describe.each(FORMS)("$id", ({ id, form, addTo }) => {
  const { stack, platform, topology, broker } = form;

  test("is this on one page", () => {
    for (const json of [broker, topology])
      expect(Object.fromEntries(json.types.map((type) => [type, json.ids(type)]))).toMatchSnapshot();
  });

  test("makes the broker first, since its management API must answer before queues can be made", () => {
    expect([platform.node.id, stack.node.id]).toEqual([`${id}-platform`, id]);
    expect(stack.dependsOn(platform)).toBe(true);
    expect(broker.types.filter((type) => type.startsWith("rabbitmq_"))).toEqual([]);
    expect(topology.types.filter((type) => !type.startsWith("rabbitmq_"))).toEqual([]);
  });

  test("has the same durable quorum queues as the other forms", () => {
    const names = topology.all("rabbitmq_queue").map(nameOf).sort();
    expect(names).toEqual(["dead-letters", "inventory-reservations", "orders", "payment-transactions"]);
    for (const queue of topology.all("rabbitmq_queue")) {
      expect(at(queue, "settings")).toMatchObject({ durable: true, arguments: { "x-queue-type": "quorum" } });
    }
    expect(at(topology.block("resource"), "rabbitmq_queue")).toEqual(
      at(single.topology.block("resource"), "rabbitmq_queue"),
    );
  });

  test("takes password and address from the deployer, and writes no secret to plan or state", () => {
    expect(at(topology.block("provider"), "rabbitmq.0")).toEqual({
      endpoint: "${var.rabbitmq_endpoint}",
      username: "${var.rabbitmq_username}",
      password: "${var.rabbitmq_password}",
    });
    const secret = { sensitive: true, ephemeral: true };
    expect(at(topology.block("variable"), "rabbitmq_password")).toMatchObject(secret);
    expect(topology.types).not.toContain("rabbitmq_user");
    const passed = broker.text.match(/\$\{var\.\w*(?:password|key)\w*}/g) ?? [];
    for (const name of passed) {
      expect(at(broker.block("variable"), name.slice(6, -1))).toMatchObject(secret);
    }
  });

  test("lets messages be deleted in a sandbox alone", () => {
    const keeps = (json: Synthesised) =>
      ["rabbitmq_queue", "rabbitmq_vhost", "cloudamqp_instance"]
        .flatMap((type) => json.all(type))
        .map((resource) => at(resource, "lifecycle.prevent_destroy"));
    expect(new Set([...keeps(topology), ...keeps(broker)])).toEqual(new Set([false]));
    const production = build(addTo, ENVIRONMENTS.production);
    expect(new Set([...keeps(production.topology), ...keeps(production.broker)])).toEqual(new Set([true]));
  });

  test("says each change from the review once", () => {
    const said = warnings(platform).filter((it) => it.startsWith("review 002,"));
    expect(said).toHaveLength(
      { single: 2, cluster: 1, managed: 2 }[id.slice("critter-rabbitmq-".length)] ?? 0,
    );
    expect(new Set(said).size).toBe(said.length);
    expect(warnings(stack)).toEqual([]);
  });

  test("pins its providers", () => {
    for (const json of [broker, topology]) {
      const providers = Object.values(at(JSON.parse(json.text), "terraform.required_providers") as Json);
      expect(providers).not.toEqual([]);
      for (const provider of providers) expect(at(provider, "version")).toMatch(/\d/);
    }
  });
});

describe.each(FORMS.slice(0, 2))("$id on Kubernetes", ({ id, form: { broker } }) => {
  const DNS = ["kube-system:kube-dns 53/UDP", "kube-system:kube-dns 53/TCP"];
  const isCluster = id.endsWith("cluster");
  const amongNodes = isCluster
    ? ["here:rabbitmq,messaging 4369/TCP", "here:rabbitmq,messaging 25672/TCP"]
    : [];

  test("runs in a namespace of its own that is restricted and denies by default", () => {
    const namespace = broker.only("kubernetes_namespace_v1");
    expect(nameOf(namespace)).toBe(id);
    expect(at(namespace, "metadata.labels")).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
    });
    expect(at(broker.named("kubernetes_network_policy_v1", "default-deny"), "spec")).toEqual({
      pod_selector: {},
      policy_types: ["Ingress", "Egress"],
    });
  });

  test("lets the bounded contexts publish and Prometheus read, and nobody manage from the internet", () => {
    expect(connections(broker, "messaging", "ingress")).toEqual([
      "critter-supply:critter-supply 5672/TCP",
      "observability:any pod 15692/TCP",
      ...amongNodes,
      ...(isCluster ? ["rabbitmq-system:any pod 15672/TCP"] : []),
    ]);
    expect(connections(broker, "messaging", "egress")).toEqual([...DNS, ...amongNodes]);
  });

  test("watches dead letters and backlog by single queues, which only the detailed metrics have", () => {
    const endpoints = listAt(manifest(broker, "PodMonitor"), "spec.podMetricsEndpoints");
    expect(endpoints.map((endpoint) => (endpoint as Json)["path"])).toEqual([undefined, "/metrics/detailed"]);
    const rules = listAt(manifest(broker, "PrometheusRule"), "spec.groups.0.rules");
    const [deadLetters, backlog] = rules.map((rule) => String(at(rule, "expr")));
    expect(rules).toHaveLength(2);
    expect(deadLetters).toContain('{queue=~"dead-letters"}');
    expect(backlog).toContain('{queue=~"orders|inventory-reservations|payment-transactions"}');
  });
});

test("single: one pod on a volume, under a node name that stays", () => {
  const set = single.broker.only("kubernetes_stateful_set_v1");
  expect(at(set, "spec.replicas")).toBe("1");
  expect(at(set, "spec.volume_claim_template.0.spec.resources.requests.storage")).toBe("10Gi");
  const environment = listAt(set, "spec.template.spec.container.0.env");
  expect(environment).toContainEqual({ name: "RABBITMQ_NODENAME", value: "rabbit@messaging-0" });
  expect(at(single.broker.only("kubernetes_secret_v1"), "data_wo")).toEqual({
    username: "${var.rabbitmq_username}",
    password: "${var.rabbitmq_password}",
  });
});

test("cluster: three nodes, of which a drain takes one at a time", () => {
  expect(at(manifest(cluster.broker, "RabbitmqCluster"), "spec.replicas")).toBe(3);
  const budget = cluster.broker.only("kubernetes_pod_disruption_budget_v1");
  expect(at(budget, "spec.max_unavailable")).toBe("1");
});

test("Kubernetes forms run the same pinned image", () => {
  const [pod] = listAt(single.broker.only("kubernetes_stateful_set_v1"), "spec.template.spec.container");
  expect(at(pod, "image")).toBe("rabbitmq:4.2.6-management");
  expect(at(manifest(cluster.broker, "RabbitmqCluster"), "spec.image")).toBe("rabbitmq:4.2.6-management");
});

test("managed: three dedicated nodes of CloudAMQP, not the shared plan of the review", () => {
  expect(managed.broker.only("cloudamqp_instance")).toMatchObject({
    name: "messaging-sandbox",
    plan: "bunny-3",
    region: "azure-arm::westeurope",
    rmq_version: "4.2.6",
  });
  expect(warnings(managed.platform).filter((it) => it.includes("shared plan"))).toHaveLength(1);
});
