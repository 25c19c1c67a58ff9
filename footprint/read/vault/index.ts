import { secret } from "../terraform/secrets";
import { ignored, type TerraformProvider } from "../terraform/type";

const VALUES = ["data_json", "data_json_wo"];

/** The `vault` provider. */
export const VAULT: TerraformProvider = {
  name: "vault",
  types: [
    {
      vault_generic_secret: secret({ store: "vault", names: ["path"], values: VALUES }),
      vault_kv_secret: secret({ store: "vault", names: ["path"], values: VALUES }),
      vault_kv_secret_v2: secret({ store: "vault", names: ["name"], values: VALUES }),
      ...ignored("grants access to secrets", "vault_auth_*", "vault_kubernetes_auth_*", "vault_policy*"),
    },
  ],
};
