import { MOTO_REGION as REGION } from "../moto";
import { arn } from "./account";
import type { Actions } from "./actions";
import { Fault } from "./fault";
import type { Query } from "./query";
import { Shelf } from "./shelf";
import type { Tags } from "./tags";
import type { Xml } from "./xml";

/** What a call may say about a replication group, by how it says it; a later call replaces what it names. */
const TEXTS = [
  "AuthToken",
  "CacheNodeType",
  "CacheParameterGroupName",
  "CacheSubnetGroupName",
  "ClusterMode",
  "Engine",
  "EngineVersion",
  "IpDiscovery",
  "KmsKeyId",
  "NetworkType",
  "PreferredMaintenanceWindow",
  "ReplicationGroupDescription",
  "SnapshotWindow",
  "TransitEncryptionMode",
] as const;
const NUMBERS = [
  "NumCacheClusters",
  "NumNodeGroups",
  "Port",
  "ReplicasPerNodeGroup",
  "SnapshotRetentionLimit",
] as const;
const SWITCHES = [
  "AtRestEncryptionEnabled",
  "AutoMinorVersionUpgrade",
  "AutomaticFailoverEnabled",
  "MultiAZEnabled",
  "TransitEncryptionEnabled",
] as const;

interface ReplicationGroup {
  readonly id: string;
  readonly texts: Partial<Record<(typeof TEXTS)[number], string>>;
  readonly numbers: Partial<Record<(typeof NUMBERS)[number], number>>;
  readonly switches: Partial<Record<(typeof SWITCHES)[number], boolean>>;
  readonly securityGroupIds: readonly string[];
  readonly userGroupIds: readonly string[];
}

/** Replication groups and the cache clusters that they consist of; each is available at once. */
export function replicationGroupActions(tags: Tags): Actions {
  const groups = new Shelf<ReplicationGroup>(
    "ReplicationGroupNotFoundFault",
    "ReplicationGroupAlreadyExists",
  );
  return {
    CreateReplicationGroup: (query) => {
      const group = { id: query.text("ReplicationGroupId").toLowerCase(), ...said(query) };
      tags.addFrom(query, arnOf(group));
      return { ReplicationGroup: shown(groups.add(group.id, group)) };
    },
    ModifyReplicationGroup: (query) => {
      const before = groups.find(query.text("ReplicationGroupId"));
      return { ReplicationGroup: shown(groups.set(before.id, changed(before, query))) };
    },
    DescribeReplicationGroups: (query) => ({
      ReplicationGroups: groups.select(query.tryText("ReplicationGroupId")).map(shown),
    }),
    DescribeCacheClusters: (query) => {
      const id = query.tryText("CacheClusterId");
      const clusters = groups
        .select(undefined)
        .flatMap((group) =>
          memberIds(group)
            .flat()
            .map((member) => cluster(group, member)),
        )
        .filter(({ CacheClusterId }) => id === undefined || CacheClusterId === id);
      if (clusters.length === 0 && id !== undefined)
        throw new Fault(404, "CacheClusterNotFound", `${id} not found`);
      return { CacheClusters: clusters };
    },
    DeleteReplicationGroup: (query) => {
      const group = groups.remove(query.text("ReplicationGroupId"));
      return { ReplicationGroup: { ...shown(group), Status: "deleting" } };
    },
  };
}

