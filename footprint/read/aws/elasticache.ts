import type { Store } from "../../model";
import { amount, billed, byUse, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, protection, size } from "../terraform/stores";
import { ignored, type TerraformTypes } from "../terraform/type";
import { engine } from "./engine";

/** Amazon ElastiCache. */
export const ELASTICACHE: TerraformTypes = {
  aws_elasticache_replication_group: {
    store: replicationGroup,
    charges: (body) => [billed("hour", sku(body), nodes(body))],
  },
  aws_elasticache_cluster: {
    // Each node has a part of the data.
    store: (body) => ({
      ...head(body, ["cluster_id"], engine(body, "redis")),
      ...size(body, "node_type"),
      copies: 1,
      survivesRestart: snapshots(body),
      survivesNodeLoss: false,
      ...protectedData(body),
    }),
    charges: (body) =>
      // A member of a replication group is charged as one of that group's nodes.
      body.at("replication_group_id").present
        ? []
        : [billed("hour", sku(body), amount(body, "num_cache_nodes", 1))],
  },
  aws_elasticache_serverless_cache: {
    store: (body) => ({
      ...head(body, ["name"], `${body.optional("engine") ?? "redis"} serverless`),
      copies: 2,
      survivesRestart: snapshots(body),
      survivesNodeLoss: true,
      ...protection(body, { backupDays: "snapshot_retention_limit", encrypted: true }),
    }),
    charges: () => [byUse("elasticache/serverless", "GiB-hour and million ECPU")],
  },
  ...ignored(
    "setting of a cache",
    "aws_elasticache_global_replication_group",
    "aws_elasticache_security_group",
    "aws_elasticache_parameter_group*",
    "aws_elasticache_subnet_group*",
    "aws_elasticache_user*",
  ),
};

/** Data survives a restart only through snapshots, and service the loss of a node only by failover. */
function replicationGroup(body: Cursor): Store {
  const sharding = shards(body);
  const replicas = sharding.count("replicas_per_node_group", "copies");
  const copies = replicas === undefined ? body.count(clusters(body), "copies", 1) : replicas + 1;
  const failover = body.flag("automatic_failover_enabled", "automatic failover", false);
  return {
    ...head(body, ["replication_group_id"], engine(body, "redis")),
    ...size(body, "node_type"),
    copies,
    survivesRestart: snapshots(body),
    survivesNodeLoss: both(copies === undefined ? undefined : copies > 1, failover),
    ...protectedData(body),
  };
}

function protectedData(body: Cursor) {
  return protection(body, {
    backupDays: "snapshot_retention_limit",
    encrypted: "at_rest_encryption_enabled",
  });
}

function snapshots(body: Cursor): boolean | undefined {
  const kept = body.count("snapshot_retention_limit", "snapshots", 0);
  return kept === undefined ? undefined : kept > 0;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function sku(body: Cursor): string | undefined {
  return sized(`elasticache/${body.optional("engine") ?? "redis"}`, body.optional("node_type"));
}

function nodes(body: Cursor): number | undefined {
  const sharding = shards(body);
  const replicas = amount(sharding, "replicas_per_node_group");
  if (!sharding.at("replicas_per_node_group").present)
    return amount(body, clusters(body), amount(sharding, "num_node_groups", 1));
  return times(amount(sharding, "num_node_groups", 1), replicas === undefined ? undefined : replicas + 1);
}

/** The arguments that number shards and replicas: in a block of their own up to version 4 of the provider. */
function shards(body: Cursor): Cursor {
  const block = body.at("cluster_mode");
  return typeof block.value === "object" && block.present ? block : body;
}

/** The argument that numbers the nodes, which had another name up to version 4 of the provider. */
function clusters(body: Cursor): string {
  return body.at("num_cache_clusters").present ? "num_cache_clusters" : "number_cache_clusters";
}
