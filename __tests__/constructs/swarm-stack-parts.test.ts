import { TerraformVariable } from "cdktf";
import type { SwarmService, SwarmStackProps } from "../../constructs/swarm-stack";
import { containerOf, dockerStack, SERVICE, swarm } from "../helpers/swarm";
import { at, synth, tryAt, warnings } from "../helpers/synth";

const DATABASE: Partial<SwarmService> = {
  volumes: [{ volume: "data", path: "/data" }],
  nodeLabel: "shop.data",
};
const WITH_VOLUME: Partial<SwarmStackProps> = { volumes: [{ name: "data" }] };

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
  test("is made by the task on its node: nothing of Terraform's makes it on a manager, or deletes it", () => {
    const stack = swarm(WITH_VOLUME);
    expect(synth(stack).types).not.toContain("docker_volume");
    expect([...stack.volumes]).toEqual([["data", "shop_data"]]);
    expect(at(containerOf(DATABASE, WITH_VOLUME), "mounts")).toEqual([
      { type: "volume", source: "shop_data", target: "/data" },
    ]);
  });

  test("of another driver is made in the same way on the node that mounts it", () => {
    const driverOptions = { type: "nfs", device: ":/data" };
    const volumes = [{ name: "data", driver: "local", driverOptions }];
    expect(at(containerOf(DATABASE, { volumes }), "mounts.0.volume_options")).toEqual({
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

  test("whose content is a token is named at apply", () => {
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

  test("is created outside of Terraform, and only referenced", () => {
    const stack = swarm({ secrets, services: [{ ...SERVICE, secrets: [{ secret: "key" }] }] });
    expect(synth(stack).ids("docker_secret")).toEqual([]);
    expect(at(synth(stack).only("docker_service"), "task_spec.container_spec.secrets")).toEqual([
      { secret_id: "abc", secret_name: "shop_key_v3", file_name: "key" },
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test("is mounted where asked for", () => {
    const parts = { secrets: [{ secret: "key", path: "/etc/key" }] };
    expect(at(containerOf(parts, { secrets }), "secrets.0.file_name")).toBe("/etc/key");
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
      'the value of the secret "key" is part of the Terraform state: docker_secret has no write-only argument; ' +
        "use 'vault' to copy it outside of Terraform, or protect the state like the secret",
    ]);
  });
});
