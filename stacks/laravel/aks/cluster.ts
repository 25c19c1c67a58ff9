import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { addCluster } from "../../aks/cluster";
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

/** The cluster with the gateway in front of it, and the registry that its nodes pull from. */
export function addClusterAndImages(
  stack: OptionStack,
  { names, place, network, tenantId }: ClusterOptions,
): { readonly cluster: KubernetesCluster; readonly registry: ContainerRegistry } {
  const cluster = addCluster(stack, {
    name: names.cluster,
    place,
    tenantId,
    nodeSubnetId: network.nodeSubnetId,
    plan: PLAN,
    vmSize: VM_SIZE,
    count: { nodeCount: PLAN.zones.length * LARAVEL.nodes.perZone },
    addons: {
      workloadAutoscalerProfile: { verticalPodAutoscalerEnabled: true },
      ingressApplicationGateway: { gatewayName: names.cluster, subnetId: network.gatewaySubnetId },
    },
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
