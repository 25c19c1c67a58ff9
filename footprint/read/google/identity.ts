import { ignored, type TerraformTypes } from "../terraform/type";

/** Identities, permissions, keys and enabled services. */
export const IDENTITY: TerraformTypes = {
  ...ignored(
    "grants permissions",
    "google_project_iam_*",
    "google_secret_manager_secret_iam_*",
    "google_service_account",
    "google_service_account_iam_*",
  ),
  ...ignored("a key that encrypts what other resources keep", "google_kms_*"),
  ...ignored("enables an API of a project", "google_project_service"),
};
