import { type AddressRange, includes, parseCidr, without } from "../addresses";
import { ALL_CONNECTIONS } from "../connection-set";
import { shown } from "../faults";
import type { Field } from "../field";
import { numbered, readNetworkPolicyPort, sumOf } from "./ports";
import { readSelector } from "./selectors";
import { type Direction, type PodTerm, type Policy, podTerm, type Rule } from "./types";

/** Who a rule is about. */
interface Peers {
  readonly pods: readonly PodTerm[];
  readonly addresses: readonly AddressRange[];
}

/** Reads a `networking.k8s.io/v1` NetworkPolicy. */
export function readNetworkPolicy(
  body: Field,
  { namespace, ...common }: Pick<Policy, "name" | "kind" | "origin"> & { readonly namespace: string },
): Policy {
  const spec = body.at("spec");
  spec.keys();
  const directions = directionsOf(spec);
  const rules = (direction: Direction) => {
    const read = spec
      .at(direction)
      .items()
      .map((rule, index) => readRule(rule, index, direction, namespace));
    return directions.has(direction) ? read : undefined;
  };
  return {
    ...common,
    tier: "NetworkPolicy",
    priority: 0,
    subject: podTerm({ namespace, pods: readSelector(spec.at("podSelector")), hostNetwork: true }),
    ingress: rules("ingress"),
    egress: rules("egress"),
  };
}

/** A policy without types affects ingress, and egress where it has such rules. */
function directionsOf(spec: Field): ReadonlySet<Direction> {
  const types = spec.at("policyTypes").items();
  if (types.length === 0)
    return new Set(spec.at("egress").items().length === 0 ? ["ingress"] : ["ingress", "egress"]);
  return new Set(
    types.map((type) => (type.oneOf(["Ingress", "Egress"] as const) === "Egress" ? "egress" : "ingress")),
  );
}

function readRule(rule: Field, index: number, direction: Direction, namespace: string): Rule {
  rule.keys();
  const others = rule.at(direction === "ingress" ? "from" : "to").items();
  const listed = rule.at("ports").items();
  const { ports, named } =
    listed.length === 0 ? numbered(ALL_CONNECTIONS) : sumOf(listed.map(readNetworkPolicyPort));
  const peers = others.map((peer) => readPeer(peer, namespace));
  if (direction === "egress" && peers.some(({ addresses }) => addresses.length > 0))
    for (const port of listed)
      if (typeof port.at("port").value === "string")
        port
          .at("port")
          .fault("is a named port to an address range", "write the number: addresses name no ports");
  return {
    index,
    action: "Accept",
    everyone: others.length === 0,
    pods: peers.flatMap(({ pods }) => pods),
    addresses: peers.flatMap(({ addresses }) => addresses),
    ports,
    named,
  };
}

function readPeer(peer: Field, namespace: string): Peers {
  const [block, pods, namespaces] = [
    peer.at("ipBlock"),
    peer.at("podSelector"),
    peer.at("namespaceSelector"),
  ];
  if (block.present) {
    if (pods.present || namespaces.present)
      block.fault("must not be there with a selector", "write two peers, each with its own '-'");
    return { pods: [], addresses: readBlock(block) };
  }
  if (!pods.present && !namespaces.present) {
    peer.keys();
    peer.fault("selects nothing", "write podSelector, namespaceSelector or ipBlock");
    return { pods: [], addresses: [] };
  }
  const term = { pods: readSelector(pods), hostNetwork: true };
  return {
    pods: [
      podTerm(
        namespaces.present ? { ...term, namespaces: readSelector(namespaces) } : { ...term, namespace },
      ),
    ],
    addresses: [],
  };
}

function readBlock(block: Field): AddressRange[] {
  const range = readCidr(block.at("cidr"));
  if (!block.at("cidr").present) block.at("cidr").fault("is missing", "write a range such as 10.0.0.0/8");
  const excepted = block
    .at("except")
    .items()
    .map((field) => ({ field, range: readCidr(field) }))
    .filter((each) => each.range !== undefined) as { field: Field; range: AddressRange }[];
  if (range === undefined) return [];
  for (const { field, range: inner } of excepted)
    if (!includes(range, inner) || (inner.first === range.first && inner.last === range.last))
      field.fault(
        `must be a part of ${shown(block.at("cidr").value)}, got ${shown(field.value)}`,
        "write a smaller range inside of the cidr",
      );
  return without(
    range,
    excepted.map((each) => each.range),
  );
}

/** A CIDR; a fault where it is none. */
export function readCidr(field: Field, mustBeCanonical = false): AddressRange | undefined {
  const text = field.text();
  if (text === undefined) return undefined;
  const cidr = parseCidr(text);
  if (cidr === undefined)
    field.fault(`is no CIDR, got ${shown(text)}`, "write a range such as 10.0.0.0/8 or fd00::/8");
  else if (mustBeCanonical && !cidr.canonical)
    field.fault(`has address bits after its prefix, got ${shown(text)}`, "write the range's first address");
  return cidr;
}
