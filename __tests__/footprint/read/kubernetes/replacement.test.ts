import { toFootprint } from "../../../../footprint/read";
import { seconds } from "../../../../footprint/read/text/duration";
import { container, deployment, only, read } from "../fixtures";

const PROBED = {
  ...container("api", [1, 1], [1, 1]),
  startup_probe: { period_seconds: 2, failure_threshold: 30 },
  readiness_probe: { period_seconds: 5 },
};
const replaced = (containers: object[], spec: object = {}) =>
  only(
    read({ kubernetes_deployment_v1: { Api: deployment("api", containers as never, spec as never) } })
      .workloads,
  ).replacement;

describe("a Deployment", () => {
  it("has Kubernetes' defaults", () => {
    expect(replaced([container("api", [1, 1], [1, 1])])).toEqual({
      by: "rolling",
      maxSurge: "25%",
      maxUnavailable: "25%",
      readySeconds: 0,
      minReadySeconds: 0,
      graceSeconds: 30,
      progressDeadlineSeconds: 600,
      gaps: [],
    });
  });

  it("has what it says, its startup probe's last try and the first of its readiness probe", () => {
    const strategy = { type: "RollingUpdate", rolling_update: { max_surge: "1", max_unavailable: "0" } };
    expect(
      replaced([PROBED], { strategy, min_ready_seconds: 7, progress_deadline_seconds: 120 }),
    ).toMatchObject({
      maxSurge: "1",
      maxUnavailable: "0",
      readySeconds: 65,
      minReadySeconds: 7,
      progressDeadlineSeconds: 120,
    });
    expect(replaced([PROBED], { strategy: { type: "Recreate" } })).toMatchObject({ by: "recreate" });
  });

  it("says which container nothing bounds", () => {
    const sidecar = { ...container("otel", [1, 1], [1, 1]), readiness_probe: {} };
    expect(replaced([PROBED, sidecar])).toMatchObject({
      readySeconds: 65,
      gaps: ["otel has no startup probe that bounds when it is ready"],
    });
  });

  it("leaves out what is unresolved before an apply", () => {
    const strategy = { rolling_update: { max_surge: "${var.surge}", max_unavailable: 0 } };
    expect(replaced([PROBED], { strategy })).toMatchObject({ maxSurge: undefined });
  });
});

describe("an Argo Rollout", () => {
  const rollout = (strategy: object) =>
    only(
      toFootprint({
        apiVersion: "argoproj.io/v1alpha1",
        kind: "Rollout",
        metadata: { name: "api" },
        spec: { strategy, template: { spec: { containers: [{ name: "api" }] } } },
      }).workloads,
    ).replacement;

  it("adds up the pauses of a canary", () => {
    const steps = [
      { setWeight: 5 },
      { pause: { duration: "15m" } },
      { setWeight: 50 },
      { pause: { duration: 30 } },
    ];
    expect(rollout({ canary: { maxSurge: 1, maxUnavailable: 0, steps } })).toMatchObject({
      by: "canary",
      maxSurge: "1",
      pauseSeconds: 930,
      gaps: [],
    });
  });

  it("does not know how long somebody lets it wait", () => {
    expect(rollout({ canary: { steps: [{ pause: {} }] } })?.gaps).toHaveLength(1);
    expect(rollout({ blueGreen: { autoPromotionEnabled: false } })).toMatchObject({
      by: "blueGreen",
      gaps: ["somebody promotes it"],
    });
    expect(rollout({ blueGreen: { autoPromotionEnabled: false, autoPromotionSeconds: 60 } })).toMatchObject({
      pauseSeconds: 60,
      gaps: [],
    });
  });
});

it("a StatefulSet is replaced in order, or by hand; a RabbitmqCluster's nodes may take a week each", () => {
  const set = (update_strategy: object) =>
    only(
      read({ kubernetes_stateful_set_v1: { S: deployment("db", [PROBED], { update_strategy }) } }).workloads,
    ).replacement;
  expect(set({ type: "RollingUpdate" })).toMatchObject({ by: "ordered" });
  expect(set({ type: "OnDelete" })).toMatchObject({ by: "byHand" });
  const cluster = { apiVersion: "rabbitmq.com/v1beta1", kind: "RabbitmqCluster", metadata: { name: "q" } };
  expect(only(toFootprint(cluster).workloads).replacement).toMatchObject({
    by: "operator",
    graceSeconds: 604_800,
    gaps: [expect.any(String), expect.stringContaining("rabbitmq has no startup probe")],
  });
});

describe("Docker", () => {
  const service = (spec: object, other: object = {}) =>
    only(
      read({
        docker_service: {
          S: { name: "web", task_spec: { container_spec: { image: "x", ...spec } }, ...other },
        },
      }).workloads,
    ).replacement;
  const healthcheck = {
    test: ["CMD", "true"],
    interval: "10s",
    timeout: "5s",
    retries: 3,
    start_period: "20s",
  };

  it("takes a service back as its rollback_config says", () => {
    const rollback_config = { parallelism: 2, delay: "10s", monitor: "30s", order: "start-first" };
    expect(service({ healthcheck, stop_grace_period: "1m" }, { rollback_config })).toEqual({
      by: "swarm",
      parallelism: 2,
      startFirst: true,
      delaySeconds: 10,
      monitorSeconds: 30,
      graceSeconds: 60,
      readySeconds: 65,
      gaps: [],
    });
  });

  it("has Swarm's defaults, and says that the image may have a check of its own", () => {
    expect(service({})).toMatchObject({
      parallelism: 1,
      startFirst: false,
      delaySeconds: 0,
      monitorSeconds: 5,
      graceSeconds: 10,
      readySeconds: 0,
      gaps: [expect.stringContaining("health check")],
    });
    expect(service({ healthcheck: { test: ["NONE"] } })).toMatchObject({ readySeconds: 0, gaps: [] });
  });

  it("knows whom a service needs by its settings and by what is made before it", () => {
    const { workloads } = read({
      docker_service: {
        Redis: {
          name: "shop_redis",
          task_spec: { container_spec: { image: "redis:7" }, networks_advanced: [{ aliases: ["redis"] }] },
        },
        Db: { name: "shop_db", task_spec: { container_spec: { image: "postgres:16" } } },
        App: {
          name: "shop_app",
          depends_on: ["docker_service.Db", "docker_network.N"],
          task_spec: {
            container_spec: { image: "app", env: { REDIS_URL: "redis://redis:6379", SELF: "shop_app:80" } },
          },
        },
      },
    });
    expect(workloads.find(({ name }) => name === "shop_app")?.needs?.toSorted()).toEqual([
      "docker_service.Db",
      "docker_service.Redis",
    ]);
    expect(workloads.find(({ name }) => name === "shop_db")?.needs).toBeUndefined();
  });
});

test.each([
  ["1h30m", 5400],
  ["3m10s", 190],
  ["500ms", 0.5],
  ["45", 45],
  ["soon", undefined],
  ["10s later", undefined],
  ["", undefined],
])("%j is %p seconds", (text, expected) => {
  expect(seconds(text)).toBe(expected);
});
