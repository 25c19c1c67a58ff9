import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { useAws } from "../../aws";
import { OptionStack } from "../../stack";
import { addCluster } from "./cluster";
import { addIdentities } from "./identities";
import { addImages } from "./images";
import { eksName } from "./names";
import { EksNetwork } from "./network";
import { addStores } from "./stores";

/**
 * The first stack of `laravel-eks`: network, cluster, images, database, Redis and the secret of the application.
 * @see 004_199730ef123eca45.txt, "Arquitetura da Solução"
 */
export function addEksPlatform(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "laravel-eks-platform", environment);
  useAws(stack);
  const name = eksName(environment);
  const network = new EksNetwork(stack, "Network", { name, region: environment.region });
  const cluster = addCluster(stack, { name, network });
  const secrets = addStores(stack, { name, network });
  addIdentities(stack, { name, clusterName: cluster.name, secrets });
  const image = addImages(stack);
  new TerraformOutput(stack, "image_repository", { value: image.repositoryUrl });
  return stack;
}
