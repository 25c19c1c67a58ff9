import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { secretVariable } from "../../../constructs/core";
import { nameSuffix } from "../../aks/name-suffix";
import type { Place } from "../../aks/place";
import { addVault } from "../../aks/vault";
import { useAzure } from "../../azure";
import { OptionStack } from "../../stack";
import { addClusterAndImages } from "./cluster";
import { addDatabase } from "./database";
import { AKS_SECRETS, aksNames } from "./names";
import { AksNetwork } from "./network";
import { addRedis } from "./redis";

/**
 * The first stack of `laravel-aks`: network, cluster, images, database, Redis and the vault of the application.
 * @see 004_199730ef123eca45.txt, "Arquitetura da Solução"
 */
export function addAksPlatform(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "laravel-aks-platform", environment);
  const { tenantId } = useAzure(stack);
  const names = aksNames(environment, nameSuffix(stack));
  const group = new ResourceGroup(stack, "Group", {
    name: names.resourceGroup,
    location: LARAVEL_NETWORKS.aks.region,
  });
  const place: Place = { resourceGroupName: group.name, location: group.location };
  const network = new AksNetwork(stack, "Network", { name: names.cluster, ...place });
  const { cluster, registry } = addClusterAndImages(stack, { names, place, network, tenantId });
  const password = secretVariable(stack, "database_password", "Password of the database's administrator");
  addDatabase(stack, { name: names.database, place, network, password });
  const redisKey = addRedis(stack, { name: names.redis, place, network });
  addVault(stack, {
    name: names.vault,
    place,
    tenantId,
    issuer: cluster.oidcIssuerUrl,
    reader: { name: names.secretReader, ...LARAVEL.secretReader },
    values: {
      [AKS_SECRETS.appKey]: secretVariable(
        stack,
        "app_key",
        "APP_KEY of Laravel, as artisan key:generate prints it",
      ),
      [AKS_SECRETS.databasePassword]: password,
      [AKS_SECRETS.redisKey]: redisKey,
    },
  });
  new TerraformOutput(stack, "image_repository", { value: registry.loginServer });
  return stack;
}
