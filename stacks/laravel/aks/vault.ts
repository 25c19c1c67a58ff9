import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultSecret } from "@cdktf/provider-azurerm/lib/key-vault-secret";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { LARAVEL } from "../../../config/laravel";
import type { OptionStack } from "../../stack";
import type { AksNames } from "./names";
import type { Place } from "./platform";

/** What the vault is made from. */
export interface VaultOptions {
  readonly names: AksNames;
  readonly place: Place;
  readonly tenantId: string;
  /** Who vouches for the cluster's service accounts. */
  readonly issuer: string;
  /** Values by the names of their secrets; written, and not kept in the state. */
  readonly values: Readonly<Record<string, string>>;
}

/** The vault with the application's secrets, and the identity by which External Secrets reads it without any key. */
export function addVault(stack: OptionStack, { names, place, tenantId, issuer, values }: VaultOptions): void {
  const vault = new KeyVault(stack, "Vault", {
    ...place,
    name: names.vault,
    tenantId,
    skuName: "standard",
    rbacAuthorizationEnabled: true,
    purgeProtectionEnabled: stack.environment.keepsData,
    softDeleteRetentionDays: 7,
  });
  const deployer = new RoleAssignment(stack, "WriteSecrets", {
    scope: vault.id,
    roleDefinitionName: "Key Vault Secrets Officer",
    principalId: new DataAzurermClientConfig(stack, "Deployer").objectId,
  });
  for (const [name, valueWo] of Object.entries(values)) {
    new KeyVaultSecret(stack, `Secret-${name}`, {
      name,
      keyVaultId: vault.id,
      valueWo,
      valueWoVersion: 1,
      dependsOn: [deployer],
    });
  }
  const reader = new UserAssignedIdentity(stack, "SecretReader", { ...place, name: names.secretReader });
  const { namespace, serviceAccount } = LARAVEL.secretReader;
  new FederatedIdentityCredential(stack, "SecretReaderCredential", {
    name: serviceAccount,
    resourceGroupName: place.resourceGroupName,
    parentId: reader.id,
    issuer,
    audience: ["api://AzureADTokenExchange"],
    subject: `system:serviceaccount:${namespace}:${serviceAccount}`,
  });
  new RoleAssignment(stack, "ReadSecrets", {
    scope: vault.id,
    roleDefinitionName: "Key Vault Secrets User",
    principalId: reader.principalId,
  });
}
