import type { GraphResource, Named, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, own } from "../../../footprint/read/text/value";
import { textOf, textsOf, valuesOf } from "../values";

/** A resource and what names its security groups. */
export interface Attachment {
  readonly resource: GraphResource;
  /** What the arguments name; empty where none are given. */
  readonly groups: readonly Named[];
}

/** Types of security groups. */
export const GROUPS = ["aws_security_group", "aws_default_security_group"] as const;

const GROUP_KEYS = /^(?:vpc_)?security_groups?(?:_ids?)?$/;
/** What belongs to groups, and what only describes machines that something else starts. */
const NO_MEMBER =
  /^aws_(?:default_security_group|security_group.*|vpc_security_group_.*|vpc_endpoint_security_group_association|network_interface(?:_.*)?|launch_template|launch_configuration)$/;
/** Types that get the default group of their VPC where they name none. */
const TAKES_DEFAULT = new Set([
  "aws_autoscaling_group",
  "aws_db_instance",
  "aws_docdb_cluster",
  "aws_elasticache_cluster",
  "aws_elasticache_replication_group",
  "aws_elasticache_serverless_cache",
  "aws_elb",
  "aws_instance",
  "aws_memorydb_cluster",
  "aws_mq_broker",
  "aws_msk_cluster",
  "aws_neptune_cluster",
  "aws_rds_cluster",
  "aws_redshift_cluster",
]);
const TEMPLATES = ["aws_launch_template", "aws_launch_configuration"] as const;

/** Everything that security groups protect. */
export function attachmentsOf(graph: ResourceGraph): Attachment[] {
  const added = addedGroups(graph);
  const resources = graph.resources.filter(({ type }) => type.startsWith("aws_") && !NO_MEMBER.test(type));
  const started = new Map(resources.map((each) => [each, startedFrom(graph, each)]));
  const used = new Set([...started.values()].flat());
  // What nothing of the document starts is there for something elsewhere.
  const unused = graph.of("aws_network_interface", ...TEMPLATES).filter((each) => !used.has(each));
  return [...resources, ...unused].flatMap((resource) => {
    const holders = [resource, ...(started.get(resource) ?? [])];
    const named = holders.flatMap((each) => [...groupsOf(graph, each), ...(added.get(each.address) ?? [])]);
    const groups = ofCluster(graph, resource, named);
    return groups.length > 0 || takesDefault(resource) ? [{ resource, groups }] : [];
  });
}

/** EKS has a group of its own for its API and for nodes that name no other. */
function ofCluster(graph: ResourceGraph, resource: GraphResource, named: readonly Named[]): readonly Named[] {
  if (resource.type === "aws_eks_cluster") return [...named, { resource }];
  if (resource.type !== "aws_eks_node_group" && resource.type !== "aws_eks_fargate_profile") return named;
  return named.length > 0
    ? named
    : [graph.named(own(resource.value, "cluster_name"), resource, "aws_eks_cluster")];
}

/** True for what AWS puts into the default group of the VPC. */
function takesDefault({ type, value }: GraphResource): boolean {
  if (type === "aws_lb" || type === "aws_alb")
    return textOf(own(value, "load_balancer_type")) !== "network" && !isGateway(value);
  if (type === "aws_vpc_endpoint") return textOf(own(value, "vpc_endpoint_type")) === "Interface";
  if (type === "aws_ecs_service") return blocks(own(value, "network_configuration")).length > 0;
  if (type === "aws_elasticache_cluster" && own(value, "replication_group_id") !== undefined) return false;
  return TAKES_DEFAULT.has(type);
}

function isGateway(value: GraphResource["value"]): boolean {
  return textOf(own(value, "load_balancer_type")) === "gateway";
}

/** Groups that a resource names. An instance names them by id; names are for networks of before VPCs. */
function groupsOf(graph: ResourceGraph, resource: GraphResource): Named[] {
  const values = valuesOf(resource.value, (key) => GROUP_KEYS.test(key));
  const byId = own(resource.value, "vpc_security_group_ids");
  const chosen = [byId].flat().length > 0 && byId !== undefined ? [byId] : values;
  return chosen.flatMap((value) => [value].flat()).map((each) => groupNamed(graph, each, resource));
}

/** The group that a value names, also one that AWS creates with a VPC or a cluster. */
export function groupNamed(graph: ResourceGraph, value: unknown, from: GraphResource): Named {
  if (typeof value === "string" && /\.default_security_group_id\b/.test(value))
    return graph.named(value, from, "aws_vpc", "aws_default_vpc");
  if (typeof value === "string" && /\.cluster_security_group_id\b/.test(value))
    return graph.named(value, from, "aws_eks_cluster");
  return graph.named(value, from, ...GROUPS);
}

/** Templates and network interfaces that a machine is started from. */
function startedFrom(graph: ResourceGraph, resource: GraphResource): GraphResource[] {
  const templates = valuesOf(resource.value, (key) =>
    /^launch_(?:template|configuration|template_specification)$/.test(key),
  )
    .flatMap((value) => [
      ...textsOf(value),
      ...valuesOf(value, (key) => /^(?:launch_template_)?(?:id|name)$/.test(key)).flatMap(textsOf),
    ])
    .map((each) => graph.named(each, resource, ...TEMPLATES));
  const interfaces = valuesOf(resource.value, (key) => key === "network_interface_id")
    .flatMap(textsOf)
    .map((each) => graph.named(each, resource, "aws_network_interface"));
  const attached = graph
    .of("aws_network_interface_attachment")
    .filter((each) => isNamed(graph, own(each.value, "instance_id"), each, resource))
    .map((each) => graph.named(own(each.value, "network_interface_id"), each, "aws_network_interface"));
  return [...templates, ...interfaces, ...attached].flatMap((each) =>
    each !== "undetermined" && "resource" in each ? each.resource : [],
  );
}

function isNamed(
  graph: ResourceGraph,
  value: unknown,
  from: GraphResource,
  resource: GraphResource,
): boolean {
  const named = graph.named(value, from, resource.type);
  return named !== "undetermined" && "resource" in named && named.resource === resource;
}

/** Groups that resources of their own attach, by the address of what they are attached to. */
function addedGroups(graph: ResourceGraph): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  const add = (target: Named, group: Named) => {
    if (target === "undetermined" || !("resource" in target)) return;
    found.set(target.resource.address, [...(found.get(target.resource.address) ?? []), group]);
  };
  for (const each of graph.of("aws_network_interface_sg_attachment")) {
    const id = own(each.value, "network_interface_id");
    const target = graph.named(id, each, "aws_network_interface", "aws_instance");
    add(target, groupNamed(graph, own(each.value, "security_group_id"), each));
  }
  for (const each of graph.of("aws_vpc_endpoint_security_group_association"))
    add(
      graph.named(own(each.value, "vpc_endpoint_id"), each, "aws_vpc_endpoint"),
      groupNamed(graph, own(each.value, "security_group_id"), each),
    );
  return found;
}
