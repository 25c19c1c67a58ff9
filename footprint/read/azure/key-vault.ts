import { byUse, hourly, ifUsed, monthly, sized } from "../terraform/charges";
import { secret } from "../terraform/secrets";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Azure Key Vault. */
export const KEY_VAULT: TerraformTypes = {
  azurerm_key_vault_secret: secret({
    store: "azure key vault",
    names: ["name"],
    values: ["value", "value_wo"],
  }),
  azurerm_key_vault: {
    charges: () => [byUse("key-vault/operations", "10,000 operations")],
    chargedOnly: "keeps secrets, which are listed one by one",
  },
  /** A key in software is charged by its operations, one in hardware also by the month. */
  azurerm_key_vault_key: {
    charges: (body) => [
      ...(body.optional("key_type")?.toUpperCase().endsWith("-HSM") === true
        ? [monthly("key-vault/hsm-key")]
        : []),
      byUse("key-vault/key-operations", "10,000 operations", "monthly_protected_keys_operations"),
      ifUsed("key-vault/key-rotation", "operations", "monthly_key_rotation_renewals"),
    ],
    chargedOnly: "a key that encrypts what other resources keep",
  },
  azurerm_key_vault_certificate: {
    charges: () => [
      byUse("key-vault/certificate-renewal", "requests", "monthly_certificate_renewal_requests"),
      byUse("key-vault/certificate-operations", "10,000 operations", "monthly_certificate_other_operations"),
    ],
    chargedOnly: "a certificate of something else",
  },
  azurerm_key_vault_managed_hardware_security_module: {
    charges: (body) => [hourly(sized("key-vault/hsm-pool", body.optional("sku_name")?.toLowerCase()))],
    chargedOnly: "hardware that keeps keys",
  },
  ...ignored(
    "setting of a vault",
    "azurerm_key_vault_certificate_contacts",
    "azurerm_key_vault_certificate_issuer",
    "azurerm_key_vault_managed_*",
  ),
  ...ignored("grants permissions", "azurerm_key_vault_access_policy"),
};
