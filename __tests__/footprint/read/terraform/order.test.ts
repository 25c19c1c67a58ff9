import { toFootprint } from "../../../../footprint/read";
import fc, { runs } from "../../../helpers/fast-check";
import { deployment } from "../fixtures";

/** Resources of several types that refer to each other. */
const NAMES = ["api", "fuji", "gateway", "web"];
const policy = (name: string) => ({
  metadata: { name, namespace: "b2b" },
  spec: {
    pod_selector: { match_labels: { app: name } },
    policy_types: ["Ingress"],
    ingress: NAMES.map((app) => ({
      from: { pod_selector: { match_labels: { app } } },
      ports: { port: "${var.port}" },
    })),
  },
});
const RESOURCES: readonly (readonly [string, string, unknown])[] = NAMES.flatMap((name) => [
  ["kubernetes_deployment_v1", name, deployment(name, [{ name, image: `acme/${name}:\${var.tag}` }])],
  ["kubernetes_deployment", name, deployment(name, [{ name, image: "nginx" }])],
  ["kubernetes_network_policy_v1", name, policy(name)],
  ["kafka_topic", name, { name, partitions: "${kafka_topic.api.count}" }],
  ["aws_nat_gateway", name, {}],
  [
    "kubernetes_pod_disruption_budget_v1",
    name,
    { metadata: { namespace: "b2b" }, spec: { max_unavailable: name.length, selector: {} } },
  ],
  [
    "kubernetes_horizontal_pod_autoscaler_v2",
    name,
    {
      metadata: { namespace: "b2b" },
      spec: { max_replicas: name.length, scale_target_ref: { name: "api" } },
    },
  ],
]);

function documentOf(resources: readonly (readonly [string, string, unknown])[]): object {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [type, name, body] of resources) resource[type] = { ...resource[type], [name]: body };
  return { resource };
}

it("reads the same from any order of the resources", () => {
  const expected = JSON.stringify(toFootprint(documentOf(RESOURCES)));
  fc.assert(
    fc.property(fc.shuffledSubarray([...RESOURCES], { minLength: RESOURCES.length }), (shuffled) => {
      expect(JSON.stringify(toFootprint(documentOf(shuffled)))).toBe(expected);
    }),
    runs(10),
  );
});

it("reads the same from any order of a plan's resources, and of a list's objects", () => {
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  const known = RESOURCES.filter(([type]) => type !== "kafka_topic");
  const planned = known.map(([type, name, values]) => ({
    address: `${type}.${name}`,
    type,
    name,
    values,
  }));
  const plan = (resources: unknown) => ({
    format_version: "1.2",
    planned_values: { root_module: { resources } },
  });
  const items = NAMES.flatMap((name) => [
    { apiVersion: "apps/v1", kind: "Deployment", metadata: { name }, spec: { template: pods(name) } },
    { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name } },
  ]);
  const list = (objects: unknown) => ({ apiVersion: "v1", kind: "List", items: objects });
  const both = (resources: unknown, objects: unknown) =>
    JSON.stringify([toFootprint(plan(resources)), toFootprint(list(objects))]);
  const expected = both(planned, items);
  fc.assert(
    fc.property(shuffled(planned), shuffled(items), (resources, objects) => {
      expect(both(resources, objects)).toBe(expected);
    }),
    runs(5),
  );
});

/** A pod template that mounts everyone's claims. */
function pods(name: string): object {
  const volumes = NAMES.map((claimName) => ({ persistentVolumeClaim: { claimName } }));
  return { spec: { containers: [{ name, image: `acme/postgres:${name.length}` }], volumes } };
}

it("changes when any resource but an unweighed one is left out", () => {
  const expected = JSON.stringify(toFootprint(documentOf(RESOURCES)));
  for (const left of RESOURCES) {
    const rest = RESOURCES.filter((resource) => resource !== left);
    const changed = JSON.stringify(toFootprint(documentOf(rest))) !== expected;
    // The first budget in order of the addresses counts, and the others add nothing.
    if (left[0] !== "kubernetes_pod_disruption_budget_v1") expect([left, changed]).toEqual([left, true]);
  }
});
