import { DataGoogleContainerCluster } from "@cdktf/provider-google/lib/data-google-container-cluster";
import { useFoundCluster } from "../found-cluster";
import type { OptionStack } from "../stack";

/** How the cluster is found. */
export interface FoundGke {
  readonly name: string;
  readonly location: string;
  /** What GKE writes onto the stack's objects, as regular expressions. */
  readonly ignoreAnnotations: string[];
}

/** The providers for the cluster of that name, entered by a token of Google's own program. */
export function useFoundGke(stack: OptionStack, { name, location, ignoreAnnotations }: FoundGke): void {
  const cluster = new DataGoogleContainerCluster(stack, "Cluster", { name, location });
  useFoundCluster(stack, {
    host: `https://${cluster.endpoint}`,
    certificateAuthority: cluster.masterAuth.get(0).clusterCaCertificate,
    command: "gke-gcloud-auth-plugin",
    args: [],
    ignoreAnnotations,
  });
}
