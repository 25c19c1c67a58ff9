import { TerraformVariable } from "cdktf";
import type { SwarmService, SwarmStackProps } from "../../constructs/swarm-stack";
import { guestbook } from "../../docs/examples/swarm-stack";
import { dockerStack, SERVICE, swarm } from "../helpers/swarm";
import { at, type Json, synth, tryAt, warnings } from "../helpers/synth";

/** The only service of a stack. */
function service(parts: Partial<SwarmService> = {}, props: Partial<SwarmStackProps> = {}): Json {
  return synth(swarm({ ...props, services: [{ ...SERVICE, ...parts }] })).only("docker_service");
}

function container(parts: Partial<SwarmService> = {}, props: Partial<SwarmStackProps> = {}): unknown {
  return at(service(parts, props), "task_spec.container_spec");
}

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
  test("is updated new task first, watched, and rolled back by itself when that fails", () => {
    expect(service()).toMatchObject({
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
    expect(service(DATABASE, WITH_VOLUME)).toMatchObject({
      update_config: { order: "stop-first", failure_action: "rollback" },
      rollback_config: { order: "stop-first" },
    });
  });

  test("runs once unless told otherwise, and may be stopped", () => {
    expect(at(service(), "mode.replicated.replicas")).toBe(1);
    expect(at(service({ replicas: 4 }), "mode.replicated.replicas")).toBe(4);
    expect(at(service({ replicas: 0 }), "mode.replicated.replicas")).toBe(0);
  });

  test("has its resources in Swarm's own units", () => {
    expect(at(service(), "task_spec.resources")).toEqual({
      limits: { nano_cpus: 500_000_000, memory_bytes: 67_108_864 },
      reservation: { nano_cpus: 100_000_000, memory_bytes: 33_554_432 },
    });
  });

  test("has a health check with a start period", () => {
    expect(at(container(), "healthcheck")).toEqual({
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
    expect(at(container({ healthCheck: { ...check, retries: 1 } }), "healthcheck")).toEqual({
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
    expect(at(container({ stopGraceSeconds: seconds }), "stop_grace_period")).toBe(text);
  });

  test("is waited for as long as an update of all its tasks may take", () => {
    expect(at(service(), "converge_config")).toEqual({ delay: "7s", timeout: "3m" });
    // Four tasks of 90 + 3 x 10 seconds to start, 30 to stop and 10 between, and 30 to watch the last.
    const slow = { replicas: 4, healthCheck: { ...SERVICE.healthCheck, startPeriodSeconds: 90 } };
    expect(at(service(slow), "converge_config.timeout")).toBe("11m10s");
  });

  test("is started again after any end, or after a failure", () => {
    expect(at(service(), "task_spec.restart_policy")).toEqual({
      condition: "any",
      delay: "5s",
      window: "0s",
    });
    expect(at(service({ restart: "on-failure" }), "task_spec.restart_policy.condition")).toBe("on-failure");
  });

  test("takes command, arguments, environment and delay", () => {
    const parts = { command: ["run"], args: ["-x"], env: { A: "b" }, updateDelaySeconds: 0 };
    expect(container(parts)).toMatchObject({ command: ["run"], args: ["-x"], env: { A: "b" } });
    expect(at(service(parts), "update_config.delay")).toBe("0s");
    expect(Object.keys(container() as Json)).not.toEqual(expect.arrayContaining(["command", "args", "env"]));
  });

  test("listens on every node only where it publishes a port", () => {
    expect(tryAt(service(), "endpoint_spec")).toBeUndefined();
    expect(at(service({ ports: [{ target: 80, published: 8080 }] }), "endpoint_spec")).toEqual({
      mode: "vip",
      ports: [{ target_port: 80, published_port: 8080, protocol: "tcp", publish_mode: "ingress" }],
    });
  });

  test("joins networks by id, under its short name", () => {
    const networks = [{ name: "net" }, { name: "other" }];
    expect(at(service({ networks: ["other"] }, { networks }), "task_spec.networks_advanced")).toEqual([
      { name: "${docker_network.Swarm_Network-other_39F52687.id}", aliases: ["web"] },
    ]);
  });

  test("that is stateful runs where its label is, and nowhere else", () => {
    const parts = { ...DATABASE, constraints: ["node.role==worker"] };
    expect(at(service(parts, WITH_VOLUME), "task_spec.placement.constraints")).toEqual([
      "node.labels.shop.data==true",
      "node.role==worker",
    ]);
    expect(tryAt(service(), "task_spec.placement")).toBeUndefined();
  });

  test("is shown by docker stack, and tells what its image is built on", () => {
    const stack = { label: "com.docker.stack.namespace", value: "shop" };
    expect(at(service(), "labels")).toEqual([stack]);
    expect(at(service({ baseImage: "php:8.4" }), "labels")).toEqual([
      stack,
      { label: "base-image.weighbridge.dev/web", value: "php:8.4" },
    ]);
  });

  test("is created after those it waits for, in whatever order they stand", () => {
    const services = ["c", "a", "b"].map((name) => ({ ...SERVICE, name }));
    const after: Record<string, string[]> = { a: ["b"], b: ["c"] };
    const stack = synth(swarm({ services: services.map((it) => ({ ...it, after: after[it.name] })) }));
    const dependsOn = (name: string) => tryAt(stack.named("docker_service", `shop_${name}`), "depends_on");
    expect(dependsOn("a")).toEqual([expect.stringContaining("Service-b")]);
    expect(dependsOn("b")).toEqual([expect.stringContaining("Service-c")]);
    expect(dependsOn("c")).toBeUndefined();
  });

  test("keeps its logical id whatever stands beside it", () => {
    const id = "Swarm_Service-web_1BA83A0F";
    expect(synth(swarm()).ids("docker_service")).toEqual([id]);
    const services = [{ ...SERVICE, name: "other" }, SERVICE];
    expect(synth(swarm({ services })).ids("docker_service")).toContain(id);
  });

  test("lets values through that only an apply can tell", () => {
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

describe("a network", () => {
  test("is an encrypted overlay that nothing else can join, and is not replaced for what Swarm adds", () => {
    expect(synth(swarm()).only("docker_network")).toEqual({
      name: "shop_net",
      driver: "overlay",
      attachable: false,
      options: { encrypted: "" },
      lifecycle: { ignore_changes: ["options"] },
    });
  });

  test("may be in the clear, or cut off from the outside", () => {
    const network = synth(swarm({ networks: [{ name: "net", encrypted: false, internal: true }] }));
    expect(network.only("docker_network")).toMatchObject({ internal: true });
    expect(tryAt(network.only("docker_network"), "options")).toBeUndefined();
  });
});

describe("a volume", () => {
  test("is local, and cannot be destroyed unless a sandbox says so", () => {
    const volume = { name: "shop_data", driver: "local", lifecycle: { prevent_destroy: true } };
    expect(synth(swarm(WITH_VOLUME)).only("docker_volume")).toEqual(volume);
    const sandbox = synth(swarm({ ...WITH_VOLUME, preventDestroy: false })).only("docker_volume");
    expect(at(sandbox, "lifecycle")).toEqual({ prevent_destroy: false });
  });

  test("is mounted by reference, so that it outlives the service", () => {
    expect(at(container(DATABASE, WITH_VOLUME), "mounts")).toEqual([
      { type: "volume", source: "${docker_volume.Swarm_Volume-data_2DCB20F7.name}", target: "/data" },
    ]);
  });

  test("of another driver is made in the same way on the node that mounts it", () => {
    const driverOptions = { type: "nfs", device: ":/data" };
    const volumes = [{ name: "data", driver: "local", driverOptions }];
    expect(synth(swarm({ volumes })).only("docker_volume")).toMatchObject({ driver_opts: driverOptions });
    expect(at(container(DATABASE, { volumes }), "mounts.0.volume_options")).toEqual({
      driver_name: "local",
      driver_options: driverOptions,
    });
  });
});

describe("a config", () => {
  const config = (content: string, parts: Partial<SwarmService> = {}) =>
    synth(swarm({ configs: [{ name: "file", content }], services: [{ ...SERVICE, ...parts }] }));

  test("is named by its content, and made before the old one goes", () => {
    expect(config("a\n").only("docker_config")).toEqual({
      name: "shop_file_87428fc52280",
      data: Buffer.from("a\n").toString("base64"),
      lifecycle: { create_before_destroy: true },
    });
    expect(at(config("b\n").only("docker_config"), "name")).not.toBe("shop_file_87428fc52280");
  });

  test("is mounted read-only, executable where asked for", () => {
    const mounted = (executable?: boolean) =>
      at(
        config("a", { configs: [{ config: "file", path: "/etc/file", executable }] }).only("docker_service"),
        "task_spec.container_spec.configs",
      );
    const reference = "docker_config.Swarm_Config-file_D0085E87";
    const file = {
      config_id: `\${${reference}.id}`,
      config_name: `\${${reference}.name}`,
      file_name: "/etc/file",
    };
    expect(mounted()).toEqual([{ ...file, file_mode: 0o444 }]);
    expect(mounted(true)).toEqual([{ ...file, file_mode: 0o555 }]);
  });

  test("whose content only an apply can tell is named then", () => {
    const stack = dockerStack();
    const content = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
    expect(synth(swarm({ configs: [{ name: "file", content }] }, stack)).only("docker_config")).toMatchObject(
      {
        name: "shop_file_${substr(sha256(var.text), 0, 12)}",
        data: "${base64encode(var.text)}",
      },
    );
  });
});

describe("a secret", () => {
  const secrets = [{ name: "key", external: { id: "abc", name: "shop_key_v3" } }];

  test("is put into the Swarm beside Terraform, and only named here", () => {
    const stack = swarm({ secrets, services: [{ ...SERVICE, secrets: [{ secret: "key" }] }] });
    expect(synth(stack).ids("docker_secret")).toEqual([]);
    expect(at(synth(stack).only("docker_service"), "task_spec.container_spec.secrets")).toEqual([
      { secret_id: "abc", secret_name: "shop_key_v3", file_name: "key" },
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test("is mounted where asked for", () => {
    const parts = { secrets: [{ secret: "key", path: "/etc/key" }] };
    expect(at(container(parts, { secrets }), "secrets.0.file_name")).toBe("/etc/key");
  });

  test("that Terraform stores is versioned, made before the old one goes, and warned of", () => {
    const stack = dockerStack();
    const value = new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue;
    const services = [{ ...SERVICE, secrets: [{ secret: "key" }] }];
    const built = swarm({ secrets: [{ name: "key", value, version: 3 }], services }, stack);
    expect(synth(built).only("docker_secret")).toEqual({
      name: "shop_key_v3",
      data: "${base64encode(var.key)}",
      lifecycle: { create_before_destroy: true },
    });
    expect(at(synth(built).only("docker_service"), "task_spec.container_spec.secrets.0.secret_id")).toMatch(
      /^\$\{docker_secret\..+\.id}$/,
    );
    expect(warnings(built)).toEqual([
      'the value of the secret "key" stands in the Terraform state: docker_secret has no write-only argument; ' +
        "copy it from 'vault' beside Terraform, or guard the state as you would the secret",
    ]);
  });
});
