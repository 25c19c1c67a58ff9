import { parse } from "yaml";
import { ENVIRONMENTS } from "../../config/environments";
import { COMPOSE_DEVIATIONS } from "../../config/reviews/002-critter-supply/application/compose/deviations";
import { critterProject } from "../../config/reviews/002-critter-supply/application/compose/project";
import { addTo as addCompose } from "../../stacks/critter/compose";
import { composeFile } from "../../stacks/critter/compose/compose-file";
import { writtenFiles } from "../../stacks/critter/compose/written-files";
import { addTo as addVm } from "../../stacks/critter/vm";
import { at, type Json, listAt, nameOf, quietApp, synth, tryAt, warnings } from "../helpers/synth";

const SANDBOX = ENVIRONMENTS.sandbox;
const composeStack = addCompose(quietApp(), SANDBOX);
const vmStack = addVm(quietApp(), SANDBOX);
const compose = synth(composeStack);
const vm = synth(vmStack);

const containers = compose.all("docker_container");
const machine = vm.only("azurerm_linux_virtual_machine");
const cloudConfig = Buffer.from(String(at(machine, "custom_data")), "base64").toString();
const startUp = parse(cloudConfig) as Json;

/** A file that cloud-init writes. */
function fileOf(path: string): string {
  const found = (listAt(startUp, "write_files") as Json[]).find((file) => file["path"] === path);
  return String(at(found, "content"));
}

describe("critter-compose", () => {
  test("is this on one page", () => {
    const line = (container: Json) =>
      [
        at(container, "image"),
        `${Number(at(container, "cpu_quota")) / 100_000} cores`,
        `${at(container, "memory")} Mi`,
        ...(listAt(container, "ports") as Json[]).map(({ external }) => `port ${external}`),
      ]
        .join(", ")
        .replace(/\$\{docker_image\.Project_Image-([\w-]+)_\w+\.image_id}/, "image of $1");
    expect({
      types: compose.types,
      containers: Object.fromEntries(containers.map((it) => [nameOf(it), line(it)])),
    }).toMatchSnapshot();
  });

  test("restarts every container, waits until it is healthy, and leaves it no capability that it does not need", () => {
    for (const container of containers) {
      expect(container).toMatchObject({
        restart: "unless-stopped",
        wait: true,
        healthcheck: expect.anything(),
        security_opts: ["no-new-privileges:true"],
      });
      const added = nameOf(container) === "critter-supply-caddy" ? ["CAP_NET_BIND_SERVICE"] : undefined;
      expect(at(container, "capabilities.drop")).toEqual(["ALL"]);
      expect(tryAt(container, "capabilities.add")).toEqual(added);
      // As much as the memory itself is no swap.
      expect(at(container, "memory_swap")).toBe(at(container, "memory"));
    }
  });

  test("never sets `cpus`, which crashes the provider's version", () => {
    expect(containers.filter((container) => "cpus" in container)).toEqual([]);
  });

  test("writes times as the provider reads them, else each plan would change them", () => {
    const postgres = compose.named("docker_container", "critter-supply-postgres");
    expect(at(postgres, "healthcheck")).toMatchObject({ interval: "10s", start_period: "1m0s" });
  });

  test("knows the path of each secret and the value of none", () => {
    const mounts = containers.flatMap((container) => listAt(container, "mounts") as Json[]);
    const files = mounts.filter(({ type }) => type === "bind");
    expect(files.length).toBeGreaterThan(8);
    for (const { source, read_only } of files) {
      expect(source).toMatch(/^\$\{var\.secrets_folder}\/[\w-]+$/);
      expect(read_only).toBe(true);
    }
    expect(compose.text).not.toContain("postgres/postgres");
    expect(at(compose.block("variable"), "registry_password")).toMatchObject({
      sensitive: true,
      ephemeral: true,
    });
  });

  test("lets its volumes be thrown away in a sandbox, and nowhere else", () => {
    const kept = synth(addCompose(quietApp(), ENVIRONMENTS.staging)).all("docker_volume");
    expect(kept.map((volume) => at(volume, "lifecycle.prevent_destroy"))).toEqual([true, true, true, true]);
    const thrown = compose.all("docker_volume");
    expect(thrown.map((volume) => at(volume, "lifecycle.prevent_destroy"))).not.toContain(true);
  });
});

