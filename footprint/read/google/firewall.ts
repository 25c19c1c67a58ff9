import type { Edge, Peer } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { portsOf, rangePeer, ruleEdges, thingPeer } from "../terraform/firewall";
import type { Related } from "../terraform/related";
import type { TerraformTypes } from "../terraform/type";

/** Types whose machines have tags that firewalls select. */
const MACHINES = [
  "google_compute_instance",
  "google_compute_instance_template",
  "google_compute_region_instance_template",
  "google_compute_instance_from_template",
];

/** Firewall rules of a network: who may open connections to its machines. */
export const FIREWALL: TerraformTypes = {
  google_compute_firewall: { edges: (body, { related }) => edges(body, related) },
};

function edges(body: Cursor, related: Related): Edge[] {
  const isOff = body.optional("disabled") === "true" || body.optional("direction") === "EGRESS";
  if (isOff) return [];
  const ranges = body.texts("source_ranges").filter((each) => !each.includes("${"));
  const tags = body.texts("source_tags");
  const accounts = body.texts("source_service_accounts");
  // Without any source everything is one.
  const isOpen = ranges.length + tags.length + accounts.length === 0 && !body.at("source_ranges").present;
  const from: Peer[] = [
    ...(isOpen ? ["0.0.0.0/0"] : ranges).map(rangePeer),
    ...tags.flatMap((tag) => tagged(tag, related)),
    ...accounts.map((account): Peer => ({ kind: "pods", name: `service account ${account}` })),
  ];
  const targets = body.texts("target_tags");
  const to = targets.length > 0 ? targets.flatMap((tag) => tagged(tag, related)) : inNetwork(body, related);
  const ports = body.items("allow").flatMap((rule) => {
    const listed = rule.texts("ports");
    const protocol = rule.optional("protocol");
    return (listed.length === 0 ? [undefined] : listed).map((port) => portsOf(port, protocol));
  });
  return ruleEdges(body.id, { from, to, ports });
}

function tagged(tag: string, related: Related): Peer[] {
  const found = machinesIn(related).filter((machine) => machine.texts("tags").includes(tag));
  return found.length === 0 ? [{ kind: "pods", name: `machines tagged ${tag}` }] : found.map(thingPeer);
}

/** A rule without targets is for every machine of its network. */
function inNetwork(body: Cursor, related: Related): Peer[] {
  const found = machinesIn(related);
  const network = body.optional("network")?.split("/").at(-1) ?? "default";
  return found.length === 0 ? [{ kind: "pods", name: `network ${network}` }] : found.map(thingPeer);
}

function machinesIn(related: Related): readonly Cursor[] {
  return related.once(machines);
}

function machines(related: Related): readonly Cursor[] {
  return MACHINES.flatMap((type) => related.of(type).map(({ body }) => body));
}
