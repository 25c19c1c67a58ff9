import type { Store } from "../../model";
import { amount, billed, sized, textOr, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size, versioned } from "../terraform/stores";
import type { TerraformTypes } from "../terraform/type";

/** Azure Managed Redis and Azure Cache for Redis. */
export const REDIS: TerraformTypes = {
  azurerm_managed_redis: {
    store: managed,
    charges: (body) => {
      const copies = textOr(body, "high_availability_enabled", "true");
      return [
        billed(
          "hour",
          sized("managed-redis", body.optional("sku_name")),
          copies === undefined ? undefined : copies === "true" ? 2 : 1,
        ),
      ];
    },
  },
  azurerm_redis_cache: {
    store: cache,
    charges: (body) => {
      const parts = ["sku_name", "family", "capacity"].map((key) => body.optional(key));
      return [
        billed("hour", parts.includes(undefined) ? undefined : `redis/${parts.join("-")}`, cacheNodes(body)),
      ];
    },
  },
};

/** Nodes that are charged: the primary and its replicas, in each shard. Basic has no replica. */
function cacheNodes(body: Cursor): number | undefined {
  const tier = body.optional("sku_name");
  const replicas = tier === "Basic" ? 0 : amount(body, "replicas_per_primary", 1);
  const shards = amount(body, "shard_count", 1);
  return times(tier === undefined || replicas === undefined ? undefined : replicas + 1, shards);
}

/**
 * With high availability, the default, a replica on another node takes over. Data survives a restart of all nodes
 * where persistence is on, as snapshots or as an append-only file.
 * @see https://learn.microsoft.com/azure/redis/high-availability
 */
function managed(body: Cursor): Store {
  const replica = body.flag("high_availability_enabled", "high availability", true);
  const database = body.at("default_database");
  return {
    ...head(body, ["name"], "redis"),
    ...size(body, "sku_name"),
    copies: replica === undefined ? undefined : Number(replica) + 1,
    survivesRestart: ["append_only_file", "redis_database"].some(
      (kind) => database.at(`persistence_${kind}_backup_frequency`).present,
    ),
    survivesNodeLoss: replica,
  };
}

/**
 * Basic is one node; Standard and Premium are a primary with a replica, or several.
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-overview#service-tiers
 */
function cache(body: Cursor): Store {
  const tier = body.required("sku_name", "tier");
  const parts = [tier, body.text("family"), body.text("capacity")].filter((part) => part !== undefined);
  const replicas = body.count("replicas_per_primary", "copies", 1);
  const persistence = body.at("redis_configuration");
  const saved = [
    persistence.flag("rdb_backup_enabled", "snapshots", false),
    persistence.flag("aof_backup_enabled", "append-only file", false),
  ];
  const single = tier === "Basic";
  return {
    ...head(body, ["name"], versioned("redis", body.required("redis_version", "engine version"))),
    size: tier === undefined ? undefined : parts.join(" "),
    copies: single ? 1 : tier === undefined || replicas === undefined ? undefined : replicas + 1,
    survivesRestart: saved.includes(true) ? true : saved.includes(undefined) ? undefined : false,
    survivesNodeLoss: tier === undefined ? undefined : !single,
  };
}
