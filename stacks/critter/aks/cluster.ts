import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { CRITTER_NODES } from "../../../config/critter";
import type { Place } from "../../aks/place";
import type { OptionStack } from "../../stack";
import { AKS } from "./names";
import type { AksNetwork } from "./network";

/** What the cluster is made from. */
export interface ClusterOptions {
  readonly name: string;
  readonly place: Place;
  readonly network: AksNetwork;
  readonly tenantId: string;
}

/** Minor version; its patches come by themselves. */
const VERSION = "1.35";

/** The review's "2 Standard_D2s_v3 nodes", over three zones, and more of them when pods find no room. */
export function addCluster(
  stack: OptionStack,
  { name, place, network, tenantId }: ClusterOptions,
): KubernetesCluster {
  const operators = stack.input(
    "cluster_access_cidrs",
    "list(string)",
    "Addresses that may reach the API of the cluster from outside",
  );
  return new KubernetesCluster(stack, "Cluster", {
    ...place,
    name,
    dnsPrefix: name,
    kubernetesVersion: VERSION,
    // An API server that answers when a zone is lost.
    skuTier: "Standard",
    automaticUpgradeChannel: "patch",
    identity: { type: "SystemAssigned" },
    // Entra alone lets in, so that no certificate of the cluster stands in the state.
    localAccountDisabled: true,
    azureActiveDirectoryRoleBasedAccessControl: { azureRbacEnabled: true, tenantId },
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
    apiServerAccessProfile: { authorizedIpRanges: operators.listValue },
    networkProfile: {
      networkPlugin: "azure",
      networkPluginMode: "overlay",
      networkPolicy: "cilium",
      networkDataPlane: "cilium",
      podCidr: AKS.pods,
      serviceCidr: AKS.services,
      dnsServiceIp: AKS.dns,
    },
    defaultNodePool: {
      name: "general",
      vmSize: AKS.vmSize,
      autoScalingEnabled: true,
      minCount: CRITTER_NODES.min,
      maxCount: CRITTER_NODES.max,
      zones: [...AKS.zones],
      vnetSubnetId: network.nodeSubnetId,
      upgradeSettings: { maxSurge: "1" },
    },
    // The autoscaler owns the count.
    lifecycle: { ignoreChanges: ["default_node_pool[0].node_count"] },
  });
}
