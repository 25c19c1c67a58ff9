import {
  KubernetesCluster,
  type KubernetesClusterConfig,
  type KubernetesClusterDefaultNodePool,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { OptionStack } from "../stack";
import type { Place } from "./place";

/** What the cluster is made from. */
export interface ClusterOptions {
  readonly name: string;
  readonly place: Place;
  readonly tenantId: string;
  readonly nodeSubnetId: string;
  /** Zones of the nodes, and address ranges inside of the cluster. */
  readonly plan: {
    readonly zones: readonly string[];
    readonly pods: string;
    readonly services: string;
    readonly dns: string;
  };
  readonly vmSize: string;
  /** How many nodes: a number, or an autoscaler's bounds. */
  readonly count: Pick<
    KubernetesClusterDefaultNodePool,
    "nodeCount" | "autoScalingEnabled" | "minCount" | "maxCount"
  >;
  /**
   * What else AKS runs in it.
   * @default - nothing
   */
  readonly addons?: Pick<KubernetesClusterConfig, "workloadAutoscalerProfile" | "ingressApplicationGateway">;
}

/** Minor version; its patches come by themselves. */
const VERSION = "1.35";

/** A cluster over the zones of its plan, with Cilium for the policies, which Entra alone lets in to. */
export function addCluster(stack: OptionStack, options: ClusterOptions): KubernetesCluster {
  const { name, place, tenantId, nodeSubnetId, plan, vmSize, count, addons } = options;
  const operators = stack.input(
    "cluster_access_cidrs",
    "list(string)",
    "Addresses that may reach the API of the cluster from the internet",
  );
  const cluster = new KubernetesCluster(stack, "Cluster", {
    ...place,
    name,
    dnsPrefix: name,
    kubernetesVersion: VERSION,
    // An API server that answers when a zone is lost.
    skuTier: "Standard",
    automaticUpgradeChannel: "patch",
    identity: { type: "SystemAssigned" },
    // No certificate of the cluster is in the state.
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
      podCidr: plan.pods,
      serviceCidr: plan.services,
      dnsServiceIp: plan.dns,
    },
    defaultNodePool: {
      name: "general",
      vmSize,
      ...count,
      zones: [...plan.zones],
      vnetSubnetId: nodeSubnetId,
      upgradeSettings: { maxSurge: "1" },
    },
    ...addons,
    // An autoscaler owns the count.
    ...(count.autoScalingEnabled === true && {
      lifecycle: { ignoreChanges: ["default_node_pool[0].node_count"] },
    }),
  });
  // A subnet of one's own: without this role, a Service of type LoadBalancer is refused with 403.
  new RoleAssignment(stack, "JoinSubnet", {
    scope: nodeSubnetId,
    roleDefinitionName: "Network Contributor",
    principalId: cluster.identity.principalId,
    skipServicePrincipalAadCheck: true,
  });
  return cluster;
}
