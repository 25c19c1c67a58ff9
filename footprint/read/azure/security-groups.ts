import type { Edge, Peer } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { attached, membersOf, portsOf, rangePeer, ruleEdges } from "../terraform/firewall";
import type { Related, RelatedResource } from "../terraform/related";
import { targetOf } from "../terraform/target";
import type { TerraformTypes, TypeContext } from "../terraform/type";
import { isObject, own } from "../text/value";

const GROUP = "azurerm_network_security_group";
const INTERFACE = "azurerm_network_interface";

/** Network security groups: who may open connections to the machines and subnets that they are associated with. */
export const SECURITY_GROUPS: TerraformTypes = {
  [GROUP]: {
    edges: (body, context) => {
      const to = groupOf(`\${${body.id}.id}`, body, context);
      return body.items("security_rule").flatMap((rule) => allowed(rule, to, body.id));
    },
  },
  azurerm_network_security_rule: {
    edges: (body, context) => {
      const id =
        own(context.raw, "network_security_group_name") ?? own(context.raw, "network_security_group_id");
      return allowed(body, groupOf(id, body, context), body.id);
    },
  },
};

function allowed(rule: Cursor, to: readonly Peer[], policy: string): Edge[] {
  const [direction, access] = [rule.optional("direction"), rule.optional("access")];
  if (direction?.toLowerCase() !== "inbound" || access?.toLowerCase() !== "allow") return [];
  const sources = all(rule, "source_address_prefix", "source_address_prefixes");
  const listed = all(rule, "destination_port_range", "destination_port_ranges");
  const protocol = rule.optional("protocol");
  return ruleEdges(policy, {
    from: sources.map(rangePeer),
    to,
    ports: (listed.length === 0 ? ["*"] : listed).map((port) => portsOf(port, protocol)),
  });
}

function all(rule: Cursor, one: string, several: string): string[] {
  return [rule.optional(one) ?? [], ...rule.texts(several)].flat().filter((each) => !each.includes("${"));
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
