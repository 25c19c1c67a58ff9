import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultSecret } from "@cdktf/provider-azurerm/lib/key-vault-secret";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { OptionStack } from "../stack";
import type { Place } from "./place";

/** What the vault is made from. */
export interface VaultOptions {
  /** At most 24 characters, unique in the whole of Azure. */
  readonly name: string;
  readonly place: Place;
  readonly tenantId: string;
  /** Who vouches for the cluster's service accounts. */
  readonly issuer: string;
  /** Who reads it: the name of an identity, and the service account that takes it. */
  readonly reader: { readonly name: string; readonly namespace: string; readonly serviceAccount: string };
  /** Values by the names of their secrets; written, and not kept in the state. */
  readonly values: Readonly<Record<string, string>>;
}

/** The vault with the application's secrets, and the identity by which External Secrets reads it without any key. */
export function addVault(stack: OptionStack, options: VaultOptions): void {
  const { name, place, tenantId, issuer, reader, values } = options;
  const vault = new KeyVault(stack, "Vault", {
    ...place,
    name,
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
  for (const [secret, valueWo] of Object.entries(values)) {
    new KeyVaultSecret(stack, `Secret-${secret}`, {
      name: secret,
      keyVaultId: vault.id,
      valueWo,
      valueWoVersion: 1,
      dependsOn: [deployer],
    });
  }
  const { namespace, serviceAccount } = reader;
  const identity = new UserAssignedIdentity(stack, "SecretReader", { ...place, name: reader.name });
  new FederatedIdentityCredential(stack, "SecretReaderCredential", {
    name: serviceAccount,
    resourceGroupName: place.resourceGroupName,
    parentId: identity.id,
    issuer,
    audience: ["api://AzureADTokenExchange"],
    subject: `system:serviceaccount:${namespace}:${serviceAccount}`,
  });
  new RoleAssignment(stack, "ReadSecrets", {
    scope: vault.id,
    roleDefinitionName: "Key Vault Secrets User",
    principalId: identity.principalId,
  });
}
