import { allowed, fromTerraform, warningsOf } from "../../network";
import { linesOf } from "./cluster";

const LABELS = (app: string) => ({
  labels: { app },
  name: app,
  namespace: "${kubernetes_namespace_v1.shop.metadata[0].name}",
});
const TEMPLATE = (app: string) => ({
  metadata: { labels: { app } },
  spec: { container: [{ name: app, port: [{ container_port: 5432, name: "sql" }] }] },
});

function document(cidr: string, port = "443") {
  return {
    resource: {
      kubernetes_namespace_v1: { shop: { metadata: { name: "shop" } } },
      kubernetes_deployment_v1: {
        web: { metadata: LABELS("web"), spec: { template: TEMPLATE("web") } },
        db: { metadata: LABELS("db"), spec: { template: TEMPLATE("db") } },
      },
      kubernetes_network_policy: {
        web: {
          metadata: { name: "web", namespace: "shop" },
          spec: {
            pod_selector: { match_labels: { app: "web" } },
            policy_types: ["Ingress", "Egress"],
            egress: [
              { to: [{ ip_block: { cidr } }], ports: [{ port, protocol: "TCP" }] },
              {
                to: [
                  { pod_selector: { match_expressions: [{ key: "app", operator: "In", values: ["db"] }] } },
                ],
                ports: [{ port: "sql" }],
              },
            ],
          },
        },
      },
    },
  };
}

test("resources of the kubernetes provider: references resolved, ports as numbers or names", () => {
  const model = fromTerraform([{ document: document("10.0.0.0/8") }]);
  expect(linesOf(model).filter((line) => line.startsWith("shop/web"))).toEqual([
    "shop/web[Deployment] => 10.0.0.0-10.255.255.255 : TCP 443",
    "shop/web[Deployment] => shop/db[Deployment] : TCP 5432",
  ]);
});

test("a policy with a value that only an apply knows leaves its namespace undetermined", () => {
  const model = fromTerraform([{ document: document("${aws_vpc.main.cidr_block}") }]);
  expect(allowed(model, "shop/web", "shop/db", 5432)).toBeUndefined();
  expect(warningsOf(model)).toEqual([
    "NetworkPolicy shop/web is not evaluated (it has values that only an apply knows): connections of pods in namespace shop are undetermined",
  ]);
});

test("a plan writes blocks as lists", () => {
  const values = {
    metadata: [{ name: "web", namespace: "shop", labels: { app: "web" } }],
    spec: [
      {
        template: [
          {
            metadata: [{ labels: { app: "web" } }],
            spec: [{ container: [{ port: [] }], host_network: true }],
          },
        ],
      },
    ],
  };
  const policy = {
    metadata: [{ name: "deny", namespace: "shop" }],
    spec: [
      {
        pod_selector: [{ match_labels: null, match_expressions: [] }],
        policy_types: ["Egress"],
        egress: [],
        ingress: [],
      },
    ],
  };
  const resources = [
    {
      address: "kubernetes_deployment_v1.web",
      mode: "managed",
      type: "kubernetes_deployment_v1",
      name: "web",
      values,
    },
    {
      address: "kubernetes_network_policy_v1.deny",
      mode: "managed",
      type: "kubernetes_network_policy_v1",
      name: "deny",
      values: policy,
    },
  ];
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources } },
    configuration: { root_module: { resources: [] } },
    resource_changes: [],
  };
  const model = fromTerraform([{ document: plan }]);
  expect(model.workloads).toMatchObject([{ name: "web", hostNetwork: true, labels: { app: "web" } }]);
  expect(linesOf(model)).toEqual(["0.0.0.0-255.255.255.255 => shop/web[Deployment] : All Connections"]);
});

test("manifests of a Helm release, in its namespace", () => {
  const manifests = [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "web" },
      spec: { template: { metadata: { labels: { app: "web" } }, spec: { containers: [] } } },
    },
    {
      apiVersion: "policy.networking.k8s.io/v1beta1",
      kind: "ClusterNetworkPolicy",
      metadata: { name: "deny" },
      spec: {
        tier: "Admin",
        priority: 1,
        subject: { namespaces: {} },
        egress: [{ action: "Deny", to: [{ networks: ["0.0.0.0/0"] }] }],
      },
    },
  ];
  const helm_release = {
    m: { name: "m", namespace: "shop", chart: "./charts/manifests", values: [JSON.stringify({ manifests })] },
  };
  expect(linesOf(fromTerraform([{ document: { resource: { helm_release } } }]))).toEqual([
    "0.0.0.0-255.255.255.255 => shop/web[Deployment] : All Connections",
  ]);
});

test("an object that two stacks create is there once", () => {
  const stack = { document: document("10.0.0.0/8") };
  expect(linesOf(fromTerraform([stack, stack]))).toEqual(linesOf(fromTerraform([stack])));
});

test("what creates objects that are not in the document is a warning", () => {
  const helm_release = { cert: { name: "cert-manager", chart: "cert-manager" } };
  const module = { cluster: { source: "./cluster" } };
  expect(warningsOf(fromTerraform([{ document: { resource: { helm_release }, module } }]))).toEqual([
    "module.cluster: contents not in the document",
    expect.stringMatching(/^helm_release\.cert: helm release cert-manager: /),
  ]);
});
