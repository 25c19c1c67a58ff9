import { DataAzurermKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster";
import { useFoundCluster } from "../found-cluster";
import type { OptionStack } from "../stack";

/** Microsoft's own application that every cluster with Entra takes tokens for. */
const ENTRA_SERVER_ID = "6dae42f8-4368-4678-94ff-3960e28e3630";

/** How the cluster is found. */
export interface FoundAks {
  readonly cluster: string;
  readonly resourceGroup: string;
}

/** The providers for the cluster of that name, entered by the deployer's own login to Azure. */
export function useFoundAks(stack: OptionStack, { cluster: name, resourceGroup }: FoundAks): void {
  const cluster = new DataAzurermKubernetesCluster(stack, "Cluster", {
    name,
    resourceGroupName: resourceGroup,
  });
  useFoundCluster(stack, {
    host: cluster.kubeConfig.get(0).host,
    certificateAuthority: cluster.kubeConfig.get(0).clusterCaCertificate,
    command: "kubelogin",
    args: ["get-token", "--login", "azurecli", "--server-id", ENTRA_SERVER_ID],
  });
}
