import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { useAws } from "../../aws";
import { addCluster } from "../../eks/cluster";
import { EksNetwork } from "../../eks/network";
import { OptionStack } from "../../stack";
import { addIdentities } from "./identities";
import { addImages } from "./images";
import { eksName } from "./names";
import { addStores } from "./stores";

const { eks: ADDRESSES } = LARAVEL_NETWORKS;

/** 4 cores and 16 GiB. */
const INSTANCE_TYPE = "m6i.xlarge";
const NODES = ADDRESSES.private.length * LARAVEL.nodes.perZone;

/**
 * The first stack of `laravel-eks`: network, cluster, images, database, Redis and the secret of the application.
 * @see 004_199730ef123eca45.txt, "Arquitetura da Solução"
 */
export function addEksPlatform(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "laravel-eks-platform", environment);
  useAws(stack);
  const name = eksName(environment);
  const network = new EksNetwork(stack, "Network", {
    name,
    region: environment.region,
    addresses: ADDRESSES,
  });
  const cluster = addCluster(stack, {
    name,
    network,
    nodes: { instanceType: INSTANCE_TYPE, min: NODES, max: NODES },
  });
  const secrets = addStores(stack, { name, network });
  addIdentities(stack, { name, clusterName: cluster.name, secrets });
  const image = addImages(stack);
  new TerraformOutput(stack, "image_repository", { value: image.repositoryUrl });
  return stack;
}
