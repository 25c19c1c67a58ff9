import type { Store } from "../../model";
import { head, type StoreReaders, size, versioned } from "../store-readers";
import type { Cursor } from "../terraform/cursor";

/** What keeps data in Azure. */
export const AZURE_STORES: StoreReaders = {
  azurerm_postgresql_flexible_server: (body) => {
    const mebibytes = body.number("storage_mb", "size");
    return {
      ...flexibleServer(body, "postgres"),
      sizeGiB: mebibytes === undefined ? undefined : mebibytes / 1024,
    };
  },
  azurerm_mysql_flexible_server: (body) => ({
    ...flexibleServer(body, "mysql"),
    sizeGiB: body.at("storage").number("size_gb", "size"),
  }),
  azurerm_managed_disk: disk,
  azurerm_redis_cache: redis,
};

/** A standby takes over where high availability is on; without it Azure restarts the one server elsewhere. */
function flexibleServer(body: Cursor, engine: string): Store {
  const standby = body.at("high_availability").present;
  return {
    ...head(body, ["name"], versioned(engine, body.known("version", "engine version"))),
    ...size(body, "sku_name"),
    copies: standby ? 2 : 1,
    survivesRestart: true,
    survivesNodeLoss: standby,
  };
}

/**
 * Basic is one node; Standard and Premium are a primary with a replica, or several.
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-overview#service-tiers
 */
function redis(body: Cursor): Store {
  const tier = body.known("sku_name", "tier");
  const parts = [tier, body.text("family"), body.text("capacity")].filter((part) => part !== undefined);
  const replicas = body.count("replicas_per_primary", "copies", 1);
  const persistence = body.at("redis_configuration");
  const saved = [
    persistence.flag("rdb_backup_enabled", "snapshots", false),
    persistence.flag("aof_backup_enabled", "append-only file", false),
  ];
  const single = tier === "Basic";
  return {
    ...head(body, ["name"], versioned("redis", body.known("redis_version", "engine version"))),
    size: tier === undefined ? undefined : parts.join(" "),
    copies: single ? 1 : tier === undefined || replicas === undefined ? undefined : replicas + 1,
    survivesRestart: saved.includes(true) ? true : saved.includes(undefined) ? undefined : false,
    survivesNodeLoss: tier === undefined ? undefined : !single,
  };
}

/**
 * A disk of its own, which outlives the machine that it is attached to. Azure keeps three copies of each, in one zone
 * (LRS) or in three (ZRS).
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-redundancy
 */
function disk(body: Cursor): Store {
  return {
    ...head(body, ["name"], "disk"),
    ...size(body, "storage_account_type"),
    sizeGiB: body.number("disk_size_gb", "size"),
    copies: 3,
    survivesRestart: true,
    survivesNodeLoss: true,
  };
}
