import { stringify } from "yaml";
import type { Footprint } from "../../../../footprint/model";
import { parseYaml } from "../../../../footprint/read/text/yaml";
import { only, read, refusal } from "../fixtures";

const TEMPLATE = {
  metadata: { labels: { app: "api" } },
  spec: { containers: [{ name: "api", image: "nginx:1.28", resources: { requests: { cpu: "250m" } } }] },
};
const metadata = { name: "api", namespace: "b2b" };

function release(
  manifests: readonly object[],
  write: (value: unknown) => string = JSON.stringify,
): Footprint {
  return read({
    helm_release: { R: { name: "objects", chart: "assets/manifests/0123", values: [write({ manifests })] } },
    kubernetes_namespace_v1: { N: { metadata: { name: "b2b" } } },
  });
}

it.each([
  ["JSON", JSON.stringify],
  ["YAML", stringify],
])("reads the objects of the manifests chart, as %s", (_, write) => {
  const footprint = release(
    [
      {
        apiVersion: "argoproj.io/v1alpha1",
        kind: "Rollout",
        metadata,
        spec: { replicas: 2, template: TEMPLATE },
      },
      {
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledObject",
        metadata,
        spec: {
          scaleTargetRef: { kind: "Rollout", name: "api" },
          minReplicaCount: 2,
          maxReplicaCount: 10,
          triggers: [
            { type: "cpu", metadata: { value: "60" } },
            { type: "prometheus", metadata: { metricName: "active_workers", threshold: "8" } },
          ],
        },
      },
    ],
    write,
  );
  expect(only(footprint.workloads)).toMatchObject({
    id: "Rollout/b2b/api",
    kind: "Rollout",
    containers: [{ name: "api", requests: { cpuMillicores: 250 } }],
    replicas: { min: 2, steady: 2, max: 10 },
    replicasFrom: "autoscaler",
    scalesOn: ["cpu 60 %", "active_workers 8"],
  });
  expect(footprint).toMatchObject({ unknowns: [], unread: {} });
});

it("lets KEDA rest at no replica and stop at 100 where the limits are left out", () => {
  const spec = { scaleTargetRef: { name: "api" } };
  const { workloads } = release([
    { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { template: TEMPLATE } },
    { apiVersion: "keda.sh/v1alpha1", kind: "ScaledObject", metadata, spec },
  ]);
  expect(only(workloads).replicas).toEqual({ min: 0, steady: 0, max: 100 });
});

it("resolves references inside the values", () => {
  const { namespace } = only(
    release([
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "api", namespace: "${kubernetes_namespace_v1.N.metadata[0].name}" },
        spec: { template: TEMPLATE },
      },
    ]).workloads,
  );
  expect(namespace).toBe("b2b");
});

