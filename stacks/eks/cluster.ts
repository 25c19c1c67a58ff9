import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { OptionStack } from "../stack";
import type { EksNetwork } from "./network";
import { serviceRole } from "./roles";

/** What the cluster is made from. */
export interface ClusterOptions {
  readonly name: string;
  readonly network: EksNetwork;
  readonly nodes: EksNodes;
  /**
   * EKS's own add-ons beside those that every cluster has.
   * @default - none
   */
  readonly addons?: readonly string[];
}

/** Machines, over all zones. More than the fewest takes an autoscaler that asks for them. */
export interface EksNodes {
  readonly instanceType: string;
  readonly min: number;
  readonly max: number;
}

/** In EKS's standard support until 2027-03-27, then for a year at a higher price. */
const VERSION = "1.35";

/** What the nodes need to start, before them. */
const NETWORK_ADDONS: Readonly<Record<string, object | undefined>> = {
  // Without this nothing enforces the policies.
  "vpc-cni": { enableNetworkPolicy: "true" },
  "kube-proxy": undefined,
  "eks-pod-identity-agent": undefined,
};

/** What runs on the nodes; the autoscaler measures by metrics-server. */
const POD_ADDONS = ["coredns", "metrics-server"];

/** The cluster, its nodes in three zones and EKS's own add-ons. */
export function addCluster(stack: OptionStack, options: ClusterOptions): EksCluster {
  const { name, network } = options;
  const role = serviceRole(stack, "ClusterRole", {
    name: `${name}-cluster`,
    service: "eks.amazonaws.com",
    policies: ["AmazonEKSClusterPolicy"],
  });
  const operators = stack.input(
    "cluster_access_cidrs",
    "list(string)",
    "Addresses that may reach the API of the cluster from the internet",
  );
  const cluster = new EksCluster(stack, "Cluster", {
    name,
    version: VERSION,
    roleArn: role.arn,
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
    bootstrapSelfManagedAddons: false,
    enabledClusterLogTypes: ["api", "audit", "authenticator"],
    vpcConfig: {
      subnetIds: network.privateSubnetIds,
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: operators.listValue,
    },
    dependsOn: role.attachments,
  });
  const networkAddons = Object.entries(NETWORK_ADDONS).map(([addonName, settings]) =>
    addon(stack, cluster, addonName, { settings }),
  );
  const nodes = addNodes(stack, cluster, options, networkAddons);
  for (const addonName of [...POD_ADDONS, ...(options.addons ?? [])])
    addon(stack, cluster, addonName, { dependsOn: [nodes] });
  return cluster;
}

function addNodes(
  stack: OptionStack,
  cluster: EksCluster,
  { network, nodes: { instanceType, min, max } }: ClusterOptions,
  addons: readonly EksAddon[],
): EksNodeGroup {
  const role = serviceRole(stack, "NodeRole", {
    name: `${cluster.nameInput}-node`,
    service: "ec2.amazonaws.com",
    policies: ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPullOnly"],
  });
  return new EksNodeGroup(stack, "Nodes", {
    clusterName: cluster.name,
    nodeGroupName: "general",
    nodeRoleArn: role.arn,
    subnetIds: network.privateSubnetIds,
    amiType: "AL2023_x86_64_STANDARD",
    instanceTypes: [instanceType],
    scalingConfig: { minSize: min, desiredSize: min, maxSize: max },
    updateConfig: { maxUnavailable: 1 },
    dependsOn: [...role.attachments, ...addons],
    // The autoscaler owns the count.
    ...(max > min && { lifecycle: { ignoreChanges: ["scaling_config[0].desired_size"] } }),
  });
}

function addon(
  stack: OptionStack,
  cluster: EksCluster,
  addonName: string,
  { settings, dependsOn }: { settings?: object; dependsOn?: EksNodeGroup[] },
): EksAddon {
  return new EksAddon(stack, `Addon-${addonName}`, {
    clusterName: cluster.name,
    addonName,
    configurationValues: settings && JSON.stringify(settings),
    // The version follows the cluster's: EKS knows which fits.
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
    dependsOn,
  });
}
