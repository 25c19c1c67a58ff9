import { ignored, type TerraformTypes } from "../terraform/type";

/** Identities, permissions and what groups resources. */
export const IDENTITY: TerraformTypes = {
  ...ignored(
    "grants permissions",
    "azurerm_federated_identity_credential",
    "azurerm_role_*",
    "azurerm_user_assigned_identity",
  ),
  ...ignored("groups or protects resources", "azurerm_management_lock", "azurerm_resource_group"),
};
