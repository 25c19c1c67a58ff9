import { byUse } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const KEY: Declaration = {
  // One version at first, another after each rotation.
  charges: () => [
    byUse("kms/key-version", "month of an active key version"),
    byUse("kms/operations", "10,000 operations"),
  ],
  chargedOnly: "a key that encrypts what other resources keep",
};

/** Identities, permissions, keys and enabled services. */
export const IDENTITY: TerraformTypes = {
  ...ignored(
    "grants permissions",
    "google_project_iam_*",
    "google_secret_manager_secret_iam_*",
    "google_service_account",
    "google_service_account_iam_*",
  ),
  google_kms_crypto_key: KEY,
  google_kms_crypto_key_version: {
    charges: () => [byUse("kms/key-version", "month of an active key version")],
    chargedOnly: "a version of a key",
  },
  google_kms_key_ring_import_job: {
    charges: () => [byUse("kms/import-job", "import through a hardware module")],
    chargedOnly: "imports a key",
  },
  ...ignored(
    "groups keys or grants their use",
    "google_kms_key_ring*",
    "google_kms_crypto_key_iam_*",
    "google_kms_secret_ciphertext",
  ),
  ...ignored("enables an API of a project", "google_project_service"),
};