it("reads a route with the share of each backend", () => {
  const spec = {
    hostnames: ["api.example.com"],
    rules: [
      {
        matches: [{ path: { type: "PathPrefix", value: "/v1" } }],
        backendRefs: [
          { name: "stable", port: 80, weight: 95 },
          { name: "canary", port: 80, weight: 5 },
        ],
      },
    ],
  };
  const { exposures } = release([
    { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute", metadata, spec },
  ]);
  expect(only(exposures)).toEqual({
    id: "HTTPRoute/b2b/api",
    namespace: "b2b",
    via: "HTTPRoute",
    hosts: ["api.example.com"],
    paths: ["/v1"],
    backends: [
      { service: "stable", port: 80, weightPercent: 95 },
      { service: "canary", port: 80, weightPercent: 5 },
    ],
  });
});

it("splits traffic evenly without weights", () => {
  const spec = { rules: [{ backendRefs: [{ name: "a" }, { name: "b" }] }, { backendRefs: [{ name: "c" }] }] };
  const { exposures } = release([
    { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute", metadata, spec },
  ]);
  expect(only(exposures).backends).toEqual([
    { service: "a", weightPercent: 50 },
    { service: "b", weightPercent: 50 },
    { service: "c", weightPercent: 100 },
  ]);
});

it("reads secrets that are kept elsewhere, sorted by id", () => {
  const { secrets } = release([
    {
      apiVersion: "secrets-store.csi.x-k8s.io/v1",
      kind: "SecretProviderClass",
      metadata,
      spec: { provider: "aws" },
    },
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata,
      spec: { secretStoreRef: { name: "aws" } },
    },
  ]);
  expect(secrets).toEqual([
    { id: "ExternalSecret/b2b/api", name: "api", store: "external: aws", valueInDocument: false },
    { id: "SecretProviderClass/b2b/api", name: "api", store: "aws secrets manager", valueInDocument: false },
  ]);
});

it("counts kinds that nobody reads, by group: a Service of another group is none of Kubernetes'", () => {
  const footprint = release([
    { apiVersion: "example.com/v1", kind: "Service", metadata },
    { apiVersion: "acid.zalan.do/v1", kind: "postgresql", metadata },
  ]);
  expect(footprint).toMatchObject({
    services: [],
    unread: { "acid.zalan.do/postgresql": 1, "example.com/Service": 1 },
  });
});

it("reads a kubernetes_manifest under its own address", () => {
  const manifest = { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { template: TEMPLATE } };
  const { workloads } = read({ kubernetes_manifest: { M: { manifest } } });
  expect(only(workloads)).toMatchObject({ id: "kubernetes_manifest.M", replicas: { min: 1, max: 1 } });
});

it("says that another chart's insides are not declared", () => {
  expect(only(read({ helm_release: { R: { name: "redis", chart: "oci://x/redis" } } }).unknowns)).toEqual({
    id: "helm_release.R",
    what: "workloads",
    why: "helm release redis: contents not rendered",
  });
});

it("says so when values are only known after apply", () => {
  const values = ['${yamlencode({"manifests" = []})}'];
  expect(only(read({ helm_release: { R: { chart: "x/manifests", values } } }).unknowns)).toMatchObject({
    id: "helm_release.R",
    what: "manifests",
  });
});

it("refuses values that are no YAML, and manifests without kind", () => {
  const values = (text: string) => () =>
    read({ helm_release: { R: { chart: "x/manifests", values: [text] } } });
  expect(refusal(values("a: [1"))).toMatch(/^helm_release\.R: values\[0\] is no YAML: .*; fix the YAML$/);
  expect(refusal(values('{"manifests": [{}]}'))).toBe(
    "helm_release.R: manifests[0]: a manifest without 'kind'; add apiVersion and kind",
  );
});

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {replicas: 4, template: {spec: {containers: [{name: main, resources: {requests: {cpu: 200m}}}]}}}
`;

const workloadsOf = (resource: Parameters<typeof read>[0]) =>
  read(resource).workloads.map(({ id, namespace }) => [id, namespace]);

it("reads objects that resources of other providers have as text", () => {
  const json = JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p" },
    spec: { containers: [] },
  });
  expect(
    workloadsOf({
      kubectl_manifest: { A: { yaml_body: WEB }, B: { yaml_body: `---\n${WEB}`, override_namespace: "b2b" } },
      kustomization_resource: { C: { manifest: json } },
      k8s_manifest: { D: { content: `${WEB}---\n${WEB.replace("web", "api")}` } },
    }),
  ).toEqual([
    ["Deployment/shop/api", "shop"],
    ["Deployment/shop/web", "shop"],
    ["kubectl_manifest.A", "shop"],
    ["kubectl_manifest.B", "b2b"],
    ["kustomization_resource.C", undefined],
  ]);
  const open = read({ kubectl_manifest: { A: { yaml_body: '${file("a.yaml")}' } } });
  expect(only(open.unknowns)).toMatchObject({ id: "kubectl_manifest.A", what: "manifest" });
});

it("reads what a Helm release rendered, and objects in the values of any chart", () => {
  const manifest = JSON.stringify({ "deployment/apps/v1/shop/web": parseYaml(WEB)[0]?.value });
  const rendered = read({ helm_release: { R: { name: "r", chart: "shop", manifest } } });
  expect([only(rendered.workloads).id, rendered.unknowns]).toEqual(["Deployment/shop/web", []]);
  const values = JSON.stringify({
    image: "x",
    extraDeploy: [WEB, "{{ include }}"],
    resources: { limits: { cpu: 1 } },
  });
  const extra = read({ helm_release: { R: { name: "r", chart: "shop", values: [values, "a: b: c"] } } });
  expect(only(extra.workloads).id).toBe("Deployment/shop/web");
  expect(extra.unknowns.map(({ what }) => what)).toEqual(["manifests", "workloads"]);
});
