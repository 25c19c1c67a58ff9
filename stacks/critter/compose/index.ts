import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { CRITTER } from "../../../config/reviews/002-critter-supply/application";
import { COMPOSE_DEVIATIONS } from "../../../config/reviews/002-critter-supply/application/compose/deviations";
import { critterProject } from "../../../config/reviews/002-critter-supply/application/compose/project";
import { secretVariable } from "../../../constructs/core";
import { warn } from "../../../constructs/core/warn";
import { warnOfDeviations } from "../../deviations";
import { guardHosts } from "../../hosts";
import { OptionStack } from "../../stack";
import { paymentProviderUrl } from "../payment-provider";
import { DockerProject } from "./docker-project";
import { writtenFiles } from "./written-files";

/**
 * Critter Supply as containers of one Docker host that is there already.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?", "Docker Compose"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "critter-compose", environment);
  useDocker(stack);
  const tag = stack.input("image_tag", "string", "Version of the eight images: a commit, never latest");
  tag.addValidation({
    condition: '${var.image_tag != "" && var.image_tag != "latest"}',
    errorMessage: "image_tag must be a version, and not latest.",
  });
  const secretsFolder = stack.input(
    "secrets_folder",
    "string",
    "Absolute folder of the Docker host with a file for each secret, as docs/options/critter-compose.md lists them",
  );
  secretsFolder.addValidation({
    condition: '${can(regex("^/.*[^/]$", var.secrets_folder))}',
    errorMessage: "secrets_folder must be absolute and not end with a slash.",
  });
  new DockerProject(stack, "Project", {
    project: critterProject(
      { tag: tag.stringValue, paymentProviderUrl: paymentProviderUrl(stack) },
      writtenFiles(),
    ),
    secretsFolder: secretsFolder.stringValue,
    preventDestroy: environment.keepsData,
  });
  warn(
    stack,
    "singleCopy",
    "one host runs everything once: it, PostgreSQL and RabbitMQ are single points of failure, and an update of a " +
      "context is an outage of it",
  );
  warnOfDeviations(stack, "002", COMPOSE_DEVIATIONS.compose);
  return stack;
}

/** The host that the deployer names, and no other; the registry's password reaches neither plan nor state. */
function useDocker(stack: OptionStack): void {
  const [address = ""] = CRITTER.registry.split("/");
  new DockerProvider(stack, "Docker", {
    host: guardHosts(
      stack,
      "docker",
      stack.input("docker_host", "string", "Docker host, as ssh://user@host or unix:///path"),
    ).stringValue,
    registryAuth: [
      {
        address,
        username: stack.input("registry_username", "string", `Account that may pull from ${address}`)
          .stringValue,
        password: secretVariable(stack, "registry_password", "Token of that account"),
      },
    ],
  });
}
