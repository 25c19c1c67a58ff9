import { amount, billed, byUse, ifUsed } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, protection } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Elastic File System. */
export const EFS: TerraformTypes = {
  aws_efs_file_system: {
    store: (body) => ({
      ...head(body, ["creation_token"], "efs"),
      ...(body.at("availability_zone_name").present ? { size: "one zone" } : {}),
      survivesRestart: true,
      survivesNodeLoss: !body.at("availability_zone_name").present,
      ...protection(body, { encrypted: "encrypted" }),
    }),
    charges,
  },
  ...ignored(
    "setting of a file system",
    "aws_efs_access_point",
    "aws_efs_backup_policy",
    "aws_efs_file_system_policy",
    "aws_efs_mount_target",
    "aws_efs_replication_configuration",
  ),
};

/** By what it keeps, in several zones or in one; throughput and cold classes are charged beside it. */
function charges(body: Cursor): Billed[] {
  const prefix = body.at("availability_zone_name").present ? "efs/one-zone" : "efs";
  return [
    byUse(`${prefix}/storage`, "GiB-month", "storage_gb"),
    ifUsed(`${prefix}/storage-infrequent-access`, "GiB-month", "infrequent_access_storage_gb"),
    ifUsed("efs/infrequent-access-read", "GiB", "monthly_infrequent_access_read_gb"),
    ifUsed("efs/infrequent-access-write", "GiB", "monthly_infrequent_access_write_gb"),
    ...(body.optional("throughput_mode") === "provisioned"
      ? [billed("MiB/s-month", "efs/throughput", amount(body, "provisioned_throughput_in_mibps"))]
      : []),
    ...(body.optional("throughput_mode") === "elastic" ? [byUse("efs/elastic", "GiB read or written")] : []),
  ];
}