describe("critter-vm", () => {
  test("is this on one page", () => {
    expect({
      types: vm.types,
      files: (listAt(startUp, "write_files") as Json[]).map(({ path }) => path),
      run: at(startUp, "runcmd"),
    }).toMatchSnapshot();
  });

  test("runs the containers of critter-compose: same images, limits, networks and commands, by the same names", () => {
    const { services } = parse(fileOf("/opt/critter-supply/compose.yaml")) as {
      services: Record<string, Json>;
    };
    const images = new Map(
      Object.entries(compose.block("resource")["docker_image"] as Record<string, Json>).map(([id, image]) => [
        `\${docker_image.${id}.image_id}`,
        String(image["name"]).replace("${var.image_tag}", "${IMAGE_TAG:?}"),
      ]),
    );
    const inTerraform = containers.map((it) => ({
      name: nameOf(it),
      image: images.get(String(at(it, "image"))),
      cpus: Number(at(it, "cpu_quota")) / 100_000,
      memory: `${at(it, "memory")}m`,
      command: tryAt(it, "command"),
      hostname: tryAt(it, "hostname"),
      networks: (listAt(it, "networks_advanced") as Json[]).length,
      mounts: (listAt(it, "mounts") as Json[]).length + (listAt(it, "upload") as Json[]).length,
    }));
    const inFile = Object.values(services).map((it) => ({
      name: it["container_name"],
      image: it["image"],
      cpus: it["cpus"],
      memory: it["mem_limit"],
      command: it["command"],
      hostname: it["hostname"],
      networks: listAt(it, "networks").length,
      mounts: listAt(it, "volumes").length,
    }));
    const byName = (a: { name: unknown }, b: { name: unknown }) => (String(a.name) < String(b.name) ? -1 : 1);
    expect(inFile.sort(byName)).toEqual(inTerraform.sort(byName));
  });

  test("lets in HTTPS and nothing else", () => {
    const rules = listAt(vm.only("azurerm_network_security_group"), "security_rule") as Json[];
    const inbound = rules.map(({ access, priority, protocol, destination_port_range: port }) => ({
      access,
      priority,
      protocol,
      port,
    }));
    expect(inbound).toEqual([
      { access: "Allow", priority: 100, protocol: "Tcp", port: "443" },
      { access: "Deny", priority: 4096, protocol: "*", port: "*" },
    ]);
  });

  test("reads its secrets from the vault, as its own identity, and holds none", () => {
    const secrets = vm.all("azurerm_key_vault_secret");
    const names = secrets.map(nameOf);
    for (const name of Object.keys(
      critterProject({ tag: "1", paymentProviderUrl: "" }, writtenFiles()).secrets,
    ))
      expect(names).toContain(name);
    for (const secret of secrets) {
      expect(secret).not.toHaveProperty("value");
      const variable = /^\$\{var\.(\w+)}$/.exec(String(at(secret, "value_wo")))?.[1] ?? "";
      expect(at(vm.block("variable"), variable)).toMatchObject({ sensitive: true, ephemeral: true });
    }
    expect(at(machine, "identity.type")).toBe("UserAssigned");
    for (const name of names) expect(fileOf("/opt/critter-supply/prepare")).toContain(name);
    expect(String(at(machine, "user_data"))).not.toMatch(/password|connection|webhook/);
  });

  test("keeps its start-up data readable, and small enough for Azure", () => {
    expect(cloudConfig).toMatch(/^#cloud-config\n/);
    expect(Buffer.byteLength(cloudConfig)).toBeLessThan(65_535);
  });

  test("backs machine and disk up for 30 days, and waits for the disk before Docker starts", () => {
    expect(at(vm.only("azurerm_backup_policy_vm"), "retention_daily.count")).toBe(30);
    const lun = at(vm.only("azurerm_virtual_machine_data_disk_attachment"), "lun");
    expect(fileOf("/etc/fstab")).toMatch(new RegExp(`^/dev/disk/azure/scsi1/lun${lun} /srv ext4 .*makefs`));
    expect(fileOf("/etc/systemd/system/docker.service.d/10-data-disk.conf")).toContain(
      "RequiresMountsFor=/srv/docker\nAssertPathIsMountPoint=/srv",
    );
    // Of what is required and fails, systemd would not try again.
    expect(fileOf("/etc/systemd/system/critter-supply.service")).not.toContain("Requires=");
    expect(JSON.parse(fileOf("/etc/docker/daemon.json"))).toMatchObject({ "data-root": "/srv/docker" });
  });

  test("keeps the data disk where data is kept", () => {
    const kept = synth(addVm(quietApp(), ENVIRONMENTS.staging)).only("azurerm_managed_disk");
    expect(at(kept, "lifecycle.prevent_destroy")).toBe(true);
    expect(tryAt(vm.only("azurerm_managed_disk"), "lifecycle.prevent_destroy")).toBeUndefined();
  });
});

test.each([
  ["critter-compose", composeStack, COMPOSE_DEVIATIONS.compose],
  ["critter-vm", vmStack, COMPOSE_DEVIATIONS.vm],
] as const)(
  "%s says that it is a single point of failure, and each change from the review once",
  (_, stack, deviations) => {
    const [first, ...rest] = warnings(stack);
    expect(first).toContain("PostgreSQL and RabbitMQ are single points of failure");
    expect(rest).toHaveLength(deviations.length);
    expect(new Set(rest).size).toBe(rest.length);
  },
);

test("a Compose file mounts a file that is not there as nothing, and not as a new folder", () => {
  const { services } = parse(
    composeFile(critterProject({ tag: "1.0.0", paymentProviderUrl: "" }, writtenFiles()), {
      files: "/files",
      secrets: "/secrets",
    }),
  ) as { services: Record<string, { volumes: Json[] }> };
  const binds = Object.values(services).flatMap(({ volumes }) =>
    volumes.filter(({ type }) => type === "bind"),
  );
  expect(binds.length).toBeGreaterThan(15);
  for (const bind of binds)
    expect(bind).toMatchObject({ read_only: true, bind: { create_host_path: false } });
});
