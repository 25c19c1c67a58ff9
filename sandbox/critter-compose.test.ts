import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { synthesise } from "./document";
import { inputsFor } from "./inputs";
import { describeWhen } from "./requirement";
import { SWARM_REQUIREMENTS, Swarm } from "./swarm";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

/** A container in the Terraform JSON, as far as it is read and changed here. */
interface ContainerJson {
  readonly name: string;
  cpu_quota: number;
  readonly healthcheck: { interval: string };
  destroy_grace_seconds: number;
  stop_timeout: number;
  readonly mounts: readonly { readonly type: string; readonly source: string }[];
  readonly upload: readonly { readonly file: string; readonly content: string }[];
}

const scratch = temporaryFolder("critter-compose");
afterAll(() => removeFolder(scratch));

const stack = synthesise("critter-compose", join(scratch, "cdktf.out"));
const resources = stack.document.resource as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const containers = Object.values(resources["docker_container"] ?? {}) as ContainerJson[];
const [messagingAddress = ""] = Object.keys(resources["docker_container"] ?? {})
  .filter((id) => id.includes("messaging"))
  .map((id) => `docker_container.${id}`);
const images = (Object.values(resources["docker_image"] ?? {}) as { readonly name: string }[]).map(
  ({ name }) => name.replace("${var.image_tag}", "1.0.0"),
);
const secrets = [
  ...new Set(
    containers.flatMap(({ mounts }) =>
      mounts.flatMap(({ source }) => /^\$\{var\.secrets_folder}\/(.+)$/.exec(source)?.[1] ?? []),
    ),
  ),
];

/** Stand-ins answer at once, and no container may have more cores than there are. */
function fitThisMachine(): void {
  for (const container of containers) {
    container.cpu_quota = Math.min(container.cpu_quota, cpus().length * 100_000);
    container.healthcheck.interval = "1s";
    container.destroy_grace_seconds = 1;
    container.stop_timeout = 1;
  }
  writeFileSync(join(stack.folder, "cdk.tf.json"), JSON.stringify(stack.document));
}

function secretValue(name: string): string {
  return `the value of ${name}`;
}

test("critter-compose is synthesised with containers that read secrets from files", () => {
  expect(containers.length).toBeGreaterThan(8);
  expect(secrets.length).toBeGreaterThan(3);
});

const providers = Object.values(stack.document.terraform.required_providers);

// The tests follow one another.
describeWhen(
  [...SWARM_REQUIREMENTS, ...terraformRequirements(providers)],
  "critter-compose on Docker",
  () => {
    const messaging = "critter-supply-messaging";
    const data = "/var/lib/rabbitmq/mnesia";
    let docker: Swarm;
    let terraform: Terraform;

    /** Fields of a container, as `docker inspect` gives them by a template. */
    const inspect = (name: string, template: string) =>
      docker.docker(["inspect", name, "--format", template]);
    const hostname = () => docker.docker(["exec", messaging, "hostname"]);
    const dataOf = (node: string) => docker.readFile(messaging, `${data}/${node}/queue`);

    beforeAll(async () => {
      fitThisMachine();
      const folder = join(scratch, "secrets");
      mkdirSync(folder);
      for (const name of secrets) writeFileSync(join(folder, name), secretValue(name), { mode: 0o444 });
      docker = await Swarm.start();
      await docker.addStandIns(images);
      const inputs = inputsFor(stack.document, { docker_host: docker.host, secrets_folder: folder });
      terraform = new Terraform(stack.folder, inputs);
      await terraform.init();
    });
    afterAll(() => docker?.stop());

    test("is valid for the real provider", async () => {
      await terraform.validate();
    });

    test("applies, and every container is healthy", async () => {
      await terraform.apply();
      const running = docker
        .docker(["ps", "--filter", "health=healthy", "--format", "{{.Names}}"])
        .split("\n");
      expect(running.sort()).toEqual(containers.map(({ name }) => name).sort());
    });

    test("has nothing left to change", async () => {
      expect(await terraform.plan()).toBe("");
    });

    test("listens on 443 of the host and on nothing else", () => {
      const ports = docker
        .docker(["ps", "--format", "{{.Ports}}"])
        .split("\n")
        .filter((line) => line !== "");
      expect(ports).toEqual(["0.0.0.0:443->443/tcp"]);
    });

    test("gives each container its secrets as files, and none to the state or to an environment", async () => {
      const orders = "critter-supply-orders";
      expect(docker.readFile(orders, "/run/secrets/ConnectionStrings__postgres")).toBe(
        secretValue("postgres-connection"),
      );
      const seen = [JSON.stringify(await terraform.showJson())];
      for (const { name } of containers) seen.push(inspect(name, "{{json .Config}}"));
      for (const name of secrets) expect(seen.join("")).not.toContain(secretValue(name));
    });

    test("gives each container its files, which the container's own user can read", () => {
      for (const { name, upload } of containers)
        for (const { file, content } of upload) expect(docker.readFile(name, file)).toBe(content.trim());
      expect(docker.readFile(messaging, "/run/secrets/definitions/20-users.json")).toBe(
        secretValue("rabbitmq-users"),
      );
    });

    test("puts no context on the network of those who watch, nor the front door on that of the stores", () => {
      const networks = (name: string) =>
        Object.keys(
          JSON.parse(inspect(`critter-supply-${name}`, "{{json .NetworkSettings.Networks}}")),
        ).sort();
      expect(networks("caddy")).toEqual(["critter-supply-front"]);
      expect(networks("orders")).toEqual(["critter-supply-back"]);
      expect(networks("grafana")).toEqual(["critter-supply-watch"]);
    });

    test("keeps RabbitMQ's node name and data folder over a restart and in a new container", async () => {
      const node = `rabbit@${hostname()}`;
      const write = `mkdir -p ${data}/${node} && echo kept > ${data}/${node}/queue`;
      docker.docker(["exec", "--user", "0", messaging, "sh", "-c", write]);

      docker.docker(["restart", "--time", "1", messaging]);
      expect(dataOf(`rabbit@${hostname()}`)).toBe("kept");

      const before = inspect(messaging, "{{.Id}}");
      docker.docker(["rm", "--force", messaging]);
      await terraform.apply({ targets: [messagingAddress] });
      expect(inspect(messaging, "{{.Id}}")).not.toBe(before);
      expect(dataOf(`rabbit@${hostname()}`)).toBe("kept");
    });

    test("can be destroyed", async () => {
      await terraform.destroy();
      expect(docker.docker(["ps", "--all", "--quiet"])).toBe("");
      expect(docker.docker(["volume", "ls", "--quiet"])).toBe("");
    });
  },
);
