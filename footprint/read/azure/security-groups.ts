import type { Edge, Peer } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { attached, membersOf, rangePeer, ruleEdges } from "../terraform/firewall";
import type { Related, RelatedResource } from "../terraform/related";
import { targetOf } from "../terraform/target";
import type { TerraformTypes, TypeContext } from "../terraform/type";
import { isObject, own } from "../text/value";
import { openings, type SecurityRule, securityRule } from "./security-rules";

const GROUP = "azurerm_network_security_group";
const RULE = "azurerm_network_security_rule";
const INLINE = "security_rule";
const INTERFACE = "azurerm_network_interface";

/** Network security groups: who may open connections to the machines and subnets that they are associated with. */
export const SECURITY_GROUPS: TerraformTypes = {
  [GROUP]: {
    edges: (body, context) => {
      const id = `\${${body.id}.id}`;
      const group = rulesOf(id, body, context);
      const to = groupOf(id, body, context);
      return body.items(INLINE).flatMap((rule) => opened(rule, { to, group, policy: body.id }));
    },
  },
  [RULE]: {
    edges: (body, context) => {
      const id = groupIdOf(context.raw);
      const group = rulesOf(id, body, context);
      return opened(body, { to: groupOf(id, body, context), group, policy: body.id });
    },
  },
};

interface Opened {
  readonly to: readonly Peer[];
  /** All rules of the group. */
  readonly group: readonly SecurityRule[];
  readonly policy: string;
}

function opened(body: Cursor, { to, group, policy }: Opened): Edge[] {
  const rule = securityRule(body);
  if (rule?.isAllowed !== true) return [];
  return openings(rule, group).flatMap(({ source, ports }) =>
    ruleEdges(policy, { from: [rangePeer(source)], to, ports: [ports] }),
  );
}

function groupIdOf(raw: unknown): unknown {
  if (!isObject(raw)) return undefined;
  return own(raw, "network_security_group_name") ?? own(raw, "network_security_group_id");
}

/** The inbound rules of a group: its own blocks, and resources that name it. */
function rulesOf(id: unknown, { id: from }: Cursor, { related }: TypeContext): SecurityRule[] {
  const found = targetOf(id, { type: GROUP, from, related });
  return found === undefined ? [] : (related.once(rulesByGroup).get(found.resource.address) ?? []);
}

function rulesByGroup(related: Related): ReadonlyMap<string, SecurityRule[]> {
  const inline = related
    .of(GROUP)
    .map(({ resource, body }) => ({ group: resource.address, bodies: body.items(INLINE) }));
  const separate = related.of(RULE).map(({ resource, body }) => ({
    group: targetOf(groupIdOf(resource.raw), { type: GROUP, from: body.id, related })?.resource.address,
    bodies: [body],
  }));
  const found = new Map<string, SecurityRule[]>();
  for (const { group, bodies } of [...inline, ...separate]) {
    if (group === undefined) continue;
    const rules = bodies.map(securityRule).filter((rule) => rule !== undefined);
    found.set(group, [...(found.get(group) ?? []), ...rules]);
  }
  return found;
}

function groupOf(id: unknown, { id: from }: Cursor, { related }: TypeContext): Peer[] {
  const found = targetOf(id, { type: GROUP, from, related });
  if (found === undefined)
    return typeof id === "string" && !id.includes("${")
      ? [{ kind: "pods", name: `network security group ${id.split("/").at(-1)}` }]
      : [];
  return membersOf(found, machinesOf(found, related), related, "network security group");
}

/** Machines whose interfaces or subnets are associated with a group, and what names it directly. */
function machinesOf({ resource }: RelatedResource, related: Related): string[] {
  const direct = related.once(attachments).get(resource.address) ?? [];
  const linked = (type: string, key: string, other: string) =>
    related.of(type).flatMap(({ resource: each, body }) => {
      const group = targetOf(own(each.raw, "network_security_group_id"), {
        type: GROUP,
        from: body.id,
        related,
      });
      if (group?.resource.address !== resource.address) return [];
      return targetOf(own(each.raw, key), { type: other, from: body.id, related })?.resource.address ?? [];
    });
  const interfaces = linked(
    "azurerm_network_interface_security_group_association",
    "network_interface_id",
    INTERFACE,
  );
  const subnets = linked("azurerm_subnet_network_security_group_association", "subnet_id", "azurerm_subnet");
  const machines = related.resources.filter(
    ({ type, address, raw }) =>
      /^azurerm_(?:linux_|windows_)?virtual_machine(?:_scale_set)?$/.test(type) &&
      [...interfaces, ...subnets].some((each) => refersTo(raw, each, { address, related }, 0)),
  );
  return [...direct, ...machines.map(({ address }) => address)];
}

/** True where arguments name an interface or a subnet, by way of an interface too. */
function refersTo(
  value: unknown,
  target: string,
  from: { readonly address: string; readonly related: Related },
  depth: number,
): boolean {
  if (depth > 10) return false;
  if (Array.isArray(value)) return value.some((each) => refersTo(each, target, from, depth + 1));
  if (isObject(value)) return Object.values(value).some((each) => refersTo(each, target, from, depth + 1));
  if (typeof value !== "string" || value === "") return false;
  const { address, related } = from;
  const card = targetOf(value, { type: INTERFACE, from: address, related });
  if (card !== undefined && card.resource.address === target) return true;
  if (card !== undefined) return refersTo(card.resource.raw, target, from, depth + 1);
  const subnet = value.includes("subnet")
    ? targetOf(value, { type: "azurerm_subnet", from: address, related })
    : undefined;
  return subnet?.resource.address === target;
}

function attachments(related: Related): ReadonlyMap<string, readonly string[]> {
  return attached(related, {
    type: GROUP,
    isFirewall: /security|azurerm_network_interface$|azurerm_subnet$/,
  });
}
