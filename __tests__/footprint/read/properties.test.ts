import fc from "fast-check";
import { InputError, toFootprint } from "../../../footprint/read";
import { deployment } from "./fixtures";

const TYPES = [
  "kubernetes_deployment_v1",
  "kubernetes_horizontal_pod_autoscaler_v2",
  "kubernetes_network_policy_v1",
  "kubernetes_pod_disruption_budget",
  "kubernetes_ingress_v1",
  "kubernetes_service_v1",
  "kubernetes_secret",
  "kubernetes_cron_job_v1",
  "kubernetes_manifest",
  "helm_release",
  "aws_elasticache_replication_group",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_opensearch_domain",
  "aws_secretsmanager_secret_version",
  "aws_autoscaling_group",
  "kafka_topic",
  "rabbitmq_queue",
  "__proto__",
  "constructor",
];

const KEYS = [
  ...[
    "metadata",
    "name",
    "namespace",
    "labels",
    "annotations",
    "spec",
    "template",
    "container",
    "init_container",
  ],
  ...[
    "resources",
    "requests",
    "limits",
    "cpu",
    "memory",
    "image",
    "replicas",
    "metric",
    "resource",
    "target",
    "type",
  ],
  ...[
    "scale_target_ref",
    "max_replicas",
    "min_replicas",
    "pod_selector",
    "match_labels",
    "match_expressions",
    "key",
  ],
  ...[
    "operator",
    "values",
    "ingress",
    "from",
    "ports",
    "port",
    "ip_block",
    "cidr",
    "except",
    "rule",
    "http",
    "path",
  ],
  ...[
    "backend",
    "service",
    "manifest",
    "kind",
    "apiVersion",
    "chart",
    "count",
    "for_each",
    "dynamic",
    "config",
  ],
  ...[
    "partitions",
    "settings",
    "arguments_json",
    "secret_id",
    "secret_string",
    "cluster_identifier",
    "engine",
  ],
  ...[
    "selector",
    "data",
    "job_template",
    "min_size",
    "launch_template",
    "__proto__",
    "constructor",
    "toString",
    "//",
  ],
];

const TEXTS = [
  ...[
    "api",
    "250m",
    "1Gi",
    "-1",
    "1e400",
    "Deployment",
    "In",
    "NotIn",
    "Like",
    "apps/v1",
    "x/manifests",
    "",
    "true",
  ],
  ...[
    "${var.a}",
    "${var.b}",
    "x${var.a}${var.b}",
    "${local.a}",
    "${aws_rds_cluster.x.id}",
    "${",
    "$${a}",
    "%{if}",
  ],
  ...[
    '{"manifests":[{"kind":"Deployment","spec":{}}]}',
    "manifests: [{kind: Service}]",
    "a: &a [*a, *a]",
    "[1",
  ],
  "${kubernetes_deployment_v1.x.metadata[0].name}",
];

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: "large" },
    fc.constantFrom(...TEXTS),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 5 })
      .map((all) => Object.fromEntries(all)),
  ),
}));

const entries = (keys: readonly string[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength }).map((all) => Object.fromEntries(all));

const documents = fc.record({
  terraform: value,
  resource: fc.oneof(
    fc
      .array(fc.tuple(fc.constantFrom(...TYPES), entries(["x", "y", "__proto__"], 2)), { maxLength: 6 })
      .map((all) => Object.fromEntries(all)),
    value,
  ),
  variable: fc.constant({ a: { default: "${var.b}" }, b: { default: "${var.a}" } }),
  locals: value,
  data: value,
  module: value,
  "//": value,
});

it("refuses any document with an InputError of one line, or reads it", () => {
  fc.assert(
    fc.property(fc.oneof(documents, fc.anything()), (document) => {
      try {
        toFootprint(document);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as Error).message).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: 1000 },
  );
});

it("reads most fuzzed documents down to their end", () => {
  const sample = fc.sample(documents, { numRuns: 200, seed: 1 });
  const readable = sample.filter((document) => {
    try {
      toFootprint(document);
      return true;
    } catch {
      return false;
    }
  });
  expect(readable.length).toBeGreaterThan(20);
});

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
    { numRuns: 200 },
  );
});

it("changes when any resource but an unweighed one is left out", () => {
  const expected = JSON.stringify(toFootprint(documentOf(RESOURCES)));
  for (const left of RESOURCES) {
    const rest = RESOURCES.filter((resource) => resource !== left);
    const changed = JSON.stringify(toFootprint(documentOf(rest))) !== expected;
    // The first budget in order of the addresses counts, and the others add nothing.
    if (left[0] !== "kubernetes_pod_disruption_budget_v1") expect([left, changed]).toEqual([left, true]);
  }
});