function said(query: Query): Omit<ReplicationGroup, "id"> {
  const pick = <K extends string, V>(names: readonly K[], read: (name: K) => V | undefined) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = read(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Partial<Record<K, V>>;
  return {
    texts: pick(TEXTS, (name) => query.tryText(name)),
    numbers: pick(NUMBERS, (name) => query.tryNumber(name)),
    switches: pick(SWITCHES, (name) => query.tryBoolean(name)),
    securityGroupIds: query.list("SecurityGroupIds"),
    userGroupIds: query.list("UserGroupIds"),
  };
}

function changed(before: ReplicationGroup, query: Query): ReplicationGroup {
  const now = said(query);
  const removed = query.list("UserGroupIdsToRemove");
  return {
    id: before.id,
    texts: { ...before.texts, ...now.texts },
    numbers: { ...before.numbers, ...now.numbers },
    switches: { ...before.switches, ...now.switches },
    securityGroupIds: now.securityGroupIds.length > 0 ? now.securityGroupIds : before.securityGroupIds,
    userGroupIds: [
      ...before.userGroupIds.filter((id) => !removed.includes(id)),
      ...query.list("UserGroupIdsToAdd"),
    ],
  };
}

function shown(group: ReplicationGroup): { readonly [field: string]: Xml } {
  const { id, texts, numbers, switches, userGroupIds } = group;
  const isCluster = (numbers.NumNodeGroups ?? 1) > 1 || texts.ClusterMode === "enabled";
  const endpoint = (name: string) => ({ Address: `${name}.${id}.${REGION}.cache.test`, Port: portOf(group) });
  return {
    ReplicationGroupId: id,
    Description: texts.ReplicationGroupDescription,
    Status: "available",
    Engine: engineOf(group),
    MemberClusters: memberIds(group).flat(),
    NodeGroups: memberIds(group).map((members, index) => ({
      NodeGroupId: padded(index + 1, 4),
      Status: "available",
      ...(isCluster ? {} : { PrimaryEndpoint: endpoint("primary"), ReaderEndpoint: endpoint("replica") }),
      NodeGroupMembers: members.map((CacheClusterId, place) => ({
        CacheClusterId,
        CacheNodeId: "0001",
        PreferredAvailabilityZone: zone(place),
        ...(isCluster
          ? {}
          : { CurrentRole: place === 0 ? "primary" : "replica", ReadEndpoint: endpoint(CacheClusterId) }),
      })),
    })),
    ConfigurationEndpoint: isCluster ? endpoint("clustercfg") : undefined,
    ClusterEnabled: isCluster,
    ClusterMode: isCluster ? "enabled" : "disabled",
    AutomaticFailover: enabled(switches.AutomaticFailoverEnabled),
    MultiAZ: enabled(switches.MultiAZEnabled),
    SnapshotRetentionLimit: numbers.SnapshotRetentionLimit ?? 0,
    SnapshotWindow: texts.SnapshotWindow ?? "03:00-04:00",
    CacheNodeType: texts.CacheNodeType,
    KmsKeyId: texts.KmsKeyId,
    AuthTokenEnabled: texts.AuthToken !== undefined,
    TransitEncryptionEnabled: switches.TransitEncryptionEnabled ?? false,
    TransitEncryptionMode:
      texts.TransitEncryptionMode ?? (switches.TransitEncryptionEnabled ? "required" : undefined),
    // AWS' own default differs by engine.
    AtRestEncryptionEnabled: switches.AtRestEncryptionEnabled ?? engineOf(group) === "valkey",
    AutoMinorVersionUpgrade: switches.AutoMinorVersionUpgrade ?? true,
    DataTiering: "disabled",
    NetworkType: texts.NetworkType ?? "ipv4",
    IpDiscovery: texts.IpDiscovery ?? "ipv4",
    UserGroupIds: userGroupIds,
    ARN: arnOf(group),
  };
}

function cluster(group: ReplicationGroup, id: string) {
  const { texts, numbers, switches } = group;
  const endpoint = { Address: `${id}.${group.id}.${REGION}.cache.test`, Port: portOf(group) };
  return {
    CacheClusterId: id,
    ReplicationGroupId: group.id,
    CacheClusterStatus: "available",
    CacheNodeType: texts.CacheNodeType,
    Engine: engineOf(group),
    EngineVersion: fullVersion(group),
    NumCacheNodes: 1,
    PreferredMaintenanceWindow: texts.PreferredMaintenanceWindow ?? "sun:05:00-sun:06:00",
    CacheParameterGroup: {
      CacheParameterGroupName:
        texts.CacheParameterGroupName ?? `default.${engineOf(group)}${fullVersion(group).split(".")[0]}`,
      ParameterApplyStatus: "in-sync",
    },
    CacheSubnetGroupName: texts.CacheSubnetGroupName ?? "default",
    SecurityGroups: group.securityGroupIds.map((SecurityGroupId) => ({ SecurityGroupId, Status: "active" })),
    CacheNodes: [{ CacheNodeId: "0001", CacheNodeStatus: "available", Endpoint: endpoint }],
    SnapshotRetentionLimit: numbers.SnapshotRetentionLimit ?? 0,
    AutoMinorVersionUpgrade: switches.AutoMinorVersionUpgrade ?? true,
    AuthTokenEnabled: texts.AuthToken !== undefined,
    TransitEncryptionEnabled: switches.TransitEncryptionEnabled ?? false,
    AtRestEncryptionEnabled: switches.AtRestEncryptionEnabled ?? false,
    ARN: arn("elasticache", `cluster:${id}`),
  };
}

/** Names of the cache clusters, by node group. */
function memberIds({ id, numbers }: ReplicationGroup): string[][] {
  const {
    NumNodeGroups = 1,
    ReplicasPerNodeGroup = 0,
    NumCacheClusters = ReplicasPerNodeGroup + 1,
  } = numbers;
  return Array.from({ length: NumNodeGroups }, (_, group) =>
    Array.from({ length: NumCacheClusters }, (_, member) => {
      const shard = NumNodeGroups > 1 ? `-${padded(group + 1, 4)}` : "";
      return `${id}${shard}-${padded(member + 1, 3)}`;
    }),
  );
}

function arnOf({ id }: ReplicationGroup): string {
  return arn("elasticache", `replicationgroup:${id}`);
}

function engineOf({ texts }: ReplicationGroup): string {
  return texts.Engine ?? "redis";
}

function portOf({ numbers }: ReplicationGroup): number {
  return numbers.Port ?? 6379;
}

/** AWS is asked for `7.1` and answers with `7.1.0`. */
function fullVersion(group: ReplicationGroup): string {
  const version = group.texts.EngineVersion ?? (engineOf(group) === "valkey" ? "8.0" : "7.1");
  return version.split(".").length < 3 ? `${version}.0` : version;
}

function enabled(value: boolean | undefined): string {
  return value === true ? "enabled" : "disabled";
}

function zone(place: number): string {
  return `${REGION}${["a", "b", "c"][place % 3]}`;
}

function padded(index: number, width: number): string {
  return String(index).padStart(width, "0");
}
