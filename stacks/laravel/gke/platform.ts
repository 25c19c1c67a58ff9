import { ArtifactRegistryRepository } from "@cdktf/provider-google/lib/artifact-registry-repository";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { secretVariable } from "../../../constructs/core";
import { addCluster } from "../../gke/cluster";
import { GkeNetwork } from "../../gke/network";
import { addSecrets } from "../../gke/secrets";
import { useGoogle } from "../../google";
import { OptionStack } from "../../stack";
import { gkeName, REPOSITORY, type Secret, secretId } from "./names";
import { addStores } from "./stores";

const { gke: PLACE } = LARAVEL_NETWORKS;

/** 4 cores and 16 GiB. */
const MACHINE_TYPE = "n2-standard-4";

/**
 * The first stack of `laravel-gke`: network, cluster, images, database, Redis and the secrets of the application.
 * The project's services must be switched on before: container, sqladmin, redis, servicenetworking, secretmanager and
 * artifactregistry.
 * @see 004_199730ef123eca45.txt, "Arquitetura da Solução"
 */
export function addGkePlatform(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "laravel-gke-platform", environment);
  const project = useGoogle(stack, PLACE.region);
  const name = gkeName(environment);
  const network = new GkeNetwork(stack, "Network", { name, addresses: PLACE });
  addCluster(stack, {
    name,
    network,
    project,
    place: PLACE,
    nodes: { machineType: MACHINE_TYPE, perZone: LARAVEL.nodes.perZone },
  });
  const databasePassword = addStores(stack, { name, network });
  addSecrets(stack, {
    project,
    reader: LARAVEL.secretReader,
    nameOf: (id) => secretId(environment, id as Secret),
    values: {
      "app-key": secretVariable(stack, "app_key", "APP_KEY of Laravel, as artisan key:generate prints it"),
      "database-password": databasePassword,
    } satisfies Record<Secret, string>,
  });
  const images = new ArtifactRegistryRepository(stack, "Images", {
    repositoryId: REPOSITORY,
    location: PLACE.region,
    format: "DOCKER",
    dockerConfig: { immutableTags: true },
    // What is kept is an exception from what is deleted: alone it would delete nothing.
    cleanupPolicies: [
      { id: "delete-old", action: "DELETE", condition: { olderThan: "30d" } },
      { id: "keep-ten", action: "KEEP", mostRecentVersions: { keepCount: 10 } },
    ],
  });
  new TerraformOutput(stack, "image_repository", { value: images.id });
  return stack;
}
