import type { Edge, Peer } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { attached, membersOf, type Ports, portsOf, rangePeer, ruleEdges } from "../terraform/firewall";
import type { Related } from "../terraform/related";
import { targetOf } from "../terraform/target";
import { ignored, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";

const GROUP = "aws_security_group";

/** Security groups of a VPC: who may open connections to what they are attached to. */
export const SECURITY_GROUPS: TerraformTypes = {
  [GROUP]: { edges: (body, context) => inline(body, context) },
  aws_default_security_group: { edges: (body, context) => inline(body, context) },
  aws_security_group_rule: {
    edges: (body, context) =>
      body.text("type") === "egress"
        ? []
        : allowed(body, context, { group: groupOf(own(context.raw, "security_group_id"), body, context) }),
  },
  aws_vpc_security_group_ingress_rule: { edges: ingressRule },
  ...ignored("lets out what a firewall lets in elsewhere", "aws_vpc_security_group_egress_rule"),
};

interface Target {
  /** Members of the group that has the rule. */
  readonly group: readonly Peer[];
}

function inline(body: Cursor, context: TypeContext): Edge[] {
  const group = groupOf(`\${${body.id}.id}`, body, context);
  return body.items("ingress").flatMap((rule) => allowed(rule, context, { group }, body.id));
}

function allowed(rule: Cursor, context: TypeContext, { group }: Target, policy: string = rule.id): Edge[] {
  const ranges = [...rule.texts("cidr_blocks"), ...rule.texts("ipv6_cidr_blocks")].filter(isResolved);
  const others = [...rule.texts("security_groups"), rule.text("source_security_group_id") ?? []].flat();
  const self = rule.optional("self") === "true" ? group : [];
  return ruleEdges(policy, {
    from: [
      ...ranges.map(rangePeer),
      ...others.filter((id) => id !== "").flatMap((id) => groupOf(id, rule, context)),
      ...self,
    ],
    to: group,
    ports: [portsBetween(rule, "protocol")],
  });
}

function ingressRule(body: Cursor, context: TypeContext): Edge[] {
  const ranges = [body.text("cidr_ipv4"), body.text("cidr_ipv6")].filter((each) => each !== undefined);
  const other = own(context.raw, "referenced_security_group_id");
  return ruleEdges(body.id, {
    from: [
      ...ranges.filter(isResolved).map(rangePeer),
      ...(other === undefined || other === null ? [] : groupOf(other, body, context)),
    ],
    to: groupOf(own(context.raw, "security_group_id"), body, context),
    ports: [portsBetween(body, "ip_protocol")],
  });
}

function portsBetween(rule: Cursor, key: string): Ports {
  const [from, to] = [rule.optional("from_port"), rule.optional("to_port")];
  return portsOf(
    from === undefined || from === "-1" ? undefined : `${from}-${to ?? from}`,
    rule.optional(key),
  );
}

function isResolved(text: string): boolean {
  return !text.includes("${");
}

/** What a group is attached to; the group's id where the document does not have the group. */
function groupOf(id: unknown, { id: from }: Cursor, { related }: TypeContext): Peer[] {
  const found =
    targetOf(id, { type: GROUP, from, related }) ??
    targetOf(id, { type: "aws_default_security_group", from, related });
  if (found === undefined)
    return typeof id === "string" && isResolved(id) ? [{ kind: "pods", name: `security group ${id}` }] : [];
  const addresses = related.once(attachments).get(found.resource.address) ?? [];
  return membersOf(found, addresses, related, "security group");
}

function attachments(related: Related): ReadonlyMap<string, readonly string[]> {
  return attached(related, { type: GROUP, isFirewall: /security_group/ });
}
