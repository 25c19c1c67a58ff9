import type { Store } from "../../model";
import { amount, billed, blocks, byUse, ifUsed, named, sized, textOr, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, isOn, protection } from "../terraform/stores";
import { type Billed, ignored, partOf, type TerraformTypes } from "../terraform/type";

/** BigQuery, Spanner, Bigtable, AlloyDB, Firestore, and Redis clusters of Memorystore. */
export const DATA: TerraformTypes = {
  google_bigquery_dataset: {
    store: (body) => ({
      ...head(body, ["dataset_id"], "bigquery"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: () => [byUse("bigquery/queries", "TiB", "monthly_queries_tb")],
  },
  google_bigquery_table: {
    partOf: "google_bigquery_dataset",
    charges: (body) =>
      body.at("view").present || body.at("external_data_configuration").present
        ? []
        : [
            byUse("bigquery/storage", "GiB-month", "monthly_active_storage_gb"),
            ifUsed("bigquery/long-term-storage", "GiB-month", "monthly_long_term_storage_gb"),
            ifUsed("bigquery/streaming-inserts", "GiB", "monthly_streaming_inserts_mb"),
            ifUsed("bigquery/storage-write", "GiB", "monthly_storage_write_api_gb"),
            ifUsed("bigquery/storage-read", "TiB", "monthly_storage_read_api_tb"),
          ],
  },
  google_bigquery_reservation: {
    charges: (body) => [billed("hour", "bigquery/slot", amount(body, "slot_capacity"))],
    chargedOnly: "computes on data that is listed where it is kept",
  },
  google_spanner_instance: { store: spanner, charges: spannerCharges },
  google_bigtable_instance: { store: bigtable, charges: bigtableCharges },
  google_alloydb_instance: { store: alloydb, charges: alloydbCharges },
  google_alloydb_cluster: {
    partOf: "google_alloydb_instance",
    charges: () => [byUse("alloydb/storage", "GiB-month"), byUse("alloydb/backup", "GiB-month")],
  },
  google_firestore_database: {
    store: (body) => ({
      ...head(body, ["name"], "firestore"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: {
        deletion: body.optional("delete_protection_state") === "DELETE_PROTECTION_ENABLED",
        encrypted: true,
      },
    }),
    charges: () => [
      byUse("firestore/operations", "100,000 operations"),
      byUse("firestore/storage", "GiB-month"),
    ],
  },
  google_redis_cluster: { store: redisCluster, charges: redisCharges },
  google_memcache_instance: {
    store: (body) => {
      const nodes = body.count("node_count", "nodes");
      const memory = body.at("node_config").number("memory_size_mb", "size");
      return {
        ...head(body, ["name"], "memcached"),
        sizeGiB: memory === undefined || nodes === undefined ? undefined : (memory * nodes) / 1024,
        copies: 1,
        survivesRestart: false,
        survivesNodeLoss: false,
      };
    },
    charges: (body) => {
      const [nodes, node] = [amount(body, "node_count"), body.at("node_config")];
      const memory = amount(node, "memory_size_mb");
      return [
        billed("vCPU-hour", "memcached/cpu", times(amount(node, "cpu_count"), nodes)),
        billed(
          "GiB-hour",
          "memcached/memory",
          times(memory === undefined ? undefined : memory / 1024, nodes),
        ),
      ];
    },
  },
  ...partOf("google_spanner_instance", "google_spanner_database"),
  ...partOf("google_bigtable_instance", "google_bigtable_table"),
  ...ignored(
    "part or setting of a database that is listed by itself",
    "google_alloydb_backup",
    "google_alloydb_user",
    "google_bigquery_analytics_hub_*",
    "google_bigquery_capacity_commitment",
    "google_bigquery_connection",
    "google_bigquery_data_transfer_config",
    "google_bigquery_dataset_access",
    "google_bigquery_job",
    "google_bigquery_reservation_assignment",
    "google_bigquery_routine",
    "google_bigtable_app_profile",
    "google_bigtable_gc_policy",
    "google_firestore_backup_schedule",
    "google_firestore_document",
    "google_firestore_field",
    "google_firestore_index",
    "google_spanner_backup_schedule",
  ),
};

/** A regional configuration keeps three copies, one of several regions at least five. */
function spanner(body: Cursor): Store {
  const config = body.required("config", "copies");
  const nodes = body.number("num_nodes", "size");
  const units = body.number("processing_units", "size");
  return {
    ...head(body, ["name", "display_name"], "spanner"),
    size: spannerSize(nodes, units),
    copies: config === undefined ? undefined : isRegional(config) ? 3 : 5,
    survivesRestart: true,
    survivesNodeLoss: true,
    protection: { encrypted: true },
  };
}

function spannerSize(nodes: number | undefined, units: number | undefined): string | undefined {
  if (nodes !== undefined) return `${nodes} nodes`;
  return units === undefined ? undefined : `${units} processing units`;
}

function isRegional(config: string): boolean {
  return /(?:^|\/)regional-/.test(config);
}

/** A node is 1,000 processing units; an autoscaler keeps between two limits. */
function spannerCharges(body: Cursor): Billed[] {
  const config = body.optional("config")?.split("/").at(-1);
  const edition = textOr(body, "edition", "STANDARD")?.toLowerCase();
  const limits = body.at("autoscaling_config").at("autoscaling_limits");
  const of = (at: Cursor, nodes: string, units: string) => {
    const whole = amount(at, nodes);
    const parts = amount(at, units);
    return whole ?? (parts === undefined ? undefined : parts / 1000);
  };
  const sku = named("spanner/node", edition, config);
  const storage = byUse("spanner/storage", "GiB-month");
  if (!limits.present) {
    const isSet = body.at("num_nodes").present || body.at("processing_units").present;
    return [billed("hour", sku, isSet ? of(body, "num_nodes", "processing_units") : 1), storage];
  }
  const min = of(limits, "min_nodes", "min_processing_units");
  const max = of(limits, "max_nodes", "max_processing_units");
  const quantity = min === undefined || max === undefined ? undefined : { min, steady: min, max };
  return [{ ...billed("hour", sku, undefined), ...(quantity === undefined ? {} : { quantity }) }, storage];
}

/** Each cluster is a copy of all the data. */
function bigtable(body: Cursor): Store {
  const clusters = blocks(body, "cluster").length;
  return {
    ...head(body, ["name"], "bigtable"),
    copies: clusters === 0 ? undefined : clusters,
    survivesRestart: true,
    // The data is in Colossus: the nodes of a cluster have none of it.
    survivesNodeLoss: true,
    ...protection(body, { deletion: isOn(body, "deletion_protection", true), encrypted: true }),
  };
}

function bigtableCharges(body: Cursor): Billed[] {
  const clusters = blocks(body, "cluster");
  if (clusters.length === 0) return [billed("hour", "bigtable/node", undefined)];
  return clusters.flatMap((cluster) => {
    const scaling = cluster.at("autoscaling_config");
    const disk = textOr(cluster, "storage_type", "SSD")?.toLowerCase();
    const [min, max] = [amount(scaling, "min_nodes"), amount(scaling, "max_nodes")];
    const nodes = scaling.present ? undefined : amount(cluster, "num_nodes", 1);
    const quantity = min === undefined || max === undefined ? undefined : { min, steady: min, max };
    return [
      { ...billed("hour", "bigtable/node", nodes), ...(quantity === undefined ? {} : { quantity }) },
      byUse(named("bigtable/storage", disk) ?? "bigtable/storage", "GiB-month"),
    ];
  });
}

/** A primary is regional, with a standby, unless it is zonal; a read pool has its own nodes. */
function alloydb(body: Cursor): Store {
  const regional = textOr(body, "availability_type", "REGIONAL");
  const pool = body.at("read_pool_config").count("node_count", "nodes");
  const copies = pool ?? (regional === undefined ? undefined : regional === "ZONAL" ? 1 : 2);
  return {
    ...head(body, ["instance_id"], "alloydb"),
    size: alloydbSize(body),
    copies,
    survivesRestart: true,
    survivesNodeLoss: copies === undefined ? undefined : copies > 1,
    protection: { encrypted: true },
  };
}

function alloydbSize(body: Cursor): string | undefined {
  const machine = body.at("machine_config");
  const cores = machine.optional("cpu_count");
  return machine.optional("machine_type") ?? (cores === undefined ? undefined : `${cores} vCPU`);
}

function alloydbCharges(body: Cursor): Billed[] {
  const cores = amount(body.at("machine_config"), "cpu_count");
  const pool = amount(body.at("read_pool_config"), "node_count");
  const regional = textOr(body, "availability_type", "REGIONAL");
  const copies = pool ?? (regional === undefined ? undefined : regional === "ZONAL" ? 1 : 2);
  // Each vCPU has 8 GiB: https://cloud.google.com/alloydb/docs/instance-primary-create
  return [
    billed("vCPU-hour", "alloydb/vcpu", times(cores, copies)),
    billed("GiB-hour", "alloydb/memory", times(cores, 8, copies)),
  ];
}

const HIGHMEM = "REDIS_HIGHMEM_MEDIUM";

/** Each shard has a primary and its replicas. */
function redisCluster(body: Cursor): Store {
  const replicas = body.count("replica_count", "copies", 0);
  const mode = textOr(body.at("persistence_config"), "mode", "DISABLED");
  return {
    ...head(body, ["name"], "redis cluster"),
    size: textOr(body, "node_type", HIGHMEM),
    copies: replicas === undefined ? undefined : replicas + 1,
    survivesRestart: mode === undefined ? undefined : mode !== "DISABLED",
    survivesNodeLoss: replicas === undefined ? undefined : replicas > 0,
    ...protection(body, { deletion: isOn(body, "deletion_protection_enabled", true) }),
  };
}

function redisCharges(body: Cursor): Billed[] {
  const type = textOr(body, "node_type", HIGHMEM);
  const replicas = amount(body, "replica_count", 0);
  const nodes = times(amount(body, "shard_count"), replicas === undefined ? undefined : replicas + 1);
  const mode = body.at("persistence_config").optional("mode");
  return [
    billed("hour", sized("redis-cluster", type), nodes),
    ...(mode === "AOF" ? [byUse("redis-cluster/aof", "GiB-month")] : []),
    ...(body.at("automated_backup_config").present ? [byUse("redis-cluster/backup", "GiB-month")] : []),
  ];
}
