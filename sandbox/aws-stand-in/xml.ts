/** What an answer is made of; undefined is left out. */
export type Xml = string | number | boolean | undefined | readonly Xml[] | { readonly [name: string]: Xml };

/** Names of the items of the lists that do not call them `member`. */
const ITEM_NAMES: Readonly<Record<string, string>> = {
  CacheClusters: "CacheCluster",
  CacheNodes: "CacheNode",
  CacheParameterGroups: "CacheParameterGroup",
  CacheSubnetGroups: "CacheSubnetGroup",
  MemberClusters: "ClusterId",
  NodeGroupMembers: "NodeGroupMember",
  NodeGroups: "NodeGroup",
  Parameters: "Parameter",
  ReplicationGroups: "ReplicationGroup",
  Subnets: "Subnet",
  TagList: "Tag",
};

export function element(name: string, value: Xml): string {
  return value === undefined ? "" : `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: Exclude<Xml, undefined>): string {
  if (typeof value !== "object") return escaped(String(value));
  if (isList(value)) return value.map((item) => element(ITEM_NAMES[name] ?? "member", item)).join("");
  return Object.entries(value)
    .map(([field, inner]) => element(field, inner))
    .join("");
}

function isList(value: object): value is readonly Xml[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
