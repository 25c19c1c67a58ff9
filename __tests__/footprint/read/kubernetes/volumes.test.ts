import { autoscaler, deployment, only, read } from "../fixtures";

const claims = (...storage: readonly string[]) => ({
  volume_claim_template: storage.map((size, index) => ({
    metadata: { name: `data${index}` },
    spec: { access_modes: ["ReadWriteOnce"], resources: { requests: { storage: size } } },
  })),
});

const postgres = (spec: object) =>
  deployment("db", [{ name: "db", image: "postgres:17-alpine" }], { ...spec });

const claim = (modes: readonly string[]) => ({
  metadata: { name: "data", namespace: "b2b" },
  spec: { access_modes: modes, resources: { requests: { storage: "20Gi" } } },
});

/** A deployment whose pods mount the claim `data`. */
function mounting(image: string) {
  const volume = [{ name: "v", persistent_volume_claim: { claim_name: "data" } }];
  return deployment("app", [], { template: { spec: { container: { name: "app", image }, volume } } });
}

describe("a StatefulSet with volumes", () => {
  it("of one replica is one copy that stops with its node", () => {
    const { stores } = read({
      kubernetes_stateful_set_v1: { S: postgres({ replicas: 1, ...claims("10Gi", "512Mi") }) },
    });
    expect(only(stores)).toEqual({
      id: "kubernetes_stateful_set_v1.S",
      name: "db",
      engine: "postgres 17",
      sizeGiB: 10.5,
      copies: 1,
      survivesRestart: true,
      survivesNodeLoss: false,
      usedBy: ["kubernetes_stateful_set_v1.S"],
    });
  });

  it("of several has their sizes' sum, and their copies are undetermined", () => {
    const { stores } = read({
      kubernetes_stateful_set_v1: { S: postgres({ replicas: 3, ...claims("10Gi") }) },
    });
    expect(only(stores)).toMatchObject({ sizeGiB: 30, survivesRestart: true });
    expect(only(stores).copies).toBeUndefined();
  });

  it("of a size that is unresolved before an apply has none", () => {
    const { stores, unknowns } = read({
      kubernetes_stateful_set_v1: { S: postgres({ replicas: 1, ...claims("${var.size}") }) },
    });
    expect(only(stores).sizeGiB).toBeUndefined();
    expect(unknowns.map(({ what }) => what)).toContain("size");
  });
});

describe("a claim", () => {
  it("is a store of the engine that mounts it", () => {
    const footprint = read({
      kubernetes_persistent_volume_claim_v1: { C: claim(["ReadWriteOnce"]) },
      kubernetes_deployment_v1: { D: mounting("postgres:17") },
    });
    expect(only(footprint.stores)).toEqual({
      id: "kubernetes_persistent_volume_claim_v1.C",
      name: "data",
      engine: "postgres 17",
      sizeGiB: 20,
      copies: 1,
      survivesRestart: true,
      survivesNodeLoss: false,
      usedBy: ["kubernetes_deployment_v1.D"],
    });
    expect(footprint.unread).toEqual({});
  });

  it("that many nodes write to may survive one of them", () => {
    const { stores } = read({
      kubernetes_persistent_volume_claim: { C: claim(["ReadWriteMany"]) },
      kubernetes_deployment_v1: { D: mounting("acme/shop:1") },
    });
    expect(only(stores)).toMatchObject({ engine: "volume", sizeGiB: 20 });
    expect(only(stores).survivesNodeLoss).toBeUndefined();
  });
});

it("takes an engine without a volume for a store that its pod takes along", () => {
  const { stores } = read({
    kubernetes_deployment_v1: { D: postgres({}) },
    kubernetes_job_v1: {
      J: {
        metadata: { name: "dump" },
        spec: { template: { spec: { container: { name: "d", image: "postgres:17" } } } },
      },
    },
  });
  expect(only(stores)).toEqual({
    id: "kubernetes_deployment_v1.D",
    name: "db",
    engine: "postgres 17",
    copies: 1,
    survivesRestart: false,
    survivesNodeLoss: false,
    usedBy: ["kubernetes_deployment_v1.D"],
  });
});

