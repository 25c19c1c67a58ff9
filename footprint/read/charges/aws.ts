import type { Cursor } from "../terraform/cursor";
import {
  amount,
  type Billed,
  billed,
  byUse,
  type ChargeReaders,
  hourly,
  monthly,
  sized,
  times,
} from "./charge-readers";

/** Brokers of each deployment mode of Amazon MQ. */
const BROKERS: Readonly<Record<string, number>> = {
  SINGLE_INSTANCE: 1,
  ACTIVE_STANDBY_MULTI_AZ: 2,
  CLUSTER_MULTI_AZ: 3,
};

/** What AWS bills for, nodes apart. */
export const AWS_CHARGES: ChargeReaders = {
  aws_alb: loadBalancer,
  aws_lb: loadBalancer,
  aws_appconfig_application: () => [byUse("appconfig/requests", "configuration request")],
  aws_cloudwatch_log_group: () => [byUse("cloudwatch/logs", "GiB of logs")],
  aws_cloudwatch_metric_alarm: () => [monthly("cloudwatch/alarm")],
  aws_db_instance: database,
  aws_dynamodb_table: table,
  aws_ebs_volume: (body) => [
    billed("GiB-month", sized("ebs", body.told("type") ?? "gp2"), amount(body, "size")),
  ],
  aws_ecr_repository: () => [byUse("ecr/storage", "GiB-month of images")],
  aws_efs_file_system: () => [byUse("efs/storage", "GiB-month")],
  aws_eip: () => [hourly("public-ipv4")],
  aws_eks_cluster: () => [hourly("eks/cluster")],
  aws_elasticache_cluster: (body) =>
    // A member of a replication group is billed as one of that group's nodes.
    body.at("replication_group_id").present
      ? []
      : [hourly(cacheSku(body, "redis"), amount(body, "num_cache_nodes", 1))],
  aws_elasticache_replication_group: (body) => [hourly(cacheSku(body, "redis"), cacheNodes(body))],
  aws_instance: disks,
  aws_kms_key: () => [monthly("kms/key")],
  aws_mq_broker: broker,
  aws_msk_cluster: kafka,
  aws_nat_gateway: () => [hourly("nat-gateway"), byUse("nat-gateway/data", "GiB processed")],
  aws_opensearch_domain: search,
  aws_rds_cluster: () => [byUse("aurora/storage", "GiB-month and million requests")],
  aws_rds_cluster_instance: (body) => [
    hourly(sized(`rds/${body.told("engine") ?? "aurora"}`, body.told("instance_class"))),
  ],
  aws_route53_zone: () => [monthly("route53/zone")],
  aws_s3_bucket: () => [byUse("s3/storage", "GiB-month and 1,000 requests")],
  aws_secretsmanager_secret: () => [monthly("secretsmanager/secret")],
  aws_sqs_queue: () => [byUse("sqs/requests", "million requests")],
};

function loadBalancer(body: Cursor): Billed[] {
  const type = body.at("load_balancer_type").present ? body.told("load_balancer_type") : "application";
  return [hourly(sized("elb", type)), byUse("elb/capacity", "load balancer capacity unit")];
}

/** What the document says of its disks; kind and size of a root disk that it does not speak of are the image's. */
function disks(body: Cursor): Billed[] {
  const root = body.at("root_block_device");
  // Those that a plan does not hold may be none: cost says of the machine that its disks have no price.
  const others = typeof body.all("ebs_block_device") === "object" ? body.items("ebs_block_device") : [];
  if (!root.present && others.length === 0) return [];
  return [root, ...others].map((each) =>
    billed("GiB-month", sized("ebs", each.told("volume_type")), amount(each, "volume_size")),
  );
}

/** A standby is billed as the instance itself is, and so is its storage. */
function database(body: Cursor): Billed[] {
  const standby = body.at("multi_az").present ? body.told("multi_az") : "false";
  const copies = standby === undefined ? undefined : standby === "true" ? 2 : 1;
  const storage = body.at("storage_type").present ? body.told("storage_type") : "gp2";
  return [
    hourly(sized(`rds/${body.told("engine") ?? "database"}`, body.told("instance_class")), copies),
    billed("GiB-month", sized("rds/storage", storage), times(amount(body, "allocated_storage"), copies)),
  ];
}

function table(body: Cursor): Billed[] {
  const storage = byUse("dynamodb/storage", "GiB-month");
  const mode = body.at("billing_mode").present ? body.told("billing_mode") : "PROVISIONED";
  if (mode === "PAY_PER_REQUEST") return [byUse("dynamodb/requests", "million requests"), storage];
  return [
    hourly("dynamodb/read-capacity", amount(body, "read_capacity")),
    hourly("dynamodb/write-capacity", amount(body, "write_capacity")),
    storage,
  ];
}

function cacheSku(body: Cursor, absent: string): string | undefined {
  return sized(`elasticache/${body.told("engine") ?? absent}`, body.told("node_type"));
}

function cacheNodes(body: Cursor): number | undefined {
  const replicas = amount(body, "replicas_per_node_group");
  if (!body.at("replicas_per_node_group").present) return amount(body, "num_cache_clusters", 1);
  return times(amount(body, "num_node_groups", 1), replicas === undefined ? undefined : replicas + 1);
}

function broker(body: Cursor): Billed[] {
  const mode = body.at("deployment_mode").present ? body.told("deployment_mode") : "SINGLE_INSTANCE";
  const count = mode !== undefined && Object.hasOwn(BROKERS, mode) ? BROKERS[mode] : undefined;
  const engine = body.told("engine_type")?.toLowerCase();
  return [
    hourly(engine && sized(`mq/${engine}`, body.told("host_instance_type")), count),
    byUse("mq/storage", "GiB-month"),
  ];
}

function kafka(body: Cursor): Billed[] {
  const group = body.at("broker_node_group_info");
  const brokers = amount(body, "number_of_broker_nodes");
  const volume = amount(group.at("storage_info").at("ebs_storage_info"), "volume_size");
  return [
    hourly(sized("msk", group.told("instance_type")), brokers),
    billed("GiB-month", "msk/storage", times(volume, brokers)),
  ];
}

function search(body: Cursor): Billed[] {
  const cluster = body.at("cluster_config");
  const nodes = amount(cluster, "instance_count", 1);
  const volume = body.at("ebs_options");
  return [
    hourly(sized("opensearch", cluster.told("instance_type") ?? "m4.large.search"), nodes),
    billed(
      "GiB-month",
      sized("opensearch/storage", volume.told("volume_type") ?? "gp2"),
      times(amount(volume, "volume_size"), nodes),
    ),
  ];
}
