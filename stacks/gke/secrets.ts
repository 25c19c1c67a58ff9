import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { SecretManagerSecret } from "@cdktf/provider-google/lib/secret-manager-secret";
import { SecretManagerSecretIamMember } from "@cdktf/provider-google/lib/secret-manager-secret-iam-member";
import { SecretManagerSecretVersion } from "@cdktf/provider-google/lib/secret-manager-secret-version";
import type { OptionStack } from "../stack";

/** What the secrets are made from. */
export interface SecretsOptions {
  readonly project: string;
  /** The service account that reads them. */
  readonly reader: { readonly namespace: string; readonly serviceAccount: string };
  /** Name of a secret in the project. */
  readonly nameOf: (id: string) => string;
  /** Values by the secrets' ids; written, and not kept in the state. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The application's secrets, and who reads them: the service account of External Secrets itself, which workload
 * identity makes a principal of Google's without any key.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
 */
export function addSecrets(stack: OptionStack, { project, reader, nameOf, values }: SecretsOptions): void {
  const { number } = new DataGoogleProject(stack, "Project", { projectId: project });
  const { namespace, serviceAccount } = reader;
  const pool = `projects/${number}/locations/global/workloadIdentityPools/${project}.svc.id.goog`;
  const member = `principal://iam.googleapis.com/${pool}/subject/ns/${namespace}/sa/${serviceAccount}`;
  for (const [id, secretDataWo] of Object.entries(values)) {
    const secret = new SecretManagerSecret(stack, `Secret-${id}`, {
      secretId: nameOf(id),
      replication: { auto: {} },
    });
    new SecretManagerSecretVersion(stack, `Secret-${id}-version`, {
      secret: secret.id,
      secretDataWo,
      secretDataWoVersion: 1,
    });
    new SecretManagerSecretIamMember(stack, `Secret-${id}-reader`, {
      secretId: secret.id,
      role: "roles/secretmanager.secretAccessor",
      member,
    });
  }
}
