import { ignored, type TerraformTypes } from "../terraform/type";

/** Azure Backup. */
export const BACKUP: TerraformTypes = ignored(
  "keeps backups of data that is listed where it is in use",
  "azurerm_backup_policy_vm",
  "azurerm_backup_protected_vm",
  "azurerm_recovery_services_vault",
);
