import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { own } from "../../../footprint/read/text/value";
import { type AddressRange, PRIVATE, rangeOf } from "../../addresses";

import { textOf, textsOf, valuesOf } from "../values";

/** Where a thing of AWS is, as far as the document has it. */
export interface Location {
  /** Subnets by address, or by id where the document does not have them. */
  readonly subnets: readonly string[];
  /** VPC by address, or by id where the document does not have it. */
  readonly vpc?: string;
  /** A list for each subnet. */
  readonly addresses: readonly (readonly AddressRange[])[];
}

const SUBNETS = /^(?:subnet_ids?|subnets|vpc_zone_identifier|subnet_mapping)$/;
/** Arguments that name a group of subnets, and its types. */
const SUBNET_GROUP =
  /^(?:db_subnet_group_name|subnet_group_name|cache_subnet_group_name|cluster_subnet_group_name|neptune_subnet_group_name|replication_subnet_group_id)$/;
const SUBNET_GROUPS = [
  "aws_db_subnet_group",
  "aws_docdb_subnet_group",
  "aws_elasticache_subnet_group",
  "aws_memorydb_subnet_group",
  "aws_neptune_subnet_group",
  "aws_redshift_subnet_group",
];

/** Subnets, VPC and addresses of a resource. */
export function locationOf(graph: ResourceGraph, resource: GraphResource): Location {
  const subnets = subnetsOf(graph, resource);
  const found = subnets.map((each) => ("resource" in each ? each.resource : undefined));
  const vpcs = found.map((subnet) => (subnet === undefined ? undefined : vpcOf(graph, subnet)));
  const [vpc = vpcOf(graph, resource)] = vpcs;
  return {
    subnets: subnets.map((each) => ("resource" in each ? each.resource.address : each.elsewhere)),
    vpc,
    addresses:
      found.length === 0
        ? [rangesOfVpc(graph, vpc)]
        : found.map((subnet) => (subnet === undefined ? PRIVATE : rangesOfSubnet(graph, subnet))),
  };
}

/** The VPC that a resource names: its address, or its id. */
export function vpcOf(graph: ResourceGraph, resource: GraphResource): string | undefined {
  const id = own(resource.value, "vpc_id");
  const named = id === undefined ? "undetermined" : graph.named(id, resource, "aws_vpc", "aws_default_vpc");
  if (named === "undetermined") return undefined;
  return "resource" in named ? named.resource.address : named.elsewhere;
}

function subnetsOf(graph: ResourceGraph, resource: GraphResource) {
  const groups = valuesOf(resource.value, (key) => SUBNET_GROUP.test(key))
    .flatMap(textsOf)
    .map((each) => graph.named(each, resource, ...SUBNET_GROUPS))
    .flatMap((each) => (each !== "undetermined" && "resource" in each ? each.resource : []));
  return [resource, ...groups].flatMap((holder) =>
    valuesOf(holder.value, (key) => SUBNETS.test(key))
      .flatMap((value) => [
        ...textsOf(value),
        ...valuesOf(value, (key) => key === "subnet_id").flatMap(textsOf),
      ])
      .map((each) => graph.named(each, holder, "aws_subnet", "aws_default_subnet"))
      .filter((each) => each !== "undetermined"),
  );
}

function rangesOfSubnet(graph: ResourceGraph, subnet: GraphResource): readonly AddressRange[] {
  const own4 = rangeOf(textOf(own(subnet.value, "cidr_block")) ?? "");
  const own6 = rangeOf(textOf(own(subnet.value, "ipv6_cidr_block")) ?? "");
  const ranges = own4 === undefined ? rangesOfVpc(graph, vpcOf(graph, subnet)) : [own4];
  return own6 === undefined ? ranges : [...ranges, own6];
}

/** Addresses of a VPC; those of private networks where the document does not have it. */
export function rangesOfVpc(graph: ResourceGraph, address: string | undefined): readonly AddressRange[] {
  const vpc = graph.of("aws_vpc").find((each) => each.address === address);
  const range = vpc === undefined ? undefined : rangeOf(textOf(own(vpc.value, "cidr_block")) ?? "");
  // A second block may be anywhere.
  const isWhole = graph.of("aws_vpc_ipv4_cidr_block_association").length === 0;
  return range !== undefined && isWhole ? [range] : PRIVATE;
}
