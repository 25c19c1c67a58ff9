import { App } from "cdktf";
import type { Construct } from "constructs";
import { ENVIRONMENTS, type Environment } from "../../config/environments";
import { TRADITIONAL } from "../../config/reviews/003-shop/application/1-traditional";
import { FRANKENPHP } from "../../config/reviews/003-shop/application/2-frankenphp";
import { TUNED } from "../../config/reviews/003-shop/application/3-tuned";
import { VARNISHED } from "../../config/reviews/003-shop/application/4-varnish";
import { SEARCH } from "../../config/reviews/003-shop/application/5-opensearch";
import { SEARCH_DRIVEN } from "../../config/reviews/003-shop/application/6-search-driven";
import { ENTERPRISE } from "../../config/reviews/003-shop/application/7-enterprise";
import { addTo as addTraditional } from "../../stacks/shop/1-traditional";
import { addTo as addFrankenphp } from "../../stacks/shop/2-frankenphp";
import { addTo as addTuned } from "../../stacks/shop/3-tuned";
import { addTo as addVarnish } from "../../stacks/shop/4-varnish";
import { addTo as addOpensearch } from "../../stacks/shop/5-opensearch";
import { addTo as addSearchDriven } from "../../stacks/shop/6-search-driven";
import { addTo as addEnterprise } from "../../stacks/shop/7-enterprise";
import type { OptionStack } from "../../stacks/stack";
import { matchers } from "../../testing";
import { at, type Json, listAt, synth, tryAt, warnings } from "../helpers/synth";

expect.extend(matchers);

type AddTo = (scope: Construct, environment: Environment) => OptionStack;

const STACKS = [
  [addTraditional, TRADITIONAL],
  [addFrankenphp, FRANKENPHP],
  [addTuned, TUNED],
  [addVarnish, VARNISHED],
  [addOpensearch, SEARCH],
  [addSearchDriven, SEARCH_DRIVEN],
  [addEnterprise, ENTERPRISE],
] as const;

function build(addTo: AddTo, environment: Environment = ENVIRONMENTS.sandbox): OptionStack {
  return addTo(new App({ stackTraces: false }), environment);
}

const SYNTHESISED = STACKS.map(([addTo, phase]) => [phase.id, synth(build(addTo)), phase] as const);

/** A service in one line: how many of what, with which limits, where and reached by what. */
function line(service: Json): string {
  const limits = at(service, "task_spec.resources.limits") as { nano_cpus: number; memory_bytes: number };
  const ports = (tryAt(service, "endpoint_spec.ports") ?? []) as {
    published_port: number;
    target_port: number;
  }[];
  const mounts = listAt(service, "task_spec.container_spec.mounts") as { source: string }[];
  return [
    `${at(service, "mode.replicated.replicas")} x ${at(service, "task_spec.container_spec.image")}`,
    `${limits.nano_cpus / 1e9} cores`,
    `${limits.memory_bytes / 2 ** 20} Mi`,
    ...ports.map(({ published_port, target_port }) => `${published_port} -> ${target_port}`),
    ...mounts.map(({ source }) => `volume ${source}`),
    ...((tryAt(service, "task_spec.placement.constraints") ?? []) as string[]),
  ].join(", ");
}

/** Services that share a network with one. */
function peersOf(stack: ReturnType<typeof synth>, id: string): string[] {
  const networks = (name: string) =>
    (
      (tryAt(stack.block("resource"), `docker_service.${name}.task_spec.networks_advanced`) ?? []) as Json[]
    ).map((network) => network["name"]);
  return stack
    .ids("docker_service")
    .filter((other) => other !== id && networks(other).some((each) => networks(id).includes(each)))
    .map((other) => `docker_service.${other}`);
}

describe.each(SYNTHESISED)("%s", (id, stack, phase) => {
  const services = stack.all("docker_service");

  test("has the services and networks of its phase", () => {
    const names = (type: string) => stack.all(type).map(({ name }) => name);
    expect({
      services: Object.fromEntries(services.map((service) => [service["name"], line(service)])),
      networks: names("docker_network"),
      configs: names("docker_config"),
    }).toMatchSnapshot();
    expect(services).toHaveLength(Object.keys(phase.services).length);
  });

  test("lets in the internet to published ports alone", () => {
    for (const name of stack.ids("docker_service")) {
      const service = at(stack.block("resource"), `docker_service.${name}`);
      const published = (tryAt(service, "endpoint_spec.ports") ?? []) as { target_port: number }[];
      const sources = published.map(({ target_port }) => `0.0.0.0/0:${target_port}`);
      expect(stack.text).toBeReachedOnlyBy(`docker_service.${name}`, [...sources, ...peersOf(stack, name)]);
    }
  });

  test("pins every image, and takes the shop's own from the registry", () => {
    const images = services.map((service) => String(at(service, "task_spec.container_spec.image")));
    for (const image of images)
      expect(image).toMatch(
        /^(\$\{var\.image_registry}\/\$\{var.image_project}\/ecommerce:\$\{var\.ecommerce_tag}|.+:.*\d.*)$/,
      );
    expect(images.filter((image) => image.startsWith("${"))).not.toEqual([]);
  });

  test("holds no secret, only what the deployer names", () => {
    expect(stack.types).toEqual(["docker_config", "docker_network", "docker_service"]);
    const variables = services.flatMap((service) =>
      Object.keys((tryAt(service, "task_spec.container_spec.env") ?? {}) as Json),
    );
    const sensitive = variables.filter((name) => /PASSWORD|SECRET|KEY|DATABASE_.*URL/.test(name));
    expect(sensitive).not.toEqual([]);
    for (const name of sensitive) expect(name).toMatch(/_FILE$/);
    for (const name of Object.keys(phase.secrets)) {
      const variable = at(stack.block("variable"), `${name.replaceAll("-", "_")}_secret`);
      expect(variable).toMatchObject({ type: "object({ id = string, version = number })" });
      expect(tryAt(variable, "default")).toBeUndefined();
    }
    const commands = at(stack.block("output"), "vault_commands.value") as Json;
    expect(Object.keys(commands)).toEqual(Object.keys(phase.secrets).sort());
    const mounted = services.flatMap((service) => listAt(service, "task_spec.container_spec.secrets"));
    for (const secret of mounted) expect(at(secret, "secret_id")).toMatch(/^\$\{var\.\w+_secret\.id}$/);
  });

  test("says each change from the review once", () => {
    const [addTo] = STACKS.find(([, { id: other }]) => other === id) ?? [addTraditional];
    const said = warnings(build(addTo));
    expect(said).toHaveLength(phase.deviations.length);
    expect(new Set(said).size).toBe(said.length);
  });
});

