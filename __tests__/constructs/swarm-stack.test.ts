import { TerraformVariable } from "cdktf";
import type { SwarmService, SwarmStackProps } from "../../constructs/swarm-stack";
import { guestbook } from "../../docs/examples/swarm-stack";
import { containerOf, dockerStack, SERVICE, serviceOf, swarm } from "../helpers/swarm";
import { at, type Json, synth, tryAt, warnings } from "../helpers/synth";

const DATABASE: Partial<SwarmService> = {
  volumes: [{ volume: "data", path: "/data" }],
  nodeLabel: "shop.data",
};
const WITH_VOLUME: Partial<SwarmStackProps> = { volumes: [{ name: "data" }] };
const DIGEST = `sha256:${"0".repeat(64)}`;
const INPUTS = { password: { version: 1, id: "s1" }, digests: { nginx: DIGEST, postgres: DIGEST } };

describe("the example", () => {
  test("keeps its shape", () => {
    const stack = dockerStack();
    const example = guestbook(stack, INPUTS);
    expect(synth(stack).block("resource")).toMatchSnapshot();
    expect(warnings(example)).toEqual([]);
  });

  test("exposes what it is made of, by name and in the order given", () => {
    const example = guestbook(dockerStack(), INPUTS);
    expect([...example.services.keys()]).toEqual(["web", "database"]);
    expect(example.services.get("web")?.nameInput).toBe("guestbook_web");
    expect([...example.networks.keys(), ...example.volumes.keys(), ...example.configs.keys()]).toEqual([
      "backend",
      "data",
      "nginx",
    ]);
  });
});

