import type { GraphResource, Named, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, isObject, type Json, own } from "../../../footprint/read/text/value";
import { type AddressRange, rangeOf, WHOLE } from "../../addresses";
import { ALL_CONNECTIONS, type ConnectionSet } from "../../connection-set";
import type { Direction } from "../../policy/types";
import { connectionsOf } from "../parts";
import { isOpen, numberOf, textOf, textsOf } from "../values";
import { GROUPS, groupNamed } from "./members";
import { vpcOf } from "./network";

/** A rule of a security group. */
export interface GroupRule {
  /** Address of the resource that has the rule. @default - a block of the group */
  readonly name?: string;
  readonly ranges: readonly AddressRange[];
  /** Groups whose members match, by their keys. */
  readonly groups: readonly string[];
  readonly ports: ConnectionSet;
  /** Why more may match than is known. */
  readonly uncertain?: string;
}

/** A security group, whatever creates it. */
export interface Group {
  /** Address in Terraform, or words for one that AWS creates. */
  readonly key: string;
  readonly vpc?: string;
  readonly rules: Readonly<Record<Direction, readonly GroupRule[]>>;
}

/** The key of the group that something names. */
export function keyOf(graph: ResourceGraph, named: Named): string | undefined {
  if (named === "undetermined") return undefined;
  if ("elsewhere" in named) return named.elsewhere.replace(/(?<=^(?:.*\.)?data\.[\w-]+\.[\w-]+)\.id$/, "");
  const { type, address } = named.resource;
  if (type === "aws_eks_cluster") return `cluster security group of ${address}`;
  return type === "aws_vpc" || type === "aws_default_vpc" ? defaultGroupOf(graph, address) : address;
}

/** The default group of a VPC: of the document, or as AWS creates it with the VPC. */
export function defaultGroupOf(graph: ResourceGraph, vpc: string | undefined): string | undefined {
  const declared = graph.of("aws_default_security_group");
  const found = declared.find((each) => vpcOf(graph, each) === vpc);
  if (found !== undefined) return found.address;
  return graph.of("aws_vpc").some(({ address }) => address === vpc)
    ? `default security group of ${vpc}`
    : undefined;
}

/** Groups of a document, with the rules of resources that name them. */
export function groupsOf(graph: ResourceGraph): Group[] {
  const separate = separateRules(graph);
  const declared = graph.of(...GROUPS).map((resource): Group => {
    const rules = (direction: Direction) => [
      ...inlineRules(graph, resource, direction),
      ...(separate.get(resource.address)?.[direction] ?? []),
    ];
    return {
      key: resource.address,
      vpc: vpcOf(graph, resource),
      rules: { ingress: rules("ingress"), egress: rules("egress") },
    };
  });
  const defaults = graph.of("aws_vpc").flatMap(({ address }) => {
    const key = defaultGroupOf(graph, address);
    return key?.startsWith("default ") ? [madeByAws(key, address)] : [];
  });
  const clusters = graph
    .of("aws_eks_cluster")
    .map((resource) => madeByAws(`cluster security group of ${resource.address}`, undefined));
  return [...declared, ...defaults, ...clusters].map((group) => withAdded(group, separate));
}

/** Members talk to each other, and to everyone. */
function madeByAws(key: string, vpc: string | undefined): Group {
  const own: GroupRule = { ranges: [], groups: [key], ports: ALL_CONNECTIONS };
  const all: GroupRule = { ranges: [WHOLE[4]], groups: [], ports: ALL_CONNECTIONS };
  return { key, vpc, rules: { ingress: [own], egress: [all] } };
}

/** Rules of resources are added to groups that AWS creates too. */
function withAdded(group: Group, separate: ReturnType<typeof separateRules>): Group {
  const added = / security group of /.test(group.key) ? separate.get(group.key) : undefined;
  if (added === undefined) return group;
  const { ingress, egress } = group.rules;
  return {
    ...group,
    rules: { ingress: [...ingress, ...added.ingress], egress: [...egress, ...added.egress] },
  };
}

function inlineRules(graph: ResourceGraph, group: GraphResource, direction: Direction): GroupRule[] {
  const value = own(group.value, direction);
  if (typeof value === "string")
    return [{ ranges: [], groups: [], ports: ALL_CONNECTIONS, uncertain: LATER }];
  return blocks(value).map((rule) => ruleOf(graph, group, rule, group.address));
}

