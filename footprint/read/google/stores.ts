import type { Store } from "../../model";
import { head, type StoreReaders, versioned } from "../store-readers";
import type { Cursor } from "../terraform/cursor";

/** What keeps data in Google Cloud. */
export const GOOGLE_STORES: StoreReaders = {
  google_sql_database_instance: database,
  google_redis_instance: redis,
  google_filestore_instance: (body) => ({
    ...head(body, ["name"], "filestore"),
    size: body.known("tier", "size"),
    sizeGiB: body.at("file_shares").number("capacity_gb", "size"),
    survivesRestart: true,
  }),
};

/** `POSTGRES_16` and `MYSQL_8_0`. A regional instance has a standby in another zone. */
function database(body: Cursor): Store {
  const settings = body.at("settings");
  const availability = settings.at("availability_type").present
    ? settings.known("availability_type", "availability")
    : "ZONAL";
  const regional = availability === undefined ? undefined : availability === "REGIONAL";
  return {
    ...head(body, ["name"], engine(body.known("database_version", "engine version"), "sql")),
    size: settings.known("tier", "size"),
    sizeGiB: settings.number("disk_size", "size"),
    copies: regional === undefined ? undefined : Number(regional) + 1,
    survivesRestart: true,
    survivesNodeLoss: regional,
  };
}

/**
 * Basic is one node that starts empty after a restart.
 * @see https://cloud.google.com/memorystore/docs/redis/redis-tiers
 */
function redis(body: Cursor): Store {
  const tier = body.at("tier").present ? body.known("tier", "tier") : "BASIC";
  const single = tier === undefined ? undefined : tier === "BASIC";
  const replicas = body.count("replica_count", "copies", single === true ? 0 : 1);
  const persistence = body.at("persistence_config").text("persistence_mode") === "RDB";
  return {
    ...head(body, ["name"], engine(body.known("redis_version", "engine version"), "redis")),
    size: tier,
    sizeGiB: body.number("memory_size_gb", "size"),
    copies: single === undefined || replicas === undefined ? undefined : single ? 1 : replicas + 1,
    survivesRestart: persistence,
    survivesNodeLoss: single === undefined ? undefined : !single,
  };
}

/** `POSTGRES_16` is `postgres 16`, `REDIS_7_0` is `redis 7.0`. */
function engine(version: string | undefined, absent: string): string {
  const [name, ...numbers] = (version ?? absent).toLowerCase().split("_");
  const known = numbers.filter((part) => part !== "x").join(".");
  return versioned(name ?? absent, known === "" ? undefined : known);
}
