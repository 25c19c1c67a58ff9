import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, type Json, own } from "../../../footprint/read/text/value";
import { type AddressRange, PRIVATE, rangeOf } from "../../addresses";

import { blockOf, isOpen, textOf, textsOf, valuesOf } from "../values";

/** A machine, or several of one template, as firewalls see them. */
export interface Machine {
  readonly name: string;
  /** Address of the network, or its name where the document does not have it. */
  readonly network?: string;
  /** A list for each subnetwork. */
  readonly addresses: readonly (readonly AddressRange[])[];
  readonly tags: readonly string[];
  /** E-mail addresses of service accounts, or their addresses in Terraform. */
  readonly accounts: readonly string[];
  /** True where a tag or account is known only after an apply. */
  readonly isOpen: boolean;
}

const TEMPLATES = ["google_compute_instance_template", "google_compute_region_instance_template"] as const;
const GROUPS = [
  "google_compute_instance_group_manager",
  "google_compute_region_instance_group_manager",
] as const;
const INSTANCES = ["google_compute_instance", "google_compute_instance_from_template"] as const;

/** Everything that the firewall rules of a network are for. */
export function machinesOf(graph: ResourceGraph): Machine[] {
  const grouped = graph.of(...GROUPS, "google_compute_instance_from_template").map((group) => ({
    group,
    templates: valuesOf(group.value, (key) => /^(?:source_)?instance_template$/.test(key))
      .flatMap(textsOf)
      .flatMap((each) => {
        const named = graph.named(each, group, ...TEMPLATES);
        return named !== "undetermined" && "resource" in named ? named.resource : [];
      }),
  }));
  const used = new Set(grouped.flatMap(({ templates }) => templates));
  return [
    ...graph
      .of(...INSTANCES)
      .filter(({ type }) => type !== INSTANCES[1])
      .map((each) => machineOf(graph, each, [each])),
    ...grouped.map(({ group, templates }) =>
      machineOf(graph, group, templates.length === 0 ? [group] : templates),
    ),
    ...graph
      .of(...TEMPLATES)
      .filter((each) => !used.has(each))
      .map((each) => machineOf(graph, each, [each])),
    ...graph
      .of("google_container_node_pool", "google_container_cluster")
      .flatMap((each) => nodesOf(graph, each)),
  ];
}

function machineOf(
  graph: ResourceGraph,
  { address }: GraphResource,
  holders: readonly GraphResource[],
): Machine {
  const interfaces = holders.flatMap((holder) =>
    blocks(own(holder.value, "network_interface")).map((each) => placeOf(graph, holder, each)),
  );
  const tags = holders.map(({ value }) => own(value, "tags"));
  const accounts = holders.map((holder) => accountsOf(graph, holder, holder.value));
  const [first = { network: DEFAULT, addresses: PRIVATE }] = interfaces;
  return {
    name: address,
    network: first.network,
    addresses: interfaces.length === 0 ? [PRIVATE] : interfaces.map(({ addresses }) => addresses),
    tags: tags.flatMap(textsOf),
    accounts: accounts.flat(),
    isOpen: tags.some(isOpen),
  };
}

/** Nodes of a cluster have the tags and the account of their pool; GKE adds a tag that nobody names. */
function nodesOf(graph: ResourceGraph, resource: GraphResource): Machine[] {
  const isPool = resource.type === "google_container_node_pool";
  const named = graph.named(own(resource.value, "cluster"), resource, "google_container_cluster");
  const cluster = isPool
    ? named !== "undetermined" && "resource" in named
      ? named.resource
      : undefined
    : resource;
  if (
    !isPool &&
    (String(own(resource.value, "remove_default_node_pool")) === "true" ||
      String(own(resource.value, "enable_autopilot")) === "true")
  )
    return [];
  const config = blockOf(resource.value, "node_config");
  const place =
    cluster === undefined
      ? { network: undefined, addresses: PRIVATE }
      : placeOf(graph, cluster, cluster.value);
  return [
    {
      name: resource.address,
      network: place.network,
      addresses: [place.addresses],
      tags: textsOf(own(config, "tags")),
      accounts: accountsOf(graph, resource, { service_account: own(config, "service_account") }),
      isOpen: isOpen(own(config, "tags")),
    },
  ];
}

/** The network that resources are in where they name none. */
const DEFAULT = "default";

function placeOf(
  graph: ResourceGraph,
  from: GraphResource,
  block: Json,
): { readonly network: string | undefined; readonly addresses: readonly AddressRange[] } {
  const id = own(block, "subnetwork");
  const named = id === undefined ? "undetermined" : graph.named(id, from, "google_compute_subnetwork");
  const subnetwork = named !== "undetermined" && "resource" in named ? named.resource : undefined;
  const range =
    subnetwork === undefined ? undefined : rangeOf(textOf(own(subnetwork.value, "ip_cidr_range")) ?? "");
  const holder = subnetwork ?? from;
  const network = own(subnetwork?.value ?? block, "network");
  return {
    network:
      network === undefined ? (id === undefined ? DEFAULT : undefined) : networkOf(graph, network, holder),
    addresses: range === undefined ? PRIVATE : [range],
  };
}

/** The network that an argument names: its address, or the last part of its name. */
export function networkOf(graph: ResourceGraph, value: unknown, from: GraphResource): string | undefined {
  const text = typeof value === "string" && !isOpen(value) ? value.split("/").at(-1) : value;
  const named = graph.named(text, from, "google_compute_network");
  if (named === "undetermined") return undefined;
  return "resource" in named ? named.resource.address : named.elsewhere;
}

/** Service accounts, by their address in Terraform where the document has them. */
export function accountsOf(graph: ResourceGraph, from: GraphResource, value: Json): string[] {
  const given = own(value, "service_account");
  const texts = [...textsOf(given), ...blocks(given).flatMap((each) => textsOf(own(each, "email")))];
  return texts.map((text) => accountOf(graph, text, from));
}

/** One service account, named by its e-mail address. */
export function accountOf(graph: ResourceGraph, text: string, from: GraphResource): string {
  const named = graph.named(text, from, "google_service_account");
  if (named !== "undetermined" && "resource" in named) return named.resource.address;
  const byId = graph
    .of("google_service_account")
    .find(({ value }) => text.startsWith(`${textOf(own(value, "account_id"))}@`));
  return byId?.address ?? text;
}
