import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import type { Policy } from "../../policy/types";
import {
  allowing,
  type Evaluated,
  type RuleParts,
  rules,
  type Thing,
  things,
  undeterminedPolicy,
} from "../parts";
import { aclsOf } from "./acls";
import { defaultGroupOf, type Group, type GroupRule, groupsOf, keyOf } from "./groups";
import { type Attachment, attachmentsOf } from "./members";
import { locationOf, rangesOfVpc } from "./network";

/** Types that run in each of their subnets; others run in one of them. */
const IN_EACH: ReadonlySet<string> = new Set([
  "aws_alb",
  "aws_autoscaling_group",
  "aws_ecs_service",
  "aws_eks_cluster",
  "aws_eks_fargate_profile",
  "aws_eks_node_group",
  "aws_elb",
  "aws_lambda_function",
  "aws_lb",
  "aws_msk_cluster",
  "aws_vpc_endpoint",
]);

const UNKNOWN = "unknown groups";

/**
 * Security groups of AWS: each allows, and what a thing's groups do not allow is denied.
 * @param realm name of the networks of the document
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function ofAws(graph: ResourceGraph, realm: string): Evaluated {
  const groups = groupsOf(graph);
  const members = attachmentsOf(graph).map((each) => memberOf(graph, each, groups));
  if (members.length === 0 && graph.of("aws_security_group").length === 0)
    return { things: [], policies: [], warnings: [] };
  const acls = aclsOf(graph).map((acl) => ({
    ...acl,
    filtered: members.filter(({ location }) => acl.mayFilter(location)),
  }));
  const inUse = new Set(members.flatMap(({ groups: keys }) => keys));
  const named = new Set(
    groups.flatMap(({ key, rules: { ingress, egress } }) =>
      [...ingress, ...egress].flatMap((rule) => rule.groups.filter((each) => each !== key)),
    ),
  );
  const hasOpen = members.some(({ isOpen }) => isOpen !== undefined);
  const byKey = new Map(groups.map((group) => [group.key, group]));
  // Who has a group that the document attaches to nothing is elsewhere; so are groups that only rules name.
  const absent = [...new Set([...groups.filter(isOwn).map(({ key }) => key), ...named])]
    .filter((key) => !inUse.has(key) && (isOwn({ key }) || named.has(key)))
    .map((key): Thing => {
      const group = byKey.get(key);
      const place =
        group === undefined
          ? { realm, addresses: [], isElsewhere: true }
          : { realm, network: group.vpc, addresses: rangesOfVpc(graph, group.vpc) };
      return { name: key, labels: [labelOf(key)], places: [place] };
    });
  return {
    things: [
      ...members.map(({ resource, groups: keys, isOpen, location }) => ({
        name: resource.address,
        labels: [
          `member:${resource.address}`,
          ...keys.map(labelOf),
          ...(isOpen === undefined ? [] : [UNKNOWN]),
          ...acls
            .filter(({ filtered }) => filtered.some((each) => each.resource === resource))
            .map(({ address }) => `acl:${address}`),
        ],
        places: (IN_EACH.has(resource.type) ? location.addresses : [location.addresses.flat()]).map(
          (addresses) => ({ realm, network: location.vpc, addresses }),
        ),
      })),
      ...absent,
    ],
    policies: [
      ...groups.map((group) => policyOf(group, { realm, hasOpen })),
      ...members.flatMap(({ resource, isOpen }) => {
        if (isOpen === undefined) return [];
        const subject = things(realm, resource.address, `member:${resource.address}`);
        const list = rules(realm, [[{ everyone: true, uncertain: isOpen }]]);
        const name = `another security group of ${resource.address}`;
        return [allowing({ name, layer: `${realm} groups`, subject, ingress: list, egress: list })];
      }),
      ...acls
        .filter(({ filtered }) => filtered.length > 0)
        .map(({ address }) => {
          const subject = things(realm, `what is in the subnets of ${address}`, `acl:${address}`);
          return undeterminedPolicy(address, subject, realm, "network ACLs are not evaluated");
        }),
    ],
    warnings: acls.map(
      ({ address }) => `${address} is not evaluated: connections of what is in its subnets are undetermined`,
    ),
  };
}

function isOwn({ key }: Pick<Group, "key">): boolean {
  return !/^(?:default|cluster) security group of /.test(key);
}

interface Member {
  readonly resource: GraphResource;
  /** Keys of its groups. */
  readonly groups: readonly string[];
  /** Why it may have more groups. */
  readonly isOpen?: string;
  readonly location: ReturnType<typeof locationOf>;
}

function memberOf(graph: ResourceGraph, { resource, groups }: Attachment, all: readonly Group[]): Member {
  const located = locationOf(graph, resource);
  const keys = groups.map((each) => keyOf(graph, each));
  const known = keys.filter((key) => key !== undefined);
  const vpc = located.vpc ?? all.find(({ key, vpc }) => vpc !== undefined && known.includes(key))?.vpc;
  const location = { ...located, vpc };
  if (groups.length > 0) {
    const isOpen =
      known.length < keys.length ? { isOpen: "its security groups are known only after an apply" } : {};
    const absent = known.find((key) => !all.some((group) => group.key === key));
    const why =
      absent === undefined
        ? isOpen
        : { isOpen: `the rules of security group ${absent} are not in the document` };
    return { resource, groups: known, ...why, location };
  }
  const key = defaultGroupOf(graph, vpc);
  return key === undefined
    ? {
        resource,
        groups: [],
        isOpen: "the default security group of its VPC is not in the document",
        location,
      }
    : { resource, groups: [key], location };
}

function policyOf(
  { key, rules: { ingress, egress } }: Group,
  { realm, hasOpen }: { readonly realm: string; readonly hasOpen: boolean },
): Policy {
  const partsOf = (rule: GroupRule): RuleParts[] => {
    const { name, ranges, groups, ports, uncertain } = rule;
    const common = { name, ports };
    const terms = groups.map((each) => things(realm, `members of ${each}`, labelOf(each)));
    const open =
      groups.length > 0 && hasOpen
        ? [
            {
              ...common,
              terms: [things(realm, "members of undetermined groups", UNKNOWN)],
              uncertain: "their groups are undetermined",
            },
          ]
        : [];
    return [
      ...(terms.length + ranges.length > 0 || uncertain === undefined ? [{ ...common, terms, ranges }] : []),
      ...open,
      ...(uncertain === undefined ? [] : [{ ...common, everyone: true, uncertain }]),
    ];
  };
  return allowing({
    name: key,
    layer: `${realm} groups`,
    subject: things(realm, `members of ${key}`, labelOf(key)),
    ingress: rules(realm, ingress.map(partsOf)),
    egress: rules(realm, egress.map(partsOf)),
  });
}

function labelOf(key: string): string {
  return `group:${key}`;
}
