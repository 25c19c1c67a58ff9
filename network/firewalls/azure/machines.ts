import type { GraphResource, Named, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, isObject, type Json, own } from "../../../footprint/read/text/value";
import { type AddressRange, PRIVATE, rangeOf } from "../../addresses";

import { textOf, textsOf, valuesOf } from "../values";

/** A network interface of something, as security groups see it. */
export interface Card {
  /** Name of what has it, in lists. */
  readonly name: string;
  /** Virtual network by address, or by the words that name its subnet. */
  readonly network?: string;
  readonly addresses: readonly AddressRange[];
  /** Groups of the interface and of its subnet, by address or id. @default - none */
  readonly groups: { readonly interface?: string; readonly subnet?: string };
  /** Application security groups. */
  readonly applications: readonly string[];
  /** Why another group may decide too. */
  readonly isOpen?: string;
}

export const GROUP = "azurerm_network_security_group";
const CARD = "azurerm_network_interface";
const SUBNET = "azurerm_subnet";
const NETWORK = "azurerm_virtual_network";
const APPLICATION = "azurerm_application_security_group";
const CARD_GROUP = "azurerm_network_interface_security_group_association";
const SUBNET_GROUP = "azurerm_subnet_network_security_group_association";

/** Arguments that put something into a subnet; with `virtual_network_subnet_id` only connections go out there. */
const SUBNETS = /^(?:delegated_|vnet_)?subnet_ids?$/;
/** What belongs to networks themselves. */
const NO_MEMBER =
  /^azurerm_(?:network_interface.*|subnet.*|virtual_network.*|network_security.*|route.*|nat_gateway.*|key_vault.*|storage_.*|cosmosdb_account|(?:eventhub|servicebus)_namespace.*|container_registry|lb.*|private_dns.*|public_ip.*|express_route.*|.*network_rule.*)$/;

/** Everything that network security groups protect, one for each interface. */
export function cardsOf(graph: ResourceGraph): Card[] {
  const used = new Set<GraphResource>();
  const found = graph.resources.flatMap((resource) => {
    if (!resource.type.startsWith("azurerm_") || NO_MEMBER.test(resource.type)) return [];
    const cards = valuesOf(resource.value, (key) => key === "network_interface_ids")
      .flatMap(textsOf)
      .map((each) => graph.named(each, resource, CARD))
      .flatMap((each) => resourceIn(each) ?? []);
    for (const card of cards) used.add(card);
    return cards.length > 0
      ? cards.map((card) => ofCard(graph, resource.address, card))
      : placesIn(resource.value, undefined).map((place) => ofPlace(graph, resource, place));
  });
  const unused = graph.of(CARD).filter((card) => !used.has(card));
  return [...found, ...unused.map((card) => ofCard(graph, card.address, card))];
}

/** A subnet that a block names, and the group of the interface that the block is in. */
interface Place {
  readonly subnet: string;
  readonly group?: string;
  readonly applications: readonly string[];
}

/** Subnets that a resource names, also in the interfaces of a scale set. */
function placesIn(value: Json, group: string | undefined, depth = 4): Place[] {
  if (depth === 0) return [];
  const own2 = textOf(own(value, "network_security_group_id")) ?? group;
  const applications = textsOf(own(value, "application_security_group_ids"));
  return Object.entries(value).flatMap(([key, member]) => {
    if (SUBNETS.test(key))
      return textsOf(member).map((subnet) => ({
        subnet,
        applications,
        ...(own2 === undefined ? {} : { group: own2 }),
      }));
    return blocks(member).flatMap((block) => (isObject(block) ? placesIn(block, own2, depth - 1) : []));
  });
}

function ofPlace(
  graph: ResourceGraph,
  resource: GraphResource,
  { subnet, group, applications }: Place,
): Card {
  const isKubernetes = resource.type.startsWith("azurerm_kubernetes_cluster");
  return {
    name: resource.address,
    ...locationOf(graph, subnet, resource),
    groups: {
      ...(group === undefined ? {} : { interface: keyOf(graph, group, resource, GROUP) }),
      ...subnetGroup(graph, subnet, resource),
    },
    applications: applications.flatMap((each) => keyOf(graph, each, resource, APPLICATION) ?? []),
    ...(isKubernetes ? { isOpen: "AKS gives its nodes a network security group of its own" } : {}),
  };
}

