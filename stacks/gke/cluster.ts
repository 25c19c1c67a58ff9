import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { OptionStack } from "../stack";
import { type GkeNetwork, PODS_RANGE, SERVICES_RANGE } from "./network";

/** What the cluster is made from. */
export interface ClusterOptions {
  readonly name: string;
  readonly network: GkeNetwork;
  readonly project: string;
  readonly place: GkePlace;
  readonly nodes: GkeNodes;
}

/** Location of a cluster, and address range of its control plane. */
export interface GkePlace {
  readonly region: string;
  /** Three of the region's zones. */
  readonly zones: readonly string[];
  readonly controlPlane: string;
}

/** Machines: so many in each zone, or a total that Google keeps between two bounds. */
export type GkeNodes = { readonly machineType: string } & (
  | { readonly perZone: number }
  | { readonly total: { readonly min: number; readonly max: number } }
);

/** What a node may do: write logs and metrics, and pull images. */
const NODE_ROLES = ["roles/container.defaultNodeServiceAccount", "roles/artifactregistry.reader"];

/** A regional cluster: control plane and nodes in three zones, and policies enforced by Dataplane V2. */
export function addCluster(
  stack: OptionStack,
  { name, network, project, place, nodes }: ClusterOptions,
): ContainerCluster {
  const operators = stack.input(
    "cluster_access_cidr",
    "string",
    "Addresses that may reach the API of the cluster from the internet",
  );
  const cluster = new ContainerCluster(stack, "Cluster", {
    name,
    location: place.region,
    nodeLocations: [...place.zones],
    network: network.networkId,
    subnetwork: network.subnetworkId,
    // The pool below replaces the one that every cluster is made with.
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    releaseChannel: { channel: "REGULAR" },
    datapathProvider: "ADVANCED_DATAPATH",
    networkingMode: "VPC_NATIVE",
    ipAllocationPolicy: { clusterSecondaryRangeName: PODS_RANGE, servicesSecondaryRangeName: SERVICES_RANGE },
    privateClusterConfig: {
      enablePrivateNodes: true,
      enablePrivateEndpoint: false,
      masterIpv4CidrBlock: place.controlPlane,
    },
    masterAuthorizedNetworksConfig: {
      cidrBlocks: [{ displayName: "operators", cidrBlock: operators.stringValue }],
    },
    workloadIdentityConfig: { workloadPool: `${project}.svc.id.goog` },
    verticalPodAutoscaling: { enabled: true },
    addonsConfig: {
      httpLoadBalancing: { disabled: false },
      horizontalPodAutoscaling: { disabled: false },
    },
    deletionProtection: stack.environment.keepsData,
  });
  new ContainerNodePool(stack, "Nodes", {
    name: "general",
    cluster: cluster.id,
    location: place.region,
    ...count(nodes),
    management: { autoRepair: true, autoUpgrade: true },
    upgradeSettings: { maxSurge: 1, maxUnavailable: 0 },
    nodeConfig: {
      machineType: nodes.machineType,
      imageType: "COS_CONTAINERD",
      serviceAccount: nodeAccount(stack, name, project),
      oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
      shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
      workloadMetadataConfig: { mode: "GKE_METADATA" },
    },
  });
  return cluster;
}

/** Google counts by zone, unless the total is set. */
function count(nodes: GkeNodes) {
  if ("perZone" in nodes) return { nodeCount: nodes.perZone };
  const { min, max } = nodes.total;
  return { autoscaling: { totalMinNodeCount: min, totalMaxNodeCount: max, locationPolicy: "BALANCED" } };
}

/** The nodes' own account, instead of the project's default one, which may edit everything. */
function nodeAccount(stack: OptionStack, name: string, project: string): string {
  const account = new ServiceAccount(stack, "NodeAccount", {
    accountId: name,
    displayName: `Nodes of ${name}`,
  });
  for (const role of NODE_ROLES) {
    new ProjectIamMember(stack, `NodeRole-${role}`, {
      project,
      role,
      member: `serviceAccount:${account.email}`,
    });
  }
  return account.email;
}
