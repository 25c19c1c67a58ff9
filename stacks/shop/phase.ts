import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { propertyAccess, Token } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import type { ShopPhase } from "../../config/shop/model";
import { secretVariable } from "../../constructs/core";
import { type SwarmSecret, SwarmStack } from "../../constructs/swarm-stack";
import { warnOfDepartures } from "../departures";
import { OptionStack } from "../stack";

/**
 * One phase of the shop on a Docker Swarm.
 *
 * No secret value passes through Terraform. The deployer puts each into the Swarm, straight from Vault, and names it:
 * `vault kv get -field=database_url secret/ecommerce | docker secret create shop_database_url_v3 -`, then
 * `TF_VAR_database_url_secret={"id":"...","name":"shop_database_url_v3"}`.
 * @see 003_0fefc16f43783c8b.txt, "Deployment Architecture"
 */
export function addPhase(scope: Construct, environment: Environment, phase: ShopPhase): OptionStack {
  const stack = new OptionStack(scope, phase.id, environment);
  const registry = stack.input(
    "image_registry",
    "string",
    "Harbor registry that holds ecommerce",
  ).stringValue;
  useSwarm(stack, registry);
  const tag = ownTag(stack);
  new SwarmStack(stack, "Shop", {
    name: phase.id,
    networks: phase.networks.map((name) => ({ name })),
    volumes: phase.volumes.map((name) => ({ name })),
    configs: Object.entries(phase.configs).map(([name, content]) => ({ name, content })),
    secrets: Object.entries(phase.secrets).map(([name, holds]) => secretOf(stack, name, holds)),
    services: Object.entries(phase.services).map(([name, service]) => ({
      ...service,
      name,
      image: typeof service.image === "string" ? service.image : `${registry}/${service.image.own}:${tag}`,
      networks: phase.networks,
    })),
    preventDestroy: environment.keepsData,
  });
  warnOfDepartures(stack, "003", phase.departures);
  return stack;
}

/** The Swarm that the deployer names, and no other; the registry's password reaches neither plan nor state. */
function useSwarm(stack: OptionStack, registry: string): void {
  new DockerProvider(stack, "Docker", {
    host: stack.input("docker_host", "string", "Manager of the Swarm, as ssh://user@host or unix:///path")
      .stringValue,
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

function secretOf(stack: OptionStack, name: string, holds: string): SwarmSecret {
  const variable = `${name.replaceAll("-", "_")}_secret`;
  const given = stack.input(
    variable,
    "object({ id = string, name = string })",
    `Secret in the Swarm: ${holds}`,
  );
  const part = (key: string) => Token.asString(propertyAccess(given.value, [key]));
  return { name, external: { id: part("id"), name: part("name") } };
}