describe("a service", () => {
  test("is updated start-first, monitored, and rolled back on failure", () => {
    expect(serviceOf()).toMatchObject({
      name: "shop_web",
      update_config: {
        order: "start-first",
        failure_action: "rollback",
        monitor: "30s",
        parallelism: 1,
        delay: "10s",
        max_failure_ratio: "0.0",
      },
      rollback_config: {
        order: "start-first",
        failure_action: "pause",
        monitor: "30s",
        parallelism: 1,
        delay: "0s",
        max_failure_ratio: "0.0",
      },
    });
  });

  test("with a volume stops before it starts, since two tasks on one volume destroy it", () => {
    expect(serviceOf(DATABASE, WITH_VOLUME)).toMatchObject({
      update_config: { order: "stop-first", failure_action: "rollback" },
      rollback_config: { order: "stop-first" },
    });
  });

  test("has one task by default, and may be stopped", () => {
    expect(at(serviceOf(), "mode.replicated.replicas")).toBe(1);
    expect(at(serviceOf({ replicas: 4 }), "mode.replicated.replicas")).toBe(4);
    expect(at(serviceOf({ replicas: 0 }), "mode.replicated.replicas")).toBe(0);
  });

  test("has its resources in Swarm's own units", () => {
    expect(at(serviceOf(), "task_spec.resources")).toEqual({
      limits: { nano_cpus: 500_000_000, memory_bytes: 67_108_864 },
      reservation: { nano_cpus: 100_000_000, memory_bytes: 33_554_432 },
    });
  });

  test("has a health check with a start period", () => {
    expect(at(containerOf(), "healthcheck")).toEqual({
      test: ["CMD", "true"],
      start_period: "10s",
      interval: "10s",
      timeout: "5s",
      retries: 3,
    });
    const check = {
      test: ["CMD-SHELL", "a | b"],
      startPeriodSeconds: 90,
      intervalSeconds: 60,
      timeoutSeconds: 3,
    };
    expect(at(containerOf({ healthCheck: { ...check, retries: 1 } }), "healthcheck")).toEqual({
      test: ["CMD-SHELL", "a | b"],
      start_period: "1m30s",
      interval: "1m",
      timeout: "3s",
      retries: 1,
    });
  });

  test.each([
    [0, "0s"],
    [59, "59s"],
    [60, "1m"],
    [61, "1m1s"],
    [3600, "1h"],
    [3605, "1h0m5s"],
    [3660, "1h1m"],
  ])("writes %i seconds as the provider reads it back, %s", (seconds, text) => {
    expect(at(containerOf({ stopGraceSeconds: seconds }), "stop_grace_period")).toBe(text);
  });

  test("is waited for as long as an update of all its tasks may take", () => {
    expect(at(serviceOf(), "converge_config")).toEqual({ delay: "7s", timeout: "3m" });
    // Four tasks of 90 + 3 x 10 seconds to start, 30 to stop and 10 between, and 30 to watch the last.
    const slow = { replicas: 4, healthCheck: { ...SERVICE.healthCheck, startPeriodSeconds: 90 } };
    expect(at(serviceOf(slow), "converge_config.timeout")).toBe("11m10s");
  });

  test("is started again after any end, or after a failure", () => {
    expect(at(serviceOf(), "task_spec.restart_policy")).toEqual({
      condition: "any",
      delay: "5s",
      window: "0s",
    });
    expect(at(serviceOf({ restart: "on-failure" }), "task_spec.restart_policy.condition")).toBe("on-failure");
  });

  test("takes command, arguments, environment and delay", () => {
    const parts = { command: ["run"], args: ["-x"], env: { A: "b" }, updateDelaySeconds: 0 };
    expect(containerOf(parts)).toMatchObject({ command: ["run"], args: ["-x"], env: { A: "b" } });
    expect(at(serviceOf(parts), "update_config.delay")).toBe("0s");
    expect(Object.keys(containerOf() as Json)).not.toEqual(
      expect.arrayContaining(["command", "args", "env"]),
    );
  });

  test("listens on every node only where it publishes a port", () => {
    // Not left out: the block is computed, and a service would keep the port that it no longer publishes.
    expect(at(serviceOf(), "endpoint_spec")).toEqual({ mode: "vip", ports: [] });
    expect(at(serviceOf({ ports: [{ target: 80, published: 8080 }] }), "endpoint_spec")).toEqual({
      mode: "vip",
      ports: [{ target_port: 80, published_port: 8080, protocol: "tcp", publish_mode: "ingress" }],
    });
  });

  test("joins networks by id, under its short name", () => {
    const networks = [{ name: "net" }, { name: "other" }];
    expect(at(serviceOf({ networks: ["other"] }, { networks }), "task_spec.networks_advanced")).toEqual([
      { name: "${docker_network.Swarm_Network-other_39F52687.id}", aliases: ["web"] },
    ]);
  });

  test("that is stateful runs where its label is, and nowhere else", () => {
    const parts = { ...DATABASE, constraints: ["node.role==worker"] };
    expect(at(serviceOf(parts, WITH_VOLUME), "task_spec.placement.constraints")).toEqual([
      "node.labels.shop.data==true",
      "node.role==worker",
    ]);
    expect(tryAt(serviceOf(), "task_spec.placement")).toBeUndefined();
  });

  test("has the labels of docker stack and of its base image", () => {
    const stack = { label: "com.docker.stack.namespace", value: "shop" };
    expect(at(serviceOf(), "labels")).toEqual([stack]);
    expect(at(serviceOf({ baseImage: "php:8.4" }), "labels")).toEqual([
      stack,
      { label: "base-image.weighbridge.dev/web", value: "php:8.4" },
    ]);
  });

  test("is created after the services it waits for, in any order", () => {
    const services = ["c", "a", "b"].map((name) => ({ ...SERVICE, name }));
    const after: Record<string, string[]> = { a: ["b"], b: ["c"] };
    const stack = synth(swarm({ services: services.map((it) => ({ ...it, after: after[it.name] })) }));
    const dependsOn = (name: string) => tryAt(stack.named("docker_service", `shop_${name}`), "depends_on");
    expect(dependsOn("a")).toEqual([expect.stringContaining("Service-b")]);
    expect(dependsOn("b")).toEqual([expect.stringContaining("Service-c")]);
    expect(dependsOn("c")).toBeUndefined();
  });

  test("keeps its logical id with other services", () => {
    const id = "Swarm_Service-web_1BA83A0F";
    expect(synth(swarm()).ids("docker_service")).toEqual([id]);
    const services = [{ ...SERVICE, name: "other" }, SERVICE];
    expect(synth(swarm({ services })).ids("docker_service")).toContain(id);
  });

  test("accepts tokens", () => {
    const stack = dockerStack();
    const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
    const count = new TerraformVariable(stack, "count", { type: "number" }).numberValue;
    const resources = { ...SERVICE.resources, memoryLimitMi: count };
    const services = [{ ...SERVICE, image: `${text}/web`, replicas: count, resources }];
    const only = synth(swarm({ services }, stack)).only("docker_service");
    expect(at(only, "task_spec.container_spec.image")).toBe("${var.text}/web");
    expect(at(only, "mode.replicated.replicas")).toBe("${var.count}");
    expect(at(only, "task_spec.resources.limits.memory_bytes")).toBe("${(var.count * 1048576)}");
  });
});
