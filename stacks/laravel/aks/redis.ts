import { ManagedRedis } from "@cdktf/provider-azurerm/lib/managed-redis";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { Place } from "../../aks/place";
import { privateZone } from "../../aks/private-zone";
import type { OptionStack } from "../../stack";
import type { AksNetwork } from "./network";

/** What Redis is made from. */
export interface RedisOptions {
  readonly name: string;
  readonly place: Place;
  readonly network: AksNetwork;
}

/**
 * "Redis para cache e sessões" as Azure Managed Redis: two copies, reached by a private address alone.
 * @returns its access key, which the provider keeps in the state
 */
export function addRedis(stack: OptionStack, { name, place, network }: RedisOptions): string {
  const redis = new ManagedRedis(stack, "Redis", {
    ...place,
    name,
    // 1 GiB, the smallest with a copy that takes over.
    skuName: "Balanced_B1",
    highAvailabilityEnabled: true,
    publicNetworkAccess: "Disabled",
    defaultDatabase: {
      accessKeysAuthenticationEnabled: true,
      clientProtocol: "Encrypted",
      // One address for all slots: PHP's session handler knows no cluster.
      clusteringPolicy: "EnterpriseCluster",
      // When memory is full, what expires soonest goes first: cache entries before sessions.
      evictionPolicy: "VolatileTTL",
    },
  });
  const { zone } = privateZone(stack, "Redis", {
    domain: "privatelink.redis.azure.net",
    resourceGroupName: place.resourceGroupName,
    networkId: network.networkId,
  });
  new PrivateEndpoint(stack, "RedisEndpoint", {
    ...place,
    name: `${name}-redis`,
    subnetId: network.redisSubnetId,
    privateServiceConnection: {
      name: "redis",
      isManualConnection: false,
      privateConnectionResourceId: redis.id,
      subresourceNames: ["redisEnterprise"],
    },
    privateDnsZoneGroup: { name: "redis", privateDnsZoneIds: [zone.id] },
  });
  return redis.defaultDatabase.primaryAccessKey;
}
