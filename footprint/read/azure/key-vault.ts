import { byUse } from "../terraform/charges";
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
  ...ignored("grants permissions", "azurerm_key_vault_access_policy"),
};
