import type { Store } from "../../model";
import { head, type StoreContext, type StoreReaders, size } from "../store-readers";
import type { Cursor } from "../terraform/cursor";

/** Reads what keeps data, by Terraform type. Sizes of clusters are sums over their nodes. */
export const AWS_STORES: StoreReaders = {
  aws_elasticache_replication_group: replicationGroup,
  aws_elasticache_cluster: cacheCluster,
  aws_db_instance: databaseInstance,
  aws_rds_cluster: databaseCluster,
  aws_dynamodb_table: (body) => ({
    ...head(body, ["name"], "dynamodb"),
    // Three zones, always: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html
    copies: 3,
    survivesRestart: true,
    survivesNodeLoss: true,
  }),
  aws_efs_file_system: (body) => ({
    ...head(body, ["creation_token"], "efs"),
    survivesRestart: true,
    survivesNodeLoss: true,
  }),
  aws_mq_broker: broker,
  aws_opensearch_domain: searchDomain,
  aws_msk_cluster: kafkaCluster,
};

/** Keeps its data over a restart only through snapshots, and goes on without a node only by failover. */
function replicationGroup(body: Cursor): Store {
  const replicas = body.count("replicas_per_node_group", "copies");
  const copies = replicas === undefined ? body.count("num_cache_clusters", "copies", 1) : replicas + 1;
  const failover = body.flag("automatic_failover_enabled", "automatic failover", false);
  return {
    ...head(body, ["replication_group_id"], engine(body, "redis", "engine_version")),
    ...size(body, "node_type"),
    copies,
    survivesRestart: snapshots(body),
    survivesNodeLoss: both(copies === undefined ? undefined : copies > 1, failover),
  };
}

/** Its nodes each hold a part of their own. */
function cacheCluster(body: Cursor): Store {
  return {
    ...head(body, ["cluster_id"], engine(body, "redis", "engine_version")),
    ...size(body, "node_type"),
    copies: 1,
    survivesRestart: snapshots(body),
    survivesNodeLoss: false,
  };
}

function snapshots(body: Cursor): boolean | undefined {
  const kept = body.count("snapshot_retention_limit", "snapshots", 0);
  return kept === undefined ? undefined : kept > 0;
}

function databaseInstance(body: Cursor): Store {
  const standby = body.flag("multi_az", "multi_az", false);
  return {
    ...head(body, ["identifier", "db_name"], engine(body, "database", "engine_version")),
    ...size(body, "instance_class"),
    sizeGiB: body.number("allocated_storage", "size"),
    copies: standby === undefined ? undefined : Number(standby) + 1,
    survivesRestart: true,
    survivesNodeLoss: standby,
  };
}

/**
 * Aurora keeps six copies whatever the number of instances, but goes on without one only with a second. Other
 * engines in a cluster are one writer and two readable standbys.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
 */
function databaseCluster(body: Cursor, { clusterMembers }: StoreContext): Store {
  const name = engine(body, "aurora", "engine_version");
  const common = head(body, ["cluster_identifier"], name);
  if (!name.startsWith("aurora")) {
    return {
      ...common,
      ...size(body, "db_cluster_instance_class"),
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
    };
  }
  const members = clusterMembers.get(body.id) ?? clusterMembers.get(common.name);
  if (members?.count === undefined)
    body.noteUnknown("instances", "the document does not hold how many there are");
  return {
    ...common,
    size: members?.size,
    copies: 6,
    survivesRestart: true,
    survivesNodeLoss: members?.count === undefined ? undefined : members.count > 1,
  };
}

const BROKER_COPIES: Readonly<Record<string, number>> = { SINGLE_INSTANCE: 1, CLUSTER_MULTI_AZ: 3 };

/** An active and a standby broker share one file system, so that mode has no number of copies. */
function broker(body: Cursor): Store {
  const mode = body.at("deployment_mode").present
    ? body.known("deployment_mode", "copies")
    : "SINGLE_INSTANCE";
  const engineName = [
    body.text("engine_type")?.toLowerCase() ?? "mq",
    body.known("engine_version", "engine version"),
  ];
  return {
    ...head(body, ["broker_name"], engineName.filter((part) => part !== undefined).join(" ")),
    ...size(body, "host_instance_type"),
    copies: mode !== undefined && Object.hasOwn(BROKER_COPIES, mode) ? BROKER_COPIES[mode] : undefined,
    survivesRestart: true,
    survivesNodeLoss: mode === undefined ? undefined : mode !== "SINGLE_INSTANCE",
  };
}

/** An index has one replica by default; two nodes without dedicated masters lose their quorum with one of them. */
function searchDomain(body: Cursor): Store {
  const cluster = body.at("cluster_config");
  const nodes = cluster.count("instance_count", "nodes", 1);
  const masters = cluster.flag("dedicated_master_enabled", "dedicated masters", false);
  const volume = body.at("ebs_options").number("volume_size", "size");
  const goesOn =
    nodes === undefined || masters === undefined ? undefined : nodes > 2 || (nodes === 2 && masters);
  return {
    ...head(
      body,
      ["domain_name"],
      (body.text("engine_version") ?? "opensearch").toLowerCase().replace("_", " "),
    ),
    ...size(cluster, "instance_type"),
    sizeGiB: nodes === undefined || volume === undefined ? undefined : nodes * volume,
    copies: nodes === undefined ? undefined : Math.min(nodes, 2),
    survivesRestart: true,
    survivesNodeLoss: goesOn,
  };
}

/** How many copies there are is each topic's own affair. */
function kafkaCluster(body: Cursor): Store {
  const nodes = body.count("number_of_broker_nodes", "brokers");
  const group = body.at("broker_node_group_info");
  const volume = group.at("storage_info").at("ebs_storage_info").number("volume_size", "size");
  const version = body.known("kafka_version", "engine version");
  return {
    ...head(body, ["cluster_name"], version === undefined ? "kafka" : `kafka ${version}`),
    ...size(group, "instance_type"),
    sizeGiB: nodes === undefined || volume === undefined ? undefined : nodes * volume,
    survivesRestart: true,
    survivesNodeLoss: nodes === undefined ? undefined : nodes > 1,
  };
}

function engine(body: Cursor, absent: string, versionKey: string): string {
  const version = body.known(versionKey, "engine version");
  return [body.known("engine", "engine") ?? absent, version].filter((part) => part !== undefined).join(" ");
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}