/** Rules that are resources of their own, by the key of their group. */
function separateRules(graph: ResourceGraph): Map<string, Record<Direction, GroupRule[]>> {
  const found = new Map<string, Record<Direction, GroupRule[]>>();
  const add = (resource: GraphResource, direction: Direction) => {
    const key = keyOf(graph, groupNamed(graph, own(resource.value, "security_group_id"), resource));
    if (key === undefined) return;
    const lists = found.get(key) ?? { ingress: [], egress: [] };
    lists[direction].push({ ...ruleOf(graph, resource, resource.value, key), name: resource.address });
    found.set(key, lists);
  };
  for (const each of graph.of("aws_security_group_rule"))
    add(each, textOf(own(each.value, "type")) === "egress" ? "egress" : "ingress");
  for (const each of graph.of("aws_vpc_security_group_ingress_rule")) add(each, "ingress");
  for (const each of graph.of("aws_vpc_security_group_egress_rule")) add(each, "egress");
  return found;
}

const LATER = "it is known only after an apply";

/** @param self key of the group that has the rule */
function ruleOf(graph: ResourceGraph, from: GraphResource, rule: Json, self: string): GroupRule {
  const ranges: AddressRange[] = [];
  const unclear: string[] = [];
  for (const text of all(rule, "cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")) {
    const range = rangeOf(text);
    if (range !== undefined) ranges.push(range);
    else unclear.push(`range ${text} is not in the document`);
  }
  for (const text of all(rule, "prefix_list_ids", "prefix_list_id")) {
    const listed = rangesOfList(graph, text, from);
    if (listed === undefined) unclear.push(`the addresses of prefix list ${text} are not in the document`);
    else ranges.push(...listed);
  }
  const groups: string[] = own(rule, "self") === true || own(rule, "self") === "true" ? [self] : [];
  for (const text of all(
    rule,
    "security_groups",
    "source_security_group_id",
    "referenced_security_group_id",
  )) {
    const key = keyOf(graph, groupNamed(graph, text, from));
    if (key === undefined) unclear.push(`security group ${text} is not in the document`);
    else groups.push(key);
  }
  const protocol = own(rule, "protocol") ?? own(rule, "ip_protocol");
  const span = [own(rule, "from_port"), own(rule, "to_port")];
  if ([protocol, ...span].some(isOpen)) unclear.push("its ports are known only after an apply");
  const ports = portsOf(textOf(protocol) ?? "-1", span);
  const [uncertain] = unclear;
  return { ranges, groups, ports, ...(uncertain === undefined ? {} : { uncertain: readable(uncertain) }) };
}

/** With protocol -1 ports do not count; ports that are open are all. */
function portsOf(protocol: string, span: readonly unknown[]): ConnectionSet {
  if (isOpen(protocol)) return ALL_CONNECTIONS;
  const [first, last] = /^(?:-1|all)$/i.test(protocol) ? [] : span.map(numberOf);
  return connectionsOf(protocol, first, last);
}

/** Ranges of a prefix list of the document. */
function rangesOfList(graph: ResourceGraph, id: string, from: GraphResource): AddressRange[] | undefined {
  const type = "aws_ec2_managed_prefix_list";
  const named = graph.named(id, from, type);
  if (named === "undetermined" || !("resource" in named)) return undefined;
  const separate = graph.of("aws_ec2_managed_prefix_list_entry").filter((each) => {
    const list = graph.named(own(each.value, "prefix_list_id"), each, type);
    return list !== "undetermined" && "resource" in list && list.resource === named.resource;
  });
  const texts = [...blocks(own(named.resource.value, "entry")), ...separate.map(({ value }) => value)].map(
    (entry) => rangeOf(textOf(own(entry, "cidr")) ?? ""),
  );
  return texts.every((range) => range !== undefined) ? (texts as AddressRange[]) : undefined;
}

function all(rule: Json, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) => (isObject(own(rule, key)) ? [] : textsOf(own(rule, key))));
}

/** `${var.office}` as `var.office`. */
function readable(text: string): string {
  return text
    .replace(/\$\{([^}]*)\}/g, "$1")
    .replace(/ known after apply is not in the document/, ` is known only after an apply`);
}
