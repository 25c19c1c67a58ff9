import { ArtifactRegistryRepository } from "@cdktf/provider-google/lib/artifact-registry-repository";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { LARAVEL_NETWORKS } from "../../../config/laravel";
import { useGoogle } from "../../google";
import { OptionStack } from "../../stack";
import { addCluster } from "./cluster";
import { gkeName, REPOSITORY } from "./names";
import { GkeNetwork } from "./network";
import { addSecrets } from "./secrets";
import { addStores } from "./stores";

/**
 * The first stack of `laravel-gke`: network, cluster, images, database, Redis and the secrets of the application.
 * The project's services must be switched on before: container, sqladmin, redis, servicenetworking, secretmanager and
 * artifactregistry.
 * @see 004_199730ef123eca45.txt, "Arquitetura da Solução"
 */
export function addGkePlatform(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "laravel-gke-platform", environment);
  const project = useGoogle(stack, LARAVEL_NETWORKS.gke.region);
  const name = gkeName(environment);
  const network = new GkeNetwork(stack, "Network", { name });
  addCluster(stack, { name, network, project });
  const databasePassword = addStores(stack, { name, network });
  addSecrets(stack, { project, databasePassword });
  const images = new ArtifactRegistryRepository(stack, "Images", {
    repositoryId: REPOSITORY,
    location: LARAVEL_NETWORKS.gke.region,
    format: "DOCKER",
    dockerConfig: { immutableTags: true },
    cleanupPolicies: [{ id: "keep-ten", action: "KEEP", mostRecentVersions: { keepCount: 10 } }],
  });
  new TerraformOutput(stack, "image_repository", { value: images.id });
  return stack;
}