test("all phases are one deployment: one state, one name, and one address of each service that stays", () => {
  for (const environment of [ENVIRONMENTS.sandbox, ENVIRONMENTS.staging, ENVIRONMENTS.production]) {
    const kept = STACKS.map(([addTo]) => {
      const { backend, cloud } = synth(build(addTo, environment)).block("terraform");
      return JSON.stringify({ backend, cloud });
    });
    expect(new Set(kept).size).toBe(1);
    expect(kept[0]).toMatch(/\bshop(-production"|\.tfstate")/);
  }
  SYNTHESISED.slice(1).forEach(([, stack], index) => {
    const [, before] = SYNTHESISED[index] ?? ["", stack];
    const gone = before.ids("docker_service").filter((id) => !stack.ids("docker_service").includes(id));
    expect(gone.map((id) => id.replace(/_\w{8}$/, ""))).toEqual(index === 0 ? ["Shop_Service-nginx"] : []);
    const mounts = stack.named("docker_service", "shop_postgres");
    expect(at(mounts, "task_spec.container_spec.mounts.0.source")).toBe("shop_postgres-data");
  });
});

describe("a stack of the shop", () => {
  const stack = synth(build(addTraditional));

  test("talks to the Swarm and the registry that the deployer names, whose password is in no state", () => {
    expect(at(stack.block("provider"), "docker.0")).toEqual({
      host: "${var.docker_host}",
      registry_auth: [
        {
          address: "${var.image_registry}",
          username: "${var.harbor_username}",
          password: "${var.harbor_password}",
        },
      ],
    });
    expect(at(stack.block("variable"), "harbor_password")).toMatchObject({
      sensitive: true,
      ephemeral: true,
    });
  });

  test("says what it changed, where, and why", () => {
    expect(warnings(build(addTraditional))).toContain(
      'review 003, "Docker Swarm Deployment Configuration": specified: depends_on; implemented: the order in which Terraform ' +
        "creates the services, and a restart after each failed start; reason: Docker Swarm ignores depends_on",
    );
  });

  test("gives the credentials to the registry's host, which the project is no part of", () => {
    const { image_registry: registry } = stack.block("variable") as Record<string, Json>;
    const { condition } = (listAt(registry, "validation") as { condition: string }[])[0] ?? { condition: "" };
    const pattern = new RegExp(/regex\("(.+?)",/.exec(condition)?.[1] ?? "nothing");
    expect(["harbor.example.com", "10.0.0.1:5000"].every((host) => pattern.test(host))).toBe(true);
    expect(["harbor.example.com/shop", "https://harbor.example.com", ""].some((it) => pattern.test(it))).toBe(
      false,
    );
  });

  test("shows how a secret is copied from Vault into the Swarm", () => {
    expect(at(stack.block("output"), "vault_commands.value.database-url")).toBe(
      "vault kv get -mount=secret -version=${var.database_url_secret.version} -field=database_url ecommerce | " +
        "docker secret create shop_database-url_v${var.database_url_secret.version} -",
    );
  });

  test("demands the digest of every other image outside of a sandbox", () => {
    expect(stack.block("variable")).not.toHaveProperty("image_digests");
    const production = synth(build(addTraditional, ENVIRONMENTS.production));
    const list = '["nginx:1.24-alpine","postgres:16-alpine","redis:7-alpine"]';
    expect(at(production.block("variable"), "image_digests")).toMatchObject({
      type: "map(string)",
      validation: [
        {
          condition: `\${alltrue([for image in ${list} : can(regex("^sha256:[0-9a-f]{64}$", var.image_digests[image]))])}`,
          error_message:
            "image_digests must have sha256:<64 hex digits> for each of nginx:1.24-alpine, postgres:16-alpine, " +
            "redis:7-alpine.",
        },
      ],
    });
    const images = production.all("docker_service").map((it) => at(it, "task_spec.container_spec.image"));
    expect(images).toContain('postgres:16-alpine@${var.image_digests["postgres:16-alpine"]}');
  });

  test("demands the image's digest outside of a sandbox", () => {
    const tag = (environment: Environment) =>
      at(synth(build(addTraditional, environment)).block("variable"), "ecommerce_tag") as Json;
    expect(tag(ENVIRONMENTS.sandbox)).not.toHaveProperty("validation");
    expect(tag(ENVIRONMENTS.production)["validation"]).toEqual([
      {
        condition: '${can(regex("@sha256:[0-9a-f]{64}$", var.ecommerce_tag))}',
        error_message: "ecommerce_tag must be a tag with its digest: 1.4.2@sha256:<64 hex digits>.",
      },
    ]);
  });
});
