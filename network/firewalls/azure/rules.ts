import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, type Json, own } from "../../../footprint/read/text/value";
import { ALL_CONNECTIONS, type ConnectionSet, union } from "../../connection-set";
import type { Direction } from "../../policy/types";
import { connectionsOf } from "../parts";
import { isOpen, numberOf, textOf, textsOf } from "../values";
import { GROUP, keyOf } from "./machines";

/** A rule of a network security group. */
export interface SecurityRule {
  readonly name: string;
  /** 100 to 4096, and more for the default rules: the lowest number decides. */
  readonly priority: number;
  readonly direction: Direction;
  readonly action: "Accept" | "Deny";
  /** Address prefixes, service tags, or `*`. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** Application security groups, by address or id. */
  readonly sourceGroups: readonly string[];
  readonly destinationGroups: readonly string[];
  readonly ports: ConnectionSet;
  /** Why it is undetermined whether the rule matches. */
  readonly uncertain?: string;
}

/** Rules that every group has behind its own. */
const DEFAULTS: readonly SecurityRule[] = [
  ["AllowVnetInBound", 65_000, "ingress", "Accept", "VirtualNetwork", "VirtualNetwork"],
  ["AllowAzureLoadBalancerInBound", 65_001, "ingress", "Accept", "AzureLoadBalancer", "*"],
  ["DenyAllInBound", 65_500, "ingress", "Deny", "*", "*"],
  ["AllowVnetOutBound", 65_000, "egress", "Accept", "VirtualNetwork", "VirtualNetwork"],
  ["AllowInternetOutBound", 65_001, "egress", "Accept", "*", "Internet"],
  ["DenyAllOutBound", 65_500, "egress", "Deny", "*", "*"],
].map(
  ([name, priority, direction, action, source, destination]) =>
    ({
      name,
      priority,
      direction,
      action,
      sources: [source],
      destinations: [destination],
      sourceGroups: [],
      destinationGroups: [],
      ports: ALL_CONNECTIONS,
    }) as unknown as SecurityRule,
);

/**
 * Rules of each group in the order in which they are evaluated, by the address of the group; the default rules last.
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function rulesByGroup(graph: ResourceGraph): ReadonlyMap<string, readonly SecurityRule[]> {
  const separate = graph.of("azurerm_network_security_rule").map((resource) => {
    const group =
      own(resource.value, "network_security_group_name") ?? own(resource.value, "network_security_group_id");
    return {
      group: keyOf(graph, group, resource, GROUP),
      rule: ruleOf(graph, resource, resource.value, resource.address),
    };
  });
  return new Map(
    // A group whose rules only an apply knows is left out: what it decides is undetermined.
    graph
      .of(GROUP)
      .filter(({ value }) => typeof own(value, "security_rule") !== "string")
      .map((resource) => {
        const inline = blocks(own(resource.value, "security_rule")).map((rule) =>
          ruleOf(graph, resource, rule, textOf(own(rule, "name")) ?? "security_rule"),
        );
        const others = separate.filter(({ group }) => group === resource.address).map(({ rule }) => rule);
        const rules = [...inline, ...others].sort((a, b) => a.priority - b.priority);
        return [resource.address, [...rules, ...DEFAULTS]] as const;
      }),
  );
}

function ruleOf(graph: ResourceGraph, from: GraphResource, rule: Json, name: string): SecurityRule {
  const groups = (key: string) =>
    textsOf(own(rule, key)).map(
      (each) => keyOf(graph, each, from, "azurerm_application_security_group") ?? "",
    );
  const sourcePorts = listOf(rule, "source_port_range");
  const priority = numberOf(own(rule, "priority"));
  const open = Object.entries(rule).find(
    ([key, value]) =>
      !/_group_(?:ids|id|name)$|^(?:name|description|resource_group_name|id)$/.test(key) && isOpen(value),
  );
  const why =
    open !== undefined
      ? `its ${open[0]} is known only after an apply`
      : sourcePorts.every((text) => text === "*")
        ? undefined
        : "it is for some source ports only";
  return {
    name,
    priority: priority ?? 0,
    direction: textOf(own(rule, "direction"))?.toLowerCase() === "outbound" ? "egress" : "ingress",
    action: textOf(own(rule, "access"))?.toLowerCase() === "deny" ? "Deny" : "Accept",
    sources: listOf(rule, "source_address_prefix"),
    destinations: listOf(rule, "destination_address_prefix"),
    sourceGroups: groups("source_application_security_group_ids"),
    destinationGroups: groups("destination_application_security_group_ids"),
    ports: portsOf(rule),
    ...(why === undefined ? {} : { uncertain: why }),
  };
}

function portsOf(rule: Json): ConnectionSet {
  const protocol = textOf(own(rule, "protocol")) ?? "*";
  const listed = listOf(rule, "destination_port_range");
  if (isOpen(protocol) || listed.some(isOpen)) return ALL_CONNECTIONS;
  return (listed.length === 0 ? ["*"] : listed)
    .map((text) => {
      if (text === "*") return connectionsOf(protocol);
      const [first, last = first] = text.split("-").map(numberOf);
      return connectionsOf(protocol, first, last);
    })
    .reduce(union);
}

/** Values of an argument and of its plural. */
function listOf(rule: Json, key: string): string[] {
  const plural = key.endsWith("x") ? `${key}es` : `${key}s`;
  return [own(rule, key) ?? [], own(rule, plural) ?? []].flat().flatMap((each) => textOf(each) ?? []);
}