it("does not call a store single that an autoscaler may double", () => {
  const { stores } = read({
    kubernetes_deployment_v1: { D: postgres({}) },
    kubernetes_horizontal_pod_autoscaler_v2: { H: autoscaler("db", 1, 2) },
  });
  expect(only(stores).copies).toBeUndefined();
});

describe("a RabbitmqCluster", () => {
  const cluster = (spec: object) =>
    read({
      helm_release: {
        R: {
          chart: "charts/manifests",
          values: [
            JSON.stringify({
              manifests: [
                {
                  apiVersion: "rabbitmq.com/v1beta1",
                  kind: "RabbitmqCluster",
                  metadata: { name: "rabbit", namespace: "critter" },
                  spec,
                },
                {
                  apiVersion: "policy/v1",
                  kind: "PodDisruptionBudget",
                  metadata: { name: "rabbit", namespace: "critter" },
                  spec: {
                    maxUnavailable: 1,
                    selector: { matchLabels: { "app.kubernetes.io/name": "rabbit" } },
                  },
                },
              ],
            }),
          ],
        },
      },
    });

  it("is the StatefulSet and the store that its operator makes", () => {
    const footprint = cluster({
      replicas: 3,
      image: "rabbitmq:4.1-management",
      persistence: { storage: "20Gi" },
      resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "1Gi" } },
    });
    expect(only(footprint.workloads)).toMatchObject({
      id: "RabbitmqCluster/critter/rabbit",
      kind: "StatefulSet",
      containers: [{ requests: { cpuMillicores: 500, memoryMi: 1024 }, limits: { memoryMi: 1024 } }],
      initContainers: [{ requests: { cpuMillicores: 100, memoryMi: 500 } }],
      replicas: { min: 3, max: 3 },
      disruptionBudget: { maxUnavailable: "1" },
    });
    expect(only(footprint.stores)).toEqual({
      id: "RabbitmqCluster/critter/rabbit",
      name: "rabbit",
      engine: "rabbitmq 4.1",
      sizeGiB: 60,
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
      usedBy: ["RabbitmqCluster/critter/rabbit"],
    });
    expect(footprint.unread).toEqual({});
  });

  it("has its operator's defaults", () => {
    const { workloads, stores, unknowns } = cluster({});
    expect(only(workloads)).toMatchObject({
      replicas: { max: 1 },
      containers: [
        {
          image: "rabbitmq",
          requests: { cpuMillicores: 1000, memoryMi: 2048 },
          limits: { cpuMillicores: 2000, memoryMi: 2048 },
        },
      ],
    });
    expect(only(stores)).toMatchObject({
      engine: "rabbitmq",
      sizeGiB: 10,
      copies: 1,
      survivesNodeLoss: false,
    });
    expect(unknowns.map(({ what }) => what)).toEqual(["RabbitMQ version of rabbitmq"]);
  });

  it("of two nodes stops with one of them", () => {
    expect(only(cluster({ replicas: 2 }).stores)).toMatchObject({ copies: 2, survivesNodeLoss: false });
  });
});

it("reads a queue of the topology operator, which is lost unless it is durable", () => {
  const queue = (name: string, spec: object) => ({
    apiVersion: "rabbitmq.com/v1beta1",
    kind: "Queue",
    metadata: { name },
    spec,
  });
  const manifests = [queue("a", { name: "orders", type: "quorum", durable: true }), queue("b", {})];
  const { queues } = read({
    helm_release: { R: { chart: "x/manifests", values: [JSON.stringify({ manifests })] } },
  });
  expect(queues).toEqual([
    { id: "Queue/default/a", name: "orders", type: "quorum", durable: true },
    { id: "Queue/default/b", name: "b", durable: false },
  ]);
});
