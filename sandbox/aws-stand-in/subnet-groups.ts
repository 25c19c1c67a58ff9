import { arn } from "./account";
import type { Actions } from "./actions";
import type { Query } from "./query";
import { Shelf } from "./shelf";
import type { Tags } from "./tags";
import type { Xml } from "./xml";

/** Subnet groups; it is not checked that their subnets exist. */
export function subnetGroupActions(tags: Tags): Actions {
  const groups = new Shelf<Xml>("CacheSubnetGroupNotFoundFault", "CacheSubnetGroupAlreadyExists");
  return {
    CreateCacheSubnetGroup: (query) => {
      const group = subnetGroup(query);
      tags.addFrom(query, group.ARN);
      return { CacheSubnetGroup: groups.add(group.CacheSubnetGroupName, group) };
    },
    ModifyCacheSubnetGroup: (query) => {
      const group = subnetGroup(query);
      groups.find(group.CacheSubnetGroupName);
      return { CacheSubnetGroup: groups.set(group.CacheSubnetGroupName, group) };
    },
    DescribeCacheSubnetGroups: (query) => ({
      CacheSubnetGroups: groups.select(query.tryText("CacheSubnetGroupName")),
    }),
    DeleteCacheSubnetGroup: (query) => {
      groups.remove(query.text("CacheSubnetGroupName"));
      return {};
    },
  };
}

function subnetGroup(query: Query) {
  const name = query.text("CacheSubnetGroupName").toLowerCase();
  return {
    CacheSubnetGroupName: name,
    CacheSubnetGroupDescription: query.tryText("CacheSubnetGroupDescription"),
    VpcId: "vpc-00000000",
    Subnets: query.list("SubnetIds").map((SubnetIdentifier) => ({ SubnetIdentifier })),
    ARN: arn("elasticache", `subnetgroup:${name}`),
  };
}
