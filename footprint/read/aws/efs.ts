import { byUse, ifUsed } from "../terraform/charges";
import { head } from "../terraform/stores";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Elastic File System. */
export const EFS: TerraformTypes = {
  aws_efs_file_system: {
    store: (body) => ({
      ...head(body, ["creation_token"], "efs"),
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: () => [
      byUse("efs/storage", "GiB-month", "storage_gb"),
      ifUsed("efs/storage-infrequent-access", "GiB-month", "infrequent_access_storage_gb"),
      ifUsed("efs/infrequent-access-read", "GiB", "monthly_infrequent_access_read_gb"),
      ifUsed("efs/infrequent-access-write", "GiB", "monthly_infrequent_access_write_gb"),
    ],
  },
  ...ignored(
    "setting of a file system",
    "aws_efs_access_point",
    "aws_efs_backup_policy",
    "aws_efs_file_system_policy",
    "aws_efs_mount_target",
  ),
};
