import { byUse } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const PROTECTED: Declaration = {
  charges: () => [
    byUse("backup/protected-instance", "protected instance-month by its size"),
    byUse("backup/storage", "GiB-month of backups"),
  ],
  chargedOnly: "keeps backups of data that is listed where it is in use",
};

/** Azure Backup. */
export const BACKUP: TerraformTypes = {
  azurerm_backup_protected_vm: PROTECTED,
  azurerm_backup_protected_file_share: PROTECTED,
  azurerm_data_protection_backup_instance_disk: PROTECTED,
  azurerm_data_protection_backup_instance_blob_storage: PROTECTED,
  azurerm_data_protection_backup_instance_postgresql: PROTECTED,
  ...ignored(
    "a policy, or a vault that is charged by what it protects",
    "azurerm_backup_container_storage_account",
    "azurerm_backup_policy_*",
    "azurerm_data_protection_backup_policy_*",
    "azurerm_data_protection_backup_vault",
    "azurerm_recovery_services_vault",
  ),
};
