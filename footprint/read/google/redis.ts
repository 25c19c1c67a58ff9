import type { Store } from "../../model";
import { amount, billed, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import type { Billed, TerraformTypes } from "../terraform/type";
import { engine } from "./engine";

/** Largest size in GiB of each capacity tier of Memorystore; above all of them it is M5. */
const CAPACITY_TIERS = [
  ["M1", 4],
  ["M2", 10],
  ["M3", 35],
  ["M4", 100],
] as const;

/** Google Memorystore. */
export const REDIS: TerraformTypes = {
  google_redis_instance: { store, charges },
};

/**
 * Basic is one node that starts empty after a restart.
 * @see https://cloud.google.com/memorystore/docs/redis/redis-tiers
 */
function store(body: Cursor): Store {
  const tier = body.at("tier").present ? body.required("tier", "tier") : "BASIC";
  const single = tier === undefined ? undefined : tier === "BASIC";
  const replicas = body.count("replica_count", "copies", single === true ? 0 : 1);
  const persistence = body.at("persistence_config").text("persistence_mode") === "RDB";
  return {
    ...head(body, ["name"], engine(body.required("redis_version", "engine version"), "redis")),
    size: tier,
    sizeGiB: body.number("memory_size_gb", "size"),
    copies: single === undefined || replicas === undefined ? undefined : single ? 1 : replicas + 1,
    survivesRestart: persistence,
    survivesNodeLoss: single === undefined ? undefined : !single,
  };
}

/** The price of a GiB falls with the size of the whole, and includes the replica of the standard tier. */
function charges(body: Cursor): Billed[] {
  const tier = textOr(body, "tier", "BASIC");
  const sizeGiB = amount(body, "memory_size_gb");
  const name = tier && (tier === "BASIC" ? "basic" : "standard");
  if (name === undefined || sizeGiB === undefined) return [billed("GiB-hour", undefined, sizeGiB)];
  const [capacity] = CAPACITY_TIERS.find(([, most]) => sizeGiB <= most) ?? ["M5"];
  return [billed("GiB-hour", `memorystore/${name}/${capacity}`, sizeGiB)];
}
