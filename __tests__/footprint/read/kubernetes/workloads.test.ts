import { autoscaler, container, deployment, only, read, refusal } from "../fixtures";

const API = container("api", ["250m", "256Mi"], ["1", "512Mi"]);
const SIDECAR = container("otel", ["0.05", "64Mi"], ["0.2", "128Mi"]);

describe("a Deployment with a sidecar and an autoscaler", () => {
  const metrics = [
    { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", average_utilization: 60 } } },
    {
      type: "Resource",
      resource: { name: "memory", target: { type: "Utilization", average_utilization: 80 } },
    },
    {
      type: "Pods",
      pods: {
        metric: { name: "phpfpm_active_processes" },
        target: { type: "AverageValue", average_value: "8" },
      },
    },
  ];
  const resources = {
    kubernetes_deployment_v1: { Api: deployment("api", [API, SIDECAR]) },
    kubernetes_horizontal_pod_autoscaler_v2: { Api: autoscaler("api", 2, 15, metrics) },
  };

  it("has the numbers of both", () => {
    expect(only(read(resources).workloads)).toEqual({
      id: "kubernetes_deployment_v1.Api",
      kind: "Deployment",
      name: "api",
      namespace: "b2b",
      labels: { app: "api" },
      containers: [
        {
          name: "api",
          requests: { cpuMillicores: 250, memoryMi: 256 },
          limits: { cpuMillicores: 1000, memoryMi: 512 },
        },
        {
          name: "otel",
          requests: { cpuMillicores: 50, memoryMi: 64 },
          limits: { cpuMillicores: 200, memoryMi: 128 },
        },
      ],
      initContainers: [],
      overhead: {},
      replicas: { min: 2, steady: 2, max: 15 },
      replicasFrom: "autoscaler",
      scalesOn: ["cpu 60 %", "memory 80 %", "phpfpm_active_processes 8"],
      replacement: expect.objectContaining({ by: "rolling" }),
    });
  });

  it("is complete: nothing unknown, nothing unread", () => {
    expect(read(resources)).toMatchObject({ unknowns: [], unread: {} });
  });

  it("takes everyday replicas from the usage", () => {
    expect(only(read(resources, {}, { usage: { api: 3 } }).workloads).replicas).toEqual({
      min: 2,
      steady: 3,
      max: 15,
    });
  });

  it("has no complaint about usage that fits", () => {
    expect(read(resources, {}, { usage: { api: 15 } }).unknowns).toEqual([]);
  });

  it.each([1, 16, 2.5])("refuses a usage of %p", (api) => {
    expect(refusal(() => read(resources, {}, { usage: { api } }))).toBe(
      `usage of 'api': ${api} replicas are outside of the 2 to 15 that kubernetes_deployment_v1.Api may run; correct the usage or the limits`,
    );
  });

  it("says so when the usage names no workload", () => {
    expect(only(read(resources, {}, { usage: { apy: 3 } }).unknowns)).toMatchObject({
      id: "apy",
      what: "usage",
    });
  });
});

it("reads replicas, and 1 where there are none", () => {
  const { workloads } = read({
    kubernetes_deployment_v1: {
      One: deployment("one", [API]),
      Three: deployment("three", [API], { replicas: "3" }),
    },
  });
  expect(workloads.map(({ replicas }) => replicas?.max)).toEqual([1, 3]);
});

it("reads the unsuffixed type, and blocks written as lists of one", () => {
  const [workload] = read({
    kubernetes_deployment: {
      Api: {
        metadata: [{ name: "api", namespace: "b2b" }],
        spec: [
          { replicas: 2, template: [{ metadata: [{ labels: { app: "api" } }], spec: [{ container: API }] }] },
        ],
      },
    },
  }).workloads;
  expect(workload).toMatchObject({
    labels: { app: "api" },
    containers: [{ limits: { memoryMi: 512 } }],
    replicas: { min: 2 },
  });
});

describe("other kinds", () => {
  const template = { metadata: { labels: { app: "x" } }, spec: { container: [API] } };
  const metadata = { name: "x" };

  it("a DaemonSet counts nodes, which the document does not hold", () => {
    for (const type of ["kubernetes_daemonset", "kubernetes_daemon_set_v1"]) {
      const footprint = read({ [type]: { X: { metadata, spec: { template } } } });
      expect(only(footprint.workloads)).toMatchObject({ kind: "DaemonSet", replicasFrom: "nodes" });
      expect(only(footprint.workloads).replicas).toBeUndefined();
      expect(only(footprint.unknowns)).toMatchObject({ id: `${type}.X`, what: "replicas" });
    }
  });

  it("a job runs none most of the time, and as many as it may in parallel", () => {
    const { workloads } = read({
      kubernetes_job_v1: { X: { metadata, spec: { parallelism: 3, template } } },
      kubernetes_cron_job_v1: { X: { metadata, spec: { job_template: { spec: { template } } } } },
    });
    expect(workloads.map(({ kind, replicas }) => [kind, replicas])).toEqual([
      ["CronJob", { min: 0, steady: 0, max: 1 }],
      ["Job", { min: 0, steady: 0, max: 3 }],
    ]);
    expect(workloads[0]?.containers).toHaveLength(1);
  });

  it("a StatefulSet and a bare Pod", () => {
    const { workloads } = read({
      kubernetes_stateful_set_v1: { X: { metadata, spec: { replicas: 3, template } } },
      kubernetes_pod_v1: {
        X: { metadata: { ...metadata, labels: { app: "pod" } }, spec: { container: [API] } },
      },
    });
    expect(workloads).toMatchObject([
      { kind: "Pod", labels: { app: "pod" }, replicas: { min: 1, max: 1 } },
      { kind: "StatefulSet", replicas: { min: 3, max: 3 } },
    ]);
  });
});

it("keeps init containers apart, and counts a native sidecar among the running ones", () => {
  const spec = {
    template: {
      spec: {
        container: [API],
        init_container: [
          { name: "migrate", resources: { requests: { cpu: 2 } } },
          { name: "mesh", restart_policy: "Always" },
        ],
      },
    },
  };
  const [workload] = read({ kubernetes_deployment_v1: { Api: deployment("api", [], spec) } }).workloads;
  expect(workload?.containers.map(({ name }) => name)).toEqual(["api", "mesh"]);
  expect(workload?.initContainers).toEqual([
    { name: "migrate", requests: { cpuMillicores: 2000 }, limits: {} },
  ]);
});

it("joins a disruption budget by its selector", () => {
  const budget = (spec: object) => ({ metadata: { name: "b", namespace: "b2b" }, spec });
  const { workloads } = read({
    kubernetes_deployment_v1: {
      A: deployment("a", [API]),
      B: deployment("b", [API]),
      C: deployment("c", [API]),
    },
    kubernetes_pod_disruption_budget_v1: {
      A: budget({ max_unavailable: 1, selector: { match_labels: { app: "a" } } }),
      B: budget({
        min_available: "25%",
        selector: { match_expressions: [{ key: "app", operator: "In", values: ["b"] }] },
      }),
    },
  });
  expect(workloads.map(({ disruptionBudget }) => disruptionBudget)).toEqual([
    { maxUnavailable: "1" },
    { minAvailable: "25%" },
    undefined,
  ]);
});

describe("count and for_each", () => {
  const api = deployment("api", [API], { replicas: 2 });

  it("multiply replicas", () => {
    const { workloads } = read({
      kubernetes_deployment_v1: { A: { ...api, count: 3 }, B: { ...api, for_each: { eu: 1, us: 2 } } },
    });
    expect(workloads.map(({ replicas }) => replicas?.max)).toEqual([6, 4]);
  });

  it("of nothing make nothing", () => {
    expect(read({ kubernetes_deployment_v1: { A: { ...api, count: 0 } } }).workloads).toEqual([]);
  });

  it("that are unresolved before an apply leave the replicas unknown", () => {
    const footprint = read(
      { kubernetes_deployment_v1: { A: { ...api, count: "${var.n}" } } },
      { variable: { n: {} } },
    );
    expect(only(footprint.workloads)).toMatchObject({ replicasFrom: "unknown" });
    expect(only(footprint.unknowns)).toEqual({
      id: "kubernetes_deployment_v1.A",
      what: "count",
      why: "variable n without default: give it at deploy",
    });
  });

  it.each([-1, 1.5, "x", 1e9])("refuse %p", (count) => {
    expect(refusal(() => read({ kubernetes_deployment_v1: { A: { ...api, count } } }))).toMatch(
      /^kubernetes_deployment_v1\.A: count: .* is not a whole number from 0 to 10000; write how many there are$/,
    );
  });
});

it("takes names of an object's own members for names like any other", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    const footprint = read({ kubernetes_deployment_v1: { X: deployment(name, [API]) } });
    expect(only(footprint.workloads)).toMatchObject({ name, replicas: { steady: 1 } });
  }
});

