import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/laravel";
import type { Place } from "../../aks/place";
import type { OptionStack } from "../../stack";
import type { AksNames } from "./names";
import type { AksNetwork } from "./network";

/** What the cluster is made from. */
export interface ClusterOptions {
  readonly names: AksNames;
  readonly place: Place;
  readonly network: AksNetwork;
  readonly tenantId: string;
}

const { aks: PLAN } = LARAVEL_NETWORKS;

/** 4 cores and 16 GiB. */
const VM_SIZE = "Standard_D4s_v5";

/** Minor version; its patches come by themselves. */
const VERSION = "1.35";

/** The cluster in three zones with Cilium for the policies, and the registry that its nodes pull from. */
export function addCluster(
  stack: OptionStack,
  { names, place, network, tenantId }: ClusterOptions,
): { readonly cluster: KubernetesCluster; readonly registry: ContainerRegistry } {
  const operators = stack.input(
    "cluster_access_cidrs",
    "list(string)",
    "Addresses that may reach the API of the cluster from outside",
  );
  const cluster = new KubernetesCluster(stack, "Cluster", {
    ...place,
    name: names.cluster,
    dnsPrefix: names.cluster,
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
      podCidr: PLAN.pods,
      serviceCidr: PLAN.services,
      dnsServiceIp: PLAN.dns,
    },
    defaultNodePool: {
      name: "general",
      vmSize: VM_SIZE,
      nodeCount: PLAN.zones.length * LARAVEL.nodes.perZone,
      zones: [...PLAN.zones],
      vnetSubnetId: network.nodeSubnetId,
      upgradeSettings: { maxSurge: "1" },
    },
    workloadAutoscalerProfile: { verticalPodAutoscalerEnabled: true },
    ingressApplicationGateway: { gatewayName: names.cluster, subnetId: network.gatewaySubnetId },
  });
  const registry = new ContainerRegistry(stack, "Images", {
    ...place,
    name: names.registry,
    sku: "Standard",
    adminEnabled: false,
  });
  new RoleAssignment(stack, "PullImages", {
    scope: registry.id,
    roleDefinitionName: "AcrPull",
    principalId: cluster.kubeletIdentity.objectId,
  });
  new RoleAssignment(stack, "RunGateway", {
    scope: network.gatewaySubnetId,
    roleDefinitionName: "Network Contributor",
    principalId: cluster.ingressApplicationGateway.ingressApplicationGatewayIdentity.get(0).objectId,
  });
  return { cluster, registry };
}
