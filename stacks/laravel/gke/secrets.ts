import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { SecretManagerSecret } from "@cdktf/provider-google/lib/secret-manager-secret";
import { SecretManagerSecretIamMember } from "@cdktf/provider-google/lib/secret-manager-secret-iam-member";
import { SecretManagerSecretVersion } from "@cdktf/provider-google/lib/secret-manager-secret-version";
import { LARAVEL } from "../../../config/laravel";
import { secretVariable } from "../../../constructs/core";
import type { OptionStack } from "../../stack";
import { secretId } from "./names";

/** What the secrets are made from. */
export interface SecretsOptions {
  readonly project: string;
  /** An ephemeral value. */
  readonly databasePassword: string;
}

/**
 * The application's secrets, and who reads them: the service account of External Secrets itself, which workload
 * identity makes a principal of Google's without any key.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
 */
export function addSecrets(stack: OptionStack, { project, databasePassword }: SecretsOptions): void {
  const { number } = new DataGoogleProject(stack, "Project", { projectId: project });
  const { namespace, serviceAccount } = LARAVEL.secretReader;
  const pool = `projects/${number}/locations/global/workloadIdentityPools/${project}.svc.id.goog`;
  const member = `principal://iam.googleapis.com/${pool}/subject/ns/${namespace}/sa/${serviceAccount}`;
  const values = {
    "app-key": secretVariable(stack, "app_key", "APP_KEY of Laravel, as artisan key:generate prints it"),
    "database-password": databasePassword,
  } as const;
  for (const id of ["app-key", "database-password"] as const) {
    const secret = new SecretManagerSecret(stack, `Secret-${id}`, {
      secretId: secretId(stack.environment, id),
      replication: { auto: {} },
    });
    new SecretManagerSecretVersion(stack, `Secret-${id}-version`, {
      secret: secret.id,
      secretDataWo: values[id],
      secretDataWoVersion: 1,
    });
    new SecretManagerSecretIamMember(stack, `Secret-${id}-reader`, {
      secretId: secret.id,
      role: "roles/secretmanager.secretAccessor",
      member,
    });
  }
}
