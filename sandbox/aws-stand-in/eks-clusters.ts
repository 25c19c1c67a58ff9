import { arn } from "./account";
import type { Route } from "./rest";
import { Shelf } from "./shelf";

type Json = Readonly<Record<string, unknown>>;

const CLUSTERS = /^\/clusters$/;
const CLUSTER = /^\/clusters\/([^/]+)$/;
const NODE_GROUPS = /^\/clusters\/([^/]+)\/node-groups$/;
const NODE_GROUP = /^\/clusters\/([^/]+)\/node-groups\/([^/]+)$/;

/**
 * EKS' calls for clusters and node groups: active at once, and read back as they were asked for, with what AWS would
 * have filled in. No API server and no machine is behind them.
 */
export function clusterRoutes(): readonly Route[] {
  const shelf = () => new Shelf<Json>("ResourceNotFoundException", "ResourceInUseException");
  const [clusters, nodeGroups] = [shelf(), shelf()];
  const key = (cluster = "", group = "") => `${cluster}/${group}`;

  return [
    ["POST", CLUSTERS, (_, body) => ({ cluster: clusters.add(String(body["name"]), newCluster(body)) })],
    ["GET", CLUSTER, ([name = ""]) => ({ cluster: clusters.find(name) })],
    ["DELETE", CLUSTER, ([name = ""]) => ({ cluster: clusters.remove(name) })],
    [
      "POST",
      NODE_GROUPS,
      ([cluster = ""], body) => {
        const { version } = clusters.find(cluster);
        const name = String(body["nodegroupName"]);
        return { nodegroup: nodeGroups.add(key(cluster, name), newNodeGroup(cluster, { version, ...body })) };
      },
    ],
    ["GET", NODE_GROUP, ([cluster, name]) => ({ nodegroup: nodeGroups.find(key(cluster, name)) })],
    ["DELETE", NODE_GROUP, ([cluster, name]) => ({ nodegroup: nodeGroups.remove(key(cluster, name)) })],
  ];
}

function newCluster({ clientRequestToken: _, ...asked }: Json): Json {
  const network = asked["kubernetesNetworkConfig"] as Json | undefined;
  return {
    ...asked,
    arn: arn("eks", `cluster/${asked["name"]}`),
    status: "ACTIVE",
    endpoint: "https://stand-in.eks.example.com",
    certificateAuthority: { data: "" },
    identity: { oidc: { issuer: "https://oidc.eks.example.com/id/STANDIN" } },
    platformVersion: "eks.1",
    createdAt: 0,
    kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16", ipFamily: "ipv4", ...network },
    upgradePolicy: { supportType: "EXTENDED", ...(asked["upgradePolicy"] as Json | undefined) },
    resourcesVpcConfig: {
      ...(asked["resourcesVpcConfig"] as Json),
      vpcId: "vpc-standin",
      clusterSecurityGroupId: "sg-standin",
    },
  };
}

function newNodeGroup(clusterName: string, { clientRequestToken: _, ...asked }: Json): Json {
  const name = asked["nodegroupName"];
  return {
    capacityType: "ON_DEMAND",
    diskSize: 20,
    ...asked,
    clusterName,
    nodegroupArn: arn("eks", `nodegroup/${clusterName}/${name}/stand-in`),
    status: "ACTIVE",
    releaseVersion: `${asked["version"]}.0-stand-in`,
    health: { issues: [] },
    resources: { autoScalingGroups: [{ name: `eks-${name}` }] },
    createdAt: 0,
    modifiedAt: 0,
  };
}
