import type { Store } from "../../model";
import { amount, billed, byUse, hourly, ifUsed, sized, textOr, times, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { addressOf } from "../terraform/references";
import type { Related } from "../terraform/related";
import { head, size } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";
import { engine } from "./engine";
import { provisioned } from "./provisioned";

/** Amazon RDS and Aurora. */
export const RDS: TerraformTypes = {
  aws_db_instance: { store: instance, charges: instanceCharges },
  aws_rds_cluster: {
    store: cluster,
    charges: aurora,
  },
  aws_rds_cluster_instance: {
    partOf: "aws_rds_cluster",
    charges: (body) => [
      hourly(sized(`rds/${body.optional("engine") ?? "aurora"}`, body.optional("instance_class"))),
    ],
  },
  ...ignored(
    "setting of a database",
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

function instance(body: Cursor): Store {
  const standby = body.flag("multi_az", "multi_az", false);
  return {
    ...head(body, ["identifier", "db_name"], engine(body, "database")),
    ...size(body, "instance_class"),
    sizeGiB: body.number("allocated_storage", "size"),
    copies: standby === undefined ? undefined : Number(standby) + 1,
    survivesRestart: true,
    survivesNodeLoss: standby,
  };
}

const SECONDS_A_MONTH = 730 * 3600;

/** The volume of a cluster grows with the data; requests to it are free where its I/O is optimized. */
function aurora(body: Cursor): Billed[] {
  const engineName = body.optional("engine") ?? "aurora";
  if (!engineName.startsWith("aurora"))
    return [
      billed("hour", sized(`rds/cluster/${engineName}`, body.optional("db_cluster_instance_class")), 3),
      billed("GiB-month", "rds/cluster/storage", times(amount(body, "allocated_storage"), 3)),
    ];
  const optimized = body.optional("storage_type") === "aurora-iopt1";
  const io = (key: string) => byUse("aurora/io", "million requests", usageOf(SECONDS_A_MONTH, key));
  return [
    byUse(`aurora/storage${optimized ? "-io-optimized" : ""}`, "GiB-month", "storage_gb"),
    ...(optimized ? [] : [io("read_requests_per_sec"), io("write_requests_per_sec")]),
    ifUsed("aurora/backup", "GiB-month", "backup_snapshot_size_gb"),
    ifUsed("aurora/snapshot-export", "GiB", "snapshot_export_size_gb"),
  ];
}

/** A standby is charged as the instance itself is, and so is its storage. */
function instanceCharges(body: Cursor): Billed[] {
  const standby = textOr(body, "multi_az", "false");
  const copies = standby === undefined ? undefined : standby === "true" ? 2 : 1;
  const storage = sized("rds/storage", textOr(body, "storage_type", "gp2"));
  return [
    billed(
      "hour",
      sized(`rds/${body.optional("engine") ?? "database"}`, body.optional("instance_class")),
      copies,
    ),
    billed("GiB-month", storage, times(amount(body, "allocated_storage"), copies)),
    ...performance(body, copies),
  ];
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
      survivesRestart: true,
      survivesNodeLoss: true,
    };
  }
  const all = related.once(membersByCluster);
  const members = all.get(body.id) ?? all.get(common.name);
  if (members?.count === undefined) body.noteUnknown("instances", "the document does not have their number");
  return {
    ...common,
    size: members?.size,
    copies: 6,
    survivesRestart: true,
    survivesNodeLoss: members?.count === undefined ? undefined : members.count > 1,
  };
}

interface Members {
  /** Absent where it is known after apply. */
  readonly count?: number;
  readonly size?: string;
}

/** Instances of the clusters, by the address that they refer to or the identifier that they name. */
function membersByCluster(related: Related): ReadonlyMap<string, Members> {
  const members = new Map<string, Members>();
  for (const { resource, body, times: instances } of related.of("aws_rds_cluster_instance")) {
    const key =
      addressOf(own(resource.raw, "cluster_identifier"), "aws_rds_cluster") ??
      body.text("cluster_identifier");
    if (key === undefined) continue;
    const before = members.get(key) ?? { count: 0 };
    members.set(key, {
      count: instances === undefined || before.count === undefined ? undefined : before.count + instances,
      size: before.size ?? body.required("instance_class", "size"),
    });
  }
  return members;
}
