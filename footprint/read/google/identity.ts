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
    "google_*_iam_audit_config",
    "google_*_iam_binding",
    "google_*_iam_custom_role",
    "google_*_iam_member",
    "google_*_iam_member_remove",
    "google_*_iam_policy",
    "google_iam_*",
    "google_kms_*_iam_*",
    "google_project_default_service_accounts",
    "google_secret_manager_secret_iam_*",
    "google_service_account*",
    "google_storage_bucket_access_control",
    "google_storage_bucket_acl",
    "google_storage_default_object_acl",
  ),
  ...ignored(
    "groups or limits resources",
    "google_apikeys_key",
    "google_assured_workloads_workload",
    "google_essential_contacts_contact",
    "google_folder",
    "google_folder_organization_policy",
    "google_org_policy_*",
    "google_organization_policy",
    "google_project",
    "google_project_organization_policy",
    "google_project_usage_export_bucket",
    "google_resource_manager_lien",
    "google_tags_*",
  ),
  ...ignored("watches the bill", "google_billing_*"),
  /** Binary Authorization is charged by the cluster where it is no part of GKE. */
  ...ignored(
    "says which images may run",
    "google_binary_authorization_attestor",
    "google_binary_authorization_policy",
    "google_container_analysis_*",
  ),
  ...ignored(
    "part of a repository or a bucket that is listed by itself",
    "google_storage_bucket_object",
    "google_storage_notification",
    "google_storage_hmac_key",
    "google_sourcerepo_repository",
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
  ...ignored("enables an API of a project", "google_project_service*"),
};
