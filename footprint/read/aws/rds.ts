import type { Store } from "../../model";
import { amount, billed, byUse, hourly, ifUsed, sized, textOr, times, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, protection, size } from "../terraform/stores";
import { targetOf } from "../terraform/target";
import { type Billed, ignored, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";
import { membersOf } from "./cluster-members";
import { engine } from "./engine";
import { publicDatabase } from "./graph-and-documents";
import { provisioned } from "./provisioned";

/** Amazon RDS and Aurora. */
export const RDS: TerraformTypes = {
  aws_db_instance: {
    store: instance,
    exposures: (body) => publicDatabase(body, "AWS RDS endpoint", "identifier", "db_name"),
    charges: instanceCharges,
  },
  aws_rds_cluster: { store: cluster, charges: clusterCharges },
  aws_rds_cluster_instance: {
    partOf: "aws_rds_cluster",
    charges: memberCharges,
  },
  aws_db_proxy: {
    charges: () => [byUse("rds/proxy", "vCPU-hour of the database behind it")],
    chargedOnly: "keeps connections to a database that is listed by itself",
  },
  ...ignored(
    "setting of a database",
    "aws_db_event_subscription",
    "aws_db_instance_role_association",
    "aws_db_proxy_*",
    "aws_db_security_group",
    "aws_rds_cluster_activity_stream",
    "aws_rds_cluster_endpoint",
    "aws_rds_cluster_role_association",
    "aws_rds_certificate",
    "aws_rds_global_cluster",
    "aws_db_option_group*",
    "aws_db_parameter_group*",
    "aws_db_subnet_group*",
    "aws_rds_cluster_parameter_group*",
  ),
  aws_db_instance_automated_backups_replication: {
    charges: () => [byUse("rds/backup", "GiB-month of backups and GiB transferred")],
    chargedOnly: "keeps backups of a database",
  },
};

const MEMBERS = membersOf("aws_rds_cluster", "aws_rds_cluster_instance");

function protectedData(body: Cursor, daysByDefault: number) {
  return protection(body, {
    deletion: "deletion_protection",
    backupDays: "backup_retention_period",
    daysByDefault,
    encrypted: "storage_encrypted",
  });
}

function instance(body: Cursor): Store {
  const standby = body.flag("multi_az", "multi_az", false);
  return {
    ...head(body, ["identifier", "db_name"], engine(body, "database")),
    ...size(body, "instance_class"),
    sizeGiB: body.number("allocated_storage", "size"),
    copies: standby === undefined ? undefined : Number(standby) + 1,
    survivesRestart: true,
    survivesNodeLoss: standby,
    ...protectedData(body, 0),
  };
}

const SECONDS_A_MONTH = 730 * 3600;

/** Where the I/O of the cluster is optimized, its instances cost more. */
function memberCharges(body: Cursor, { raw, related }: TypeContext): Billed[] {
  const type = body.optional("instance_class");
  const id = own(raw, "cluster_identifier");
  const of = targetOf(id, { type: "aws_rds_cluster", from: body.id, related });
  const isOptimized = of?.body.optional("storage_type") === "aurora-iopt1";
  // Serverless instances are charged by the capacity that they take, within the limits of their cluster.
  if (type === "db.serverless") {
    const sku = `aurora/serverless-v2${isOptimized ? "-io-optimized" : ""}`;
    return [byUse(sku, "ACU-hour", usageOf(730, "capacity_units_per_hr"))];
  }
  const kind = `rds/${body.optional("engine") ?? "aurora"}${isOptimized ? "/io-optimized" : ""}`;
  return [hourly(sized(kind, type))];
}

/**
 * The volume of a cluster grows with the data; requests to it are free where its I/O is optimized. The first serverless
 * generation is charged for its capacity. Clusters of other engines are three instances with a disk each.
 */
function clusterCharges(body: Cursor): Billed[] {
  const engineName = body.optional("engine") ?? "aurora";
  if (!engineName.startsWith("aurora"))
    return [
      billed("hour", sized(`rds/cluster/${engineName}`, body.optional("db_cluster_instance_class")), 3),
      billed("GiB-month", "rds/cluster/storage", times(amount(body, "allocated_storage"), 3)),
      ...provisioned(body, {
        prefix: "rds/cluster/storage",
        type: body.optional("storage_type") ?? "io1",
        copies: 3,
        throughput: "storage_throughput",
      }),
    ];
  const optimized = body.optional("storage_type") === "aurora-iopt1";
  const io = (key: string) => byUse("aurora/io", "million requests", usageOf(SECONDS_A_MONTH, key));
  return [
    ...(body.optional("engine_mode") === "serverless" ? [serverless(body.at("scaling_configuration"))] : []),
    byUse(`aurora/storage${optimized ? "-io-optimized" : ""}`, "GiB-month", "storage_gb"),
    ...(optimized ? [] : [io("read_requests_per_sec"), io("write_requests_per_sec")]),
    ifUsed("aurora/backup", "GiB-month", "backup_snapshot_size_gb"),
    ifUsed("aurora/snapshot-export", "GiB", "snapshot_export_size_gb"),
  ];
}

function serverless(scaling: Cursor): Billed {
  const [min, max] = [amount(scaling, "min_capacity", 1), amount(scaling, "max_capacity", 16)];
  return {
    ...billed("ACU-hour", "aurora/serverless", undefined),
    ...(min === undefined || max === undefined ? {} : { quantity: { min, steady: min, max } }),
  };
}

/** An instance with a standby has a price of its own, mostly twice that of one without; its storage is charged twice. */
function instanceCharges(body: Cursor): Billed[] {
  const standby = textOr(body, "multi_az", "false");
  const copies = standby === undefined ? undefined : standby === "true" ? 2 : 1;
  const kind = `rds/${edition(body)}${copies === 2 ? "/multi-az" : ""}`;
  const storage = sized("rds/storage", textOr(body, "storage_type", "gp2"));
  return [
    billed("hour", sized(kind, body.optional("instance_class")), copies === undefined ? undefined : 1),
    billed("GiB-month", storage, times(amount(body, "allocated_storage"), copies)),
    ...performance(body, copies),
    // Snapshots are not in Terraform: whether they exceed the free size only the user knows.
    byUse("rds/backup", "GiB-month", "additional_backup_storage_gb"),
  ];
}

/** The engine, and where the licence is the user's own. */
function edition(body: Cursor): string {
  const name = body.optional("engine") ?? "database";
  // Enterprise Edition is not sold with a licence.
  const isOwn = body.optional("license_model") === "bring-your-own-license" || name.startsWith("oracle-ee");
  return isOwn ? `${name}/own-license` : name;
}

/**
 * IOPS and throughput beyond what the price of the storage includes: with gp3 that grows at 400 GiB, for Oracle at 200,
 * for SQL Server never.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
 */
function performance(body: Cursor, copies: number | undefined): Billed[] {
  const kind = body.optional("engine") ?? "";
  const from = kind.startsWith("sqlserver")
    ? Number.POSITIVE_INFINITY
    : kind.startsWith("oracle")
      ? 200
      : 400;
  const striped = (amount(body, "allocated_storage") ?? 0) >= from;
  return provisioned(body, {
    prefix: "rds/storage",
    copies,
    type: body.optional("storage_type"),
    throughput: "storage_throughput",
    included: striped ? { iops: 12_000, throughput: 500 } : { iops: 3000, throughput: 125 },
  });
}

/**
 * Aurora keeps six copies whatever the number of instances, but survives the loss of one only with a second. Other
 * engines in a cluster are one writer and two readable standbys.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
 */
function cluster(body: Cursor, { related }: TypeContext): Store {
  const name = engine(body, "aurora");
  const common = head(body, ["cluster_identifier"], name);
  if (!name.startsWith("aurora")) {
    return {
      ...common,
      ...size(body, "db_cluster_instance_class"),
      copies: 3,
      sizeGiB: body.number("allocated_storage", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
      ...protectedData(body, 1),
    };
  }
  // The first serverless generation has no instances: it starts where there is room.
  if (body.optional("engine_mode") === "serverless")
    return {
      ...common,
      size: "serverless",
      copies: 6,
      survivesRestart: true,
      survivesNodeLoss: true,
      ...protectedData(body, 1),
    };
  const all = related.once(MEMBERS);
  const members = all.get(body.id) ?? all.get(common.name);
  if (members?.count === undefined) body.noteUnknown("instances", "the document does not have their number");
  return {
    ...common,
    size: members?.size,
    copies: 6,
    survivesRestart: true,
    survivesNodeLoss: members?.count === undefined ? undefined : members.count > 1,
    ...protectedData(body, 1),
  };
}
