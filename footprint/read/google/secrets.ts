import { byUse, ifUsed, monthly } from "../terraform/charges";
import { secret } from "../terraform/secrets";
import type { TerraformTypes } from "../terraform/type";

/** Google Secret Manager. */
export const SECRETS: TerraformTypes = {
  google_secret_manager_secret: {
    ...secret({
      store: "google secret manager",
      names: ["secret_id"],
      version: {
        type: "google_secret_manager_secret_version",
        of: "google_secret_manager_secret",
        secret: "secret",
        values: ["secret_data", "secret_data_wo"],
      },
    }),
    charges: () => [
      byUse("secret-manager/access", "10,000 operations", "monthly_access_operations"),
      ifUsed("secret-manager/rotation", "operations", "monthly_rotation_notifications"),
    ],
  },
  google_secret_manager_secret_version: {
    partOf: "google_secret_manager_secret",
    charges: () => [monthly("secret-manager/version")],
  },
};
