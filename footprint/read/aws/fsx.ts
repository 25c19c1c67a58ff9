import type { Store } from "../../model";
import { amount, billed, byUse, lower, named } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, protection } from "../terraform/stores";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

interface FileSystem {
  /** `windows`, `ontap`, `openzfs`, `lustre`. */
  readonly kind: string;
  /** Deployment where the argument is not set. */
  readonly deployment: string;
  /** Argument of the throughput; MB/s of the whole file system. @default - it is not charged by itself */
  readonly throughput?: string;
  /** Days of backups where the argument is not set. */
  readonly backupDays: number;
}

/** Amazon FSx. */
export const FSX: TerraformTypes = {
  aws_fsx_windows_file_system: fileSystem({
    kind: "windows",
    deployment: "SINGLE_AZ_1",
    throughput: "throughput_capacity",
    backupDays: 7,
  }),
  aws_fsx_ontap_file_system: fileSystem({
    kind: "ontap",
    deployment: "MULTI_AZ_1",
    throughput: "throughput_capacity",
    backupDays: 0,
  }),
  aws_fsx_openzfs_file_system: fileSystem({
    kind: "openzfs",
    deployment: "SINGLE_AZ_1",
    throughput: "throughput_capacity",
    backupDays: 0,
  }),
  aws_fsx_lustre_file_system: fileSystem({ kind: "lustre", deployment: "SCRATCH_1", backupDays: 0 }),
  aws_fsx_backup: {
    charges: () => [byUse("fsx/backup", "GiB-month", "backup_storage_gb")],
    chargedOnly: "a backup of a file system that is listed by itself",
  },
  ...ignored(
    "part of a file system, or a link to a bucket",
    "aws_fsx_data_repository_association",
    "aws_fsx_file_cache",
    "aws_fsx_ontap_storage_virtual_machine",
    "aws_fsx_ontap_volume",
    "aws_fsx_openzfs_snapshot",
    "aws_fsx_openzfs_volume",
  ),
};

function fileSystem(of: FileSystem): Declaration {
  return { store: (body) => store(body, of), charges: (body) => charges(body, of) };
}

/** Deployments over several zones have a standby; scratch file systems keep one copy. */
function store(body: Cursor, { kind, deployment, backupDays }: FileSystem): Store {
  const type = body.at("deployment_type").present ? body.required("deployment_type", "size") : deployment;
  const standby = type === undefined ? undefined : type.startsWith("MULTI_AZ") || type.includes("_HA_");
  return {
    ...head(body, [], `fsx ${kind}`),
    size: type,
    sizeGiB: body.number("storage_capacity", "size"),
    copies: standby === undefined ? undefined : standby ? 2 : 1,
    survivesRestart: true,
    survivesNodeLoss: kind === "lustre" ? type?.startsWith("PERSISTENT") : standby,
    ...protection(body, {
      backupDays: "automatic_backup_retention_days",
      daysByDefault: backupDays,
      encrypted: true,
    }),
  };
}

/** Storage and throughput by deployment, IOPS beyond what the storage includes, and backups. */
function charges(body: Cursor, { kind, deployment, throughput, backupDays }: FileSystem): Billed[] {
  const type = lower(body, "deployment_type", deployment);
  const zones = type === undefined ? undefined : type.startsWith("multi_az") ? "multi-az" : "single-az";
  const place = kind === "lustre" ? type : zones;
  // The price list names the deployment of OpenZFS only where it is over several zones.
  const prefix =
    kind === "openzfs" && place === "single-az"
      ? "fsx/openzfs"
      : (named(`fsx/${kind}`, place) ?? `fsx/${kind}`);
  const medium = lower(body, "storage_type", "SSD");
  const backups = amount(body, "automatic_backup_retention_days", backupDays);
  const iops = body.at("disk_iops_configuration");
  return [
    billed("GiB-month", named(prefix, medium), amount(body, "storage_capacity")),
    ...(throughput === undefined
      ? []
      : [billed("MiB/s-month", named(prefix, "throughput"), throughputOf(body, throughput))]),
    ...(iops.optional("mode") === "USER_PROVISIONED"
      ? [billed("IOPS-month", named(prefix, "iops"), amount(iops, "iops"))]
      : []),
    ...(backups === 0 ? [] : [byUse(`${prefix}/backup`, "GiB-month", "backup_storage_gb")]),
  ];
}

/** ONTAP may have it for each pair of its file servers. */
function throughputOf(body: Cursor, key: string): number | undefined {
  const whole = amount(body, key);
  if (body.at(key).present) return whole;
  const each = amount(body, "throughput_capacity_per_ha_pair");
  const pairs = amount(body, "ha_pairs", 1);
  return each === undefined || pairs === undefined ? undefined : each * pairs;
}