it("reports the place of a malformed quantity", () => {
  const bad = container("api", ["250m", "256MB"], ["1", "512Mi"]);
  expect(refusal(() => read({ kubernetes_deployment_v1: { Api: deployment("api", [bad]) } }))).toBe(
    'kubernetes_deployment_v1.Api: spec.template.spec.container[0].resources.requests.memory: "256MB" is not a quantity; write it as Kubernetes does: 250m, 0.5, 512Mi, 1G',
  );
});

it.each([
  [{ spec: [{}, {}] }, "spec: has 2 blocks where one is allowed; keep one"],
  [
    deployment("api", [API], { replicas: -1 }),
    "spec.replicas: -1 is not a whole number from 0 to 2147483647; write a whole number",
  ],
  [{ metadata: "api" }, "metadata: a text is not a block; write an object"],
])("refuses what cannot be meant: %j", (body, expected) => {
  const message = refusal(() => read({ kubernetes_deployment_v1: { Api: body } }));
  expect(message).toBe(`kubernetes_deployment_v1.Api: ${expected}`);
});

it("counts nothing unknown as zero", () => {
  const api = container("api", ["${var.cpu}", "256Mi"], ["1", "512Mi"]);
  const dynamic = deployment("dyn", [], {
    template: { spec: { dynamic: { container: { for_each: "${var.names}" } } } },
  });
  const footprint = read({
    kubernetes_deployment_v1: {
      Api: deployment("api", [api], { replicas: "${random_integer.x.result}" }),
      Dyn: dynamic,
    },
  });
  expect(footprint.workloads[0]?.containers[0]?.requests).toEqual({ memoryMi: 256 });
  expect(footprint.workloads[0]?.replicas).toBeUndefined();
  expect(footprint.unknowns.filter(({ what }) => !what.startsWith("runtime"))).toEqual([
    { id: "kubernetes_deployment_v1.Api", what: "replicas", why: "known after apply" },
    {
      id: "kubernetes_deployment_v1.Api",
      what: "requests of api: cpu",
      why: "variable cpu without default: give it at deploy",
    },
    { id: "kubernetes_deployment_v1.Dyn", what: "container", why: "dynamic block: known after apply" },
    { id: "kubernetes_deployment_v1.Dyn", what: "containers", why: "the document has none" },
  ]);
});
