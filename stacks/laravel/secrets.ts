import type { Manifest } from "../../constructs/core";
import type { SecretSource } from "./cloud";

/** How often a changed value is fetched; running pods keep theirs until they are replaced. */
const REFRESH_INTERVAL = "1h";

/**
 * The store and the one secret that External Secrets keeps in the cluster; no value passes through Terraform.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export function secretManifests(
  name: string,
  namespace: string,
  { provider, variables }: SecretSource,
): readonly Manifest[] {
  const metadata = { name, namespace };
  return [
    { apiVersion: "external-secrets.io/v1", kind: "SecretStore", metadata, spec: { provider } },
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata,
      spec: {
        refreshInterval: REFRESH_INTERVAL,
        secretStoreRef: { kind: "SecretStore", name },
        target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
        data: Object.entries(variables).map(([secretKey, remoteRef]) => ({ secretKey, remoteRef })),
      },
    },
  ];
}
