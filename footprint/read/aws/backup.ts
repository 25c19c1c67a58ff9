import { byUse, ifUsed } from "../terraform/charges";
import { head } from "../terraform/stores";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const SNAPSHOT: Declaration = {
  charges: (body) => [
    byUse(
      body.optional("storage_tier") === "archive" ? "ebs/snapshot-archive" : "ebs/snapshot",
      "GiB-month",
      undefined,
    ),
  ],
  chargedOnly: "a copy of a disk that is listed by itself",
};

const IMAGE: Declaration = {
  charges: () => [byUse("ebs/snapshot", "GiB-month", undefined)],
  chargedOnly: "an image of a machine, which is built again",
};

/** Backups by what they are of, each with a price of its own. */
const VAULT: readonly Billed[] = [
  byUse("backup/ebs", "GiB-month", "monthly_ebs_snapshot_gb"),
  ifUsed("backup/efs-warm", "GiB-month", "monthly_efs_warm_backup_gb"),
  ifUsed("backup/efs-cold", "GiB-month", "monthly_efs_cold_backup_gb"),
  ifUsed("backup/rds", "GiB-month", "monthly_rds_snapshot_gb"),
  ifUsed("backup/dynamodb", "GiB-month", "monthly_dynamodb_backup_gb"),
  ifUsed("backup/aurora", "GiB-month", "monthly_aurora_snapshot_gb"),
  ifUsed("backup/fsx-windows", "GiB-month", "monthly_fsx_windows_backup_gb"),
  ifUsed("backup/fsx-lustre", "GiB-month", "monthly_fsx_lustre_backup_gb"),
];

/** Snapshots, images of machines and AWS Backup. */
export const BACKUP: TerraformTypes = {
  aws_ebs_snapshot: SNAPSHOT,
  aws_ebs_snapshot_copy: SNAPSHOT,
  aws_ebs_snapshot_import: SNAPSHOT,
  aws_ami: IMAGE,
  aws_ami_copy: IMAGE,
  aws_ami_from_instance: IMAGE,
  aws_ebs_fast_snapshot_restore: {
    charges: () => [byUse("ebs/fast-snapshot-restore", "DSU-hour")],
    chargedOnly: "makes disks from a snapshot faster",
  },
  aws_db_snapshot: {
    charges: () => [byUse("rds/backup", "GiB-month", undefined)],
    chargedOnly: "a backup of a database that is listed by itself",
  },
  aws_db_cluster_snapshot: {
    charges: () => [byUse("aurora/backup", "GiB-month", undefined)],
    chargedOnly: "a backup of a database that is listed by itself",
  },
  aws_backup_vault: {
    charges: () => VAULT,
    chargedOnly: "keeps backups of data that is listed where it is in use",
  },
  aws_glacier_vault: {
    store: (body) => ({
      ...head(body, ["name"], "glacier"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: () => [byUse("glacier/storage", "GiB-month and 1,000 requests")],
  },
  ...ignored(
    "says what is backed up and when: the backups are charged where they are kept",
    "aws_ami_launch_permission",
    "aws_backup_framework",
    "aws_backup_global_settings",
    "aws_backup_plan",
    "aws_backup_region_settings",
    "aws_backup_report_plan",
    "aws_backup_selection",
    "aws_backup_vault_*",
    "aws_db_snapshot_copy",
    "aws_dlm_lifecycle_policy",
    "aws_ebs_default_kms_key",
    "aws_ebs_encryption_by_default",
    "aws_ebs_snapshot_block_public_access",
    "aws_glacier_vault_lock",
    "aws_snapshot_create_volume_permission",
  ),
};