/** An interface that is a resource of its own. */
function ofCard(graph: ResourceGraph, name: string, card: GraphResource): Card {
  const [subnet] = valuesOf(card.value, (key) => key === "subnet_id").flatMap(textsOf);
  const attached = graph
    .of(CARD_GROUP)
    .filter((each) => resourceIn(graph.named(own(each.value, "network_interface_id"), each, CARD)) === card)
    .map((each) => keyOf(graph, own(each.value, "network_security_group_id"), each, GROUP));
  const older = own(card.value, "network_security_group_id");
  const group = attached[0] ?? (older === undefined ? undefined : keyOf(graph, older, card, GROUP));
  const applications = graph
    .of("azurerm_network_interface_application_security_group_association")
    .filter((each) => resourceIn(graph.named(own(each.value, "network_interface_id"), each, CARD)) === card)
    .flatMap(
      (each) => keyOf(graph, own(each.value, "application_security_group_id"), each, APPLICATION) ?? [],
    );
  return {
    name,
    ...(subnet === undefined ? { addresses: PRIVATE } : locationOf(graph, subnet, card)),
    groups: {
      ...(group === undefined ? {} : { interface: group }),
      ...(subnet === undefined ? {} : subnetGroup(graph, subnet, card)),
    },
    applications,
  };
}

function subnetGroup(graph: ResourceGraph, id: string, from: GraphResource): { readonly subnet?: string } {
  const subnet = resourceIn(graph.named(id, from, SUBNET));
  if (subnet === undefined) return {};
  // A subnet applies its group to private endpoints only where its argument says so.
  const policies = textOf(own(subnet.value, "private_endpoint_network_policies")) ?? "Disabled";
  if (from.type === "azurerm_private_endpoint" && !/^(?:Enabled|NetworkSecurityGroupEnabled)$/.test(policies))
    return {};
  const associated = graph
    .of(SUBNET_GROUP)
    .filter((each) => resourceIn(graph.named(own(each.value, "subnet_id"), each, SUBNET)) === subnet)
    .map((each) => keyOf(graph, own(each.value, "network_security_group_id"), each, GROUP));
  const older = own(subnet.value, "network_security_group_id");
  const group = associated[0] ?? (older === undefined ? undefined : keyOf(graph, older, subnet, GROUP));
  return group === undefined ? {} : { subnet: group };
}

function locationOf(
  graph: ResourceGraph,
  id: string,
  from: GraphResource,
): Pick<Card, "network" | "addresses"> {
  const named = graph.named(id, from, SUBNET);
  if (named === "undetermined") return { addresses: PRIVATE };
  if (!("resource" in named)) return { network: networkOfId(named.elsewhere), addresses: PRIVATE };
  const { value } = named.resource;
  const network = graph.named(
    own(value, "virtual_network_name") ?? own(value, "virtual_network_id"),
    named.resource,
    NETWORK,
  );
  const ranges = [
    ...textsOf(own(value, "address_prefixes")),
    ...textsOf(own(value, "address_prefix")),
  ].flatMap((text) => rangeOf(text) ?? []);
  return {
    ...(network === "undetermined"
      ? {}
      : { network: "resource" in network ? network.resource.address : network.elsewhere }),
    addresses: ranges.length === 0 ? PRIVATE : ranges,
  };
}

/** The network in the id of a subnet. */
function networkOfId(id: string): string {
  return /^(.*\/virtualNetworks\/[^/]+)\/subnets\//i.exec(id)?.[1] ?? id;
}

/** Address spaces of a virtual network; undefined where the document does not have them. */
export function spacesOf(graph: ResourceGraph, network: string | undefined): AddressRange[] | undefined {
  const found = graph.of(NETWORK).find(({ address }) => address === network);
  const ranges = found && textsOf(own(found.value, "address_space")).flatMap((text) => rangeOf(text) ?? []);
  return ranges === undefined || ranges.length === 0 ? undefined : ranges;
}

/** Address, id or words for what an argument names; undefined where only an apply knows. */
export function keyOf(
  graph: ResourceGraph,
  value: unknown,
  from: GraphResource,
  type: string,
): string | undefined {
  const named = graph.named(value, from, type);
  if (named === "undetermined") return undefined;
  return "resource" in named ? named.resource.address : named.elsewhere;
}

function resourceIn(named: Named): GraphResource | undefined {
  return named !== "undetermined" && "resource" in named ? named.resource : undefined;
}
