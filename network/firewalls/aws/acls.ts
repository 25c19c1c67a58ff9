import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, type Json, own } from "../../../footprint/read/text/value";
import { textOf, textsOf } from "../values";
import { type Location, vpcOf } from "./network";

/** A network ACL that does not let everything through. */
export interface Acl {
  readonly address: string;
  /** True for what is in a place that the ACL may be for. */
  readonly mayFilter: (location: Location) => boolean;
}

const TYPES = ["aws_network_acl", "aws_default_network_acl"] as const;

/** Network ACLs that deny something. They see packets and not connections, and are not evaluated. */
export function aclsOf(graph: ResourceGraph): Acl[] {
  return graph.of(...TYPES).flatMap((acl) => {
    const separate = graph
      .of("aws_network_acl_rule")
      .filter((rule) => isOf(graph, rule, acl))
      .map(({ value }) => ({
        value,
        direction: String(own(value, "egress")) === "true" ? "egress" : "ingress",
      }));
    const listed = (["ingress", "egress"] as const).flatMap((direction) =>
      blocks(own(acl.value, direction)).map((value) => ({ value, direction })),
    );
    const rules = [...listed, ...separate];
    const denies = rules.some(({ value }) => actionOf(value) === "deny");
    const opens = (["ingress", "egress"] as const).every((side) =>
      rules.some(({ value, direction }) => direction === side && isForAll(value)),
    );
    if (opens && !denies) return [];
    const associated = graph.of("aws_network_acl_association").filter((each) => isOf(graph, each, acl));
    const subnets = [
      ...textsOf(own(acl.value, "subnet_ids")).map((id) => subnetOf(graph, id, acl)),
      ...associated.map((each) => subnetOf(graph, textOf(own(each.value, "subnet_id")), each)),
    ];
    const vpc = vpcOf(graph, acl);
    const isKnown = acl.type === "aws_network_acl" && subnets.every((each) => each !== undefined);
    return [
      {
        address: acl.address,
        mayFilter: (location: Location) => {
          if (vpc !== undefined && location.vpc !== undefined && vpc !== location.vpc) return false;
          return (
            !isKnown ||
            location.subnets.length === 0 ||
            location.subnets.some((each) => subnets.includes(each))
          );
        },
      },
    ];
  });
}

function isOf(graph: ResourceGraph, rule: GraphResource, acl: GraphResource): boolean {
  const named = graph.named(own(rule.value, "network_acl_id"), rule, ...TYPES);
  return named !== "undetermined" && "resource" in named && named.resource === acl;
}

function subnetOf(graph: ResourceGraph, id: string | undefined, from: GraphResource): string | undefined {
  const named = graph.named(id, from, "aws_subnet", "aws_default_subnet");
  if (named === "undetermined") return undefined;
  return "resource" in named ? named.resource.address : named.elsewhere;
}

function actionOf(rule: Json): string | undefined {
  return textOf(own(rule, "action") ?? own(rule, "rule_action"))?.toLowerCase();
}

function isForAll(rule: Json): boolean {
  const protocol = textOf(own(rule, "protocol")) ?? "";
  return (
    actionOf(rule) === "allow" &&
    /^(?:-1|all)$/i.test(protocol) &&
    textOf(own(rule, "cidr_block")) === "0.0.0.0/0"
  );
}
