import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { propertyAccess, TerraformOutput, Token } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import type { ShopPhase } from "../../config/reviews/003-shop/application/model";
import { secretVariable } from "../../constructs/core";
import { SwarmStack, type VaultSecret } from "../../constructs/swarm-stack";
import { warnOfDeviations } from "../deviations";
import { guardHosts } from "../hosts";
import { OptionStack } from "../stack";

/** Name in the Swarm and of the state, the same in every phase: a phase updates the one before and keeps its volumes. */
const STACK = "shop";

/**
 * One phase of the shop on a Docker Swarm.
 *
 * No secret value passes through Terraform. The deployer copies each from Vault into the Swarm, and says which version:
 * `vault kv get -version=3 -field=database_url secret/ecommerce | docker secret create
 * shop_database-url_v3 -`, then `TF_VAR_database_url_secret={"id":"...","version":3}`. A plan shows the
 * commands as the output `vault_commands`.
 * @see 003_0fefc16f43783c8b.txt, "Deployment Architecture"
 */
export function addPhase(scope: Construct, environment: Environment, phase: ShopPhase): OptionStack {
  const stack = new OptionStack(scope, phase.id, environment, STACK);
  const registry = registryOf(stack);
  useSwarm(stack, registry);
  const project = stack.input(
    "image_project",
    "string",
    "Harbor project that holds ecommerce",
    "ecommerce",
  ).stringValue;
  const tag = ownTag(stack);
  const withDigest = pinned(stack, phase);
  const swarm = new SwarmStack(stack, "Shop", {
    name: STACK,
    networks: phase.networks.map((name) => ({ name })),
    volumes: phase.volumes.map((name) => ({ name })),
    configs: Object.entries(phase.configs).map(([name, content]) => ({ name, content })),
    secrets: Object.entries(phase.secrets).map(([name, holds]) => secretOf(stack, name, holds)),
    services: Object.entries(phase.services).map(([name, service]) => ({
      ...service,
      name,
      image:
        typeof service.image === "string"
          ? withDigest(service.image)
          : `${registry}/${project}/${service.image.own}:${tag}`,
      networks: phase.networks,
    })),
    requireDigests: environment.keepsData,
  });
  new TerraformOutput(stack, "vault_commands", { value: Object.fromEntries(swarm.vaultCommands) });
  warnOfDeviations(stack, "003", phase.deviations);
  return stack;
}

/** Host of the registry, to which the credentials belong; the project is a part of the image's path and no part of it. */
function registryOf(stack: OptionStack): string {
  const registry = stack.input(
    "image_registry",
    "string",
    "Host of the Harbor registry, with its port if any",
  );
  registry.addValidation({
    condition: '${can(regex("^[0-9A-Za-z.-]+(:[0-9]+)?$", var.image_registry))}',
    errorMessage:
      "image_registry must be a host such as harbor.example.com; the project goes into image_project.",
  });
  return registry.stringValue;
}

/** The Swarm that the deployer names, and no other; the registry's password reaches neither plan nor state. */
function useSwarm(stack: OptionStack, registry: string): void {
  new DockerProvider(stack, "Docker", {
    host: guardHosts(
      stack,
      "docker",
      stack.input("docker_host", "string", "Manager of the Swarm, as ssh://user@host or unix:///path"),
    ).stringValue,
    registryAuth: [
      {
        address: registry,
        username: stack.input("harbor_username", "string", "Robot account that may pull from the registry")
          .stringValue,
        password: secretVariable(stack, "harbor_password", "Password of the robot account"),
      },
    ],
  });
}

/** Tag of the shop's own image; outside of a sandbox with its digest, so that all nodes run the same bytes. */
function ownTag(stack: OptionStack): string {
  const form = "a tag with its digest: 1.4.2@sha256:<64 hex digits>";
  const tag = stack.input("ecommerce_tag", "string", `Version of the image ecommerce, ${form}`);
  if (stack.environment.keepsData) {
    tag.addValidation({
      condition: '${can(regex("@sha256:[0-9a-f]{64}$", var.ecommerce_tag))}',
      errorMessage: `ecommerce_tag must be ${form}.`,
    });
  }
  return tag.stringValue;
}

/** Where the shop's secrets stand in Vault: assumed, since no review names a path. */
const VAULT_PATH = "ecommerce";

/** Images of others, by their digests outside of a sandbox: which those are only the deployer knows, at the time. */
function pinned(stack: OptionStack, phase: ShopPhase): (image: string) => string {
  if (!stack.environment.keepsData) return (image) => image;
  const images = Object.values(phase.services).flatMap(({ image }) =>
    typeof image === "string" ? [image] : [],
  );
  const names = [...new Set(images)].sort();
  const digests = stack.input("image_digests", "map(string)", `Digest of each of ${names.join(", ")}`);
  const list = JSON.stringify(names);
  digests.addValidation({
    condition: `\${alltrue([for image in ${list} : can(regex("^sha256:[0-9a-f]{64}$", var.image_digests[image]))])}`,
    errorMessage: `image_digests must have sha256:<64 hex digits> for each of ${names.join(", ")}.`,
  });
  return (image) => `${image}@${Token.asString(propertyAccess(digests.value, [image]))}`;
}

/** A secret of the shop, a field of one entry in Vault. */
function secretOf(stack: OptionStack, name: string, holds: string): VaultSecret {
  const field = name.replaceAll("-", "_");
  const given = stack.input(
    `${field}_secret`,
    "object({ id = string, version = number })",
    `${holds}, as copied from Vault's secret/${VAULT_PATH}, field ${field}: the version there, the id in the Swarm`,
  );
  const id = Token.asString(propertyAccess(given.value, ["id"]));
  const version = Token.asNumber(propertyAccess(given.value, ["version"]));
  return { name, vault: { path: VAULT_PATH, field, version, id } };
}
