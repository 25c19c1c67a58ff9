import { fromKubernetes, warningsOf } from "../../network";
import { clusterOf, deployment, listOf, networkPolicy } from "./cluster";

const TEMPLATE = "template: { metadata: { labels: { app: x } }, spec: { containers: [] } }";

test.each([
  ["v1", "Pod", "containers: []"],
  ["v1", "ReplicationController", TEMPLATE],
  ["apps/v1", "Deployment", TEMPLATE],
  ["apps/v1", "StatefulSet", TEMPLATE],
  ["apps/v1", "DaemonSet", TEMPLATE],
  ["apps/v1", "ReplicaSet", TEMPLATE],
  ["batch/v1", "Job", TEMPLATE],
  ["batch/v1", "CronJob", `jobTemplate: { spec: { ${TEMPLATE} } }`],
  ["argoproj.io/v1alpha1", "Rollout", TEMPLATE],
  ["apps.openshift.io/v1", "DeploymentConfig", TEMPLATE],
])("%s %s", (apiVersion, kind, spec) => {
  const { workloads } = clusterOf(
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, labels: { app: x } }\nspec: { ${spec} }`,
  );
  expect(workloads).toMatchObject([{ namespace: "default", name: "a", kind, labels: { app: "x" } }]);
});

test("lists are unfolded, and items of a list of one kind need not repeat it", () => {
  const pod = "{ metadata: { name: a }, spec: { containers: [] } }";
  const typed = "{ apiVersion: v1, kind: Pod, metadata: { name: b }, spec: { containers: [] } }";
  const { workloads } = clusterOf(
    `apiVersion: v1\nkind: PodList\nitems: [${pod}]`,
    `apiVersion: v1\nkind: List\nitems: [${typed}]`,
  );
  expect(workloads.map(({ name }) => name)).toEqual(["a", "b"]);
});

const OWNED = (name: string) => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: web }, ownerReferences: [{ kind: ReplicaSet, name: web-1, controller: true }] }
spec: { containers: [] }
`;

test("pods of one controller are one workload, that of the controller", () => {
  expect(
    listOf(OWNED("a"), OWNED("b"), deployment("shop", "db")).filter((line) => !line.includes("0.0.0.0")),
  ).toEqual([
    "shop/db[Deployment] => shop/web-1[ReplicaSet] : All Connections",
    "shop/web-1[ReplicaSet] => shop/db[Deployment] : All Connections",
  ]);
});

test("pods of a controller that is declared too are listed once", () => {
  const replicaSet = `
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: web-1, namespace: shop, ownerReferences: [{ kind: Deployment, name: web, controller: true }] }
spec: { ${TEMPLATE} }
`;
  const { workloads } = clusterOf(deployment("shop", "web"), replicaSet, OWNED("a"));
  expect(workloads.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["Deployment web"]);
});

test("ports of init containers do not count, and a name that nothing has is a warning", () => {
  const pod = deployment("shop", "web", {
    spec: "initContainers: [{ ports: [{ name: http, containerPort: 1 }] }],",
  });
  const policy = networkPolicy("p", "{ podSelector: {}, ingress: [{ ports: [{ port: http }] }] }");
  expect(listOf(pod, policy)).toEqual(["shop/web[Deployment] => 0.0.0.0-255.255.255.255 : All Connections"]);
  expect(warningsOf(clusterOf(pod, policy))).toEqual([
    "NetworkPolicy shop/p: ingress rule 1: shop/web[Deployment] has no port named http of TCP",
  ]);
});

test("objects may be given as values", () => {
  const value = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } };
  expect(fromKubernetes([{ value }]).workloads).toHaveLength(1);
});
