import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultSecret } from "@cdktf/provider-azurerm/lib/key-vault-secret";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { Place } from "./place";

/** Properties for `MachineVault`. */
export interface MachineVaultProps {
  readonly place: Place;
  /** At most 24 characters, unique in the whole of Azure. */
  readonly name: string;
  readonly tenantId: string;
  /** Values by the names of their secrets; written, and not kept in the state. */
  readonly values: Readonly<Record<string, string>>;
  readonly purgeProtection: boolean;
}

/**
 * The vault, and the identity by which one machine reads it without any key.
 * @see 002_3f566cf14e5265d2.txt, "6. No Secrets Management"
 */
export class MachineVault extends Construct {
  public readonly uri: string;
  public readonly identity: UserAssignedIdentity;
  /** That the identity may read. */
  public readonly mayRead: RoleAssignment;

  public constructor(scope: Construct, id: string, props: MachineVaultProps) {
    super(scope, id);
    const { place, name, tenantId, values } = props;
    const vault = new KeyVault(this, "Resource", {
      ...place,
      name,
      tenantId,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
      purgeProtectionEnabled: props.purgeProtection,
      softDeleteRetentionDays: 7,
    });
    const deployer = new RoleAssignment(this, "WriteSecrets", {
      scope: vault.id,
      roleDefinitionName: "Key Vault Secrets Officer",
      principalId: new DataAzurermClientConfig(this, "Deployer").objectId,
    });
    for (const [secret, valueWo] of Object.entries(values)) {
      new KeyVaultSecret(this, `Secret-${secret}`, {
        name: secret,
        keyVaultId: vault.id,
        valueWo,
        valueWoVersion: 1,
        dependsOn: [deployer],
      });
    }
    this.identity = new UserAssignedIdentity(this, "Reader", { ...place, name });
    this.mayRead = new RoleAssignment(this, "ReadSecrets", {
      scope: vault.id,
      roleDefinitionName: "Key Vault Secrets User",
      principalId: this.identity.principalId,
    });
    this.uri = vault.vaultUri;
  }
}
