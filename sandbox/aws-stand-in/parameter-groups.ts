import { arn } from "./account";
import type { Actions } from "./actions";
import type { Query } from "./query";
import { Shelf } from "./shelf";
import type { Tags } from "./tags";

interface ParameterGroup {
  readonly CacheParameterGroupName: string;
  readonly CacheParameterGroupFamily: string;
  readonly Description: string;
  readonly ARN: string;
  /** Those that differ from the family's own values. */
  readonly changed: Map<string, string>;
}

/** Parameter groups; it is not checked that a parameter exists in the family, nor that its value may be. */
export function parameterGroupActions(tags: Tags): Actions {
  const groups = new Shelf<ParameterGroup>("CacheParameterGroupNotFound", "CacheParameterGroupAlreadyExists");
  const named = (query: Query) => groups.find(query.text("CacheParameterGroupName"));
  return {
    CreateCacheParameterGroup: (query) => {
      const group = parameterGroup(query);
      tags.addFrom(query, group.ARN);
      return { CacheParameterGroup: shown(groups.add(group.CacheParameterGroupName, group)) };
    },
    DescribeCacheParameterGroups: (query) => ({
      CacheParameterGroups: groups.select(query.tryText("CacheParameterGroupName")).map(shown),
    }),
    DescribeCacheParameters: (query) => ({
      Parameters: [...named(query).changed].map(([ParameterName, ParameterValue]) => ({
        ParameterName,
        ParameterValue,
        Source: "user",
        IsModifiable: true,
      })),
    }),
    ModifyCacheParameterGroup: (query) => {
      const group = named(query);
      for (const { ParameterName, ParameterValue } of query.records("ParameterNameValues")) {
        if (ParameterName !== undefined) group.changed.set(ParameterName, ParameterValue ?? "");
      }
      return { CacheParameterGroupName: group.CacheParameterGroupName };
    },
    ResetCacheParameterGroup: (query) => {
      const group = named(query);
      for (const { ParameterName } of query.records("ParameterNameValues"))
        group.changed.delete(ParameterName ?? "");
      if (query.tryBoolean("ResetAllParameters") === true) group.changed.clear();
      return { CacheParameterGroupName: group.CacheParameterGroupName };
    },
    DeleteCacheParameterGroup: (query) => {
      groups.remove(query.text("CacheParameterGroupName"));
      return {};
    },
  };
}

function parameterGroup(query: Query): ParameterGroup {
  const name = query.text("CacheParameterGroupName").toLowerCase();
  return {
    CacheParameterGroupName: name,
    CacheParameterGroupFamily: query.text("CacheParameterGroupFamily"),
    Description: query.text("Description"),
    ARN: arn("elasticache", `parametergroup:${name}`),
    changed: new Map(),
  };
}

function shown({ changed, ...group }: ParameterGroup) {
  return group;
}
