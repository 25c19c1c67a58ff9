import type { AddressRange } from "../addresses";
import { ALL_CONNECTIONS, NO_CONNECTIONS } from "../connection-set";
import { shown } from "../faults";
import type { Field } from "../field";
import type { Dialect } from "./dialects";
import { readCidr } from "./network-policy";
import { numbered, sumOf } from "./ports";
import { readSelector } from "./selectors";
import { type Action, type Direction, type PodTerm, type Policy, podTerm, type Rule } from "./types";

/** At most this many CIDRs in one peer. */
const MOST_NETWORKS = 25;
const MOST_NAME_CHARACTERS = 100;

/** What a cluster policy's reader reports beside faults. */
export type Warn = (text: string) => void;

/** Reads a ClusterNetworkPolicy, AdminNetworkPolicy or BaselineAdminNetworkPolicy. */
export function readClusterPolicy(
  body: Field,
  dialect: Dialect,
  common: Pick<Policy, "name" | "kind" | "origin">,
  warn: Warn,
): Policy {
  const spec = body.at("spec");
  if (spec.requirePresent("the policy's rules")) spec.keys();
  const subject = spec.at("subject");
  const priority = dialect.hasPriority ? spec.at("priority") : undefined;
  priority?.requirePresent("a number from 0 to 1000");
  const tier = dialect.tier ?? tierOf(spec.at("tier"));
  const rules = (direction: Direction) => {
    const items = limited(spec.at(direction), dialect.most, "rules");
    // Rules decide one by one: a policy without rules decides nothing.
    return items.length === 0
      ? undefined
      : items.map((rule, index) => readRule(rule, index, direction, dialect, warn));
  };
  return {
    ...common,
    tier: tier ?? "Admin",
    priority: priority?.integer(0, 1000) ?? 0,
    subject: subject.requirePresent("namespaces or pods")
      ? (podsOf(subject) ?? refused(subject))
      : podTerm({ pods: [], hostNetwork: false }),
    ingress: rules("ingress"),
    egress: rules("egress"),
  };
}

function tierOf(field: Field): "Admin" | "Baseline" | undefined {
  field.requirePresent("Admin or Baseline");
  return field.oneOf(["Admin", "Baseline"] as const);
}

function refused(subject: Field): PodTerm {
  subject.fault("must have one of namespaces and pods", "write one of them");
  return podTerm({ pods: [], hostNetwork: false });
}

/** The pods of a subject or peer; undefined where it is about neither namespaces nor pods. */
function podsOf(field: Field): PodTerm | undefined {
  const [namespaces, pods] = [field.at("namespaces"), field.at("pods")];
  if (namespaces.present && pods.present) return undefined;
  if (namespaces.present)
    return podTerm({ namespaces: readSelector(namespaces), pods: [], hostNetwork: false });
  if (!pods.present) return undefined;
  return podTerm({
    namespaces: readSelector(pods.at("namespaceSelector")),
    pods: readSelector(pods.at("podSelector")),
    hostNetwork: false,
  });
}

function readRule(rule: Field, index: number, direction: Direction, dialect: Dialect, warn: Warn): Rule {
  rule.keys();
  const name = rule.at("name").text();
  if (name !== undefined && name.length > MOST_NAME_CHARACTERS)
    rule.at("name").fault(`has ${name.length} characters`, `write at most ${MOST_NAME_CHARACTERS}`);
  const action = readAction(rule.at("action"), dialect);
  const others = rule.at(direction === "ingress" ? "from" : "to");
  const items = limited(others, dialect.most, "peers");
  if (items.length === 0) others.fault("must have at least one peer", "write whom the rule is about");
  const peers = items.map((peer) => readPeer(peer, direction, action, warn));
  const listed = rule.at(dialect.portsKey);
  const parts = limited(listed, dialect.most, dialect.portsKey).map(dialect.readPort);
  const { ports, named } = parts.length === 0 ? numbered(ALL_CONNECTIONS) : sumOf(parts);
  if (named.length > 0 && peers.some(({ addresses }) => addresses !== undefined))
    listed.fault("has a named port to an address range", "write the number: addresses name no ports");
  const about = {
    index,
    name,
    pods: peers.flatMap(({ pods }) => (pods === undefined ? [] : [pods])),
    addresses: peers.flatMap(({ addresses }) => addresses ?? []),
  };
  if (!peers.some(({ isUnknown }) => isUnknown)) return { ...about, action, everyone: false, ports, named };
  // A peer of a later version: the API requires that the rule allows nothing, or denies everything.
  return action === "Accept"
    ? { ...about, action, everyone: false, ports: NO_CONNECTIONS, named: [] }
    : { ...about, action: "Deny", everyone: true, ports: ALL_CONNECTIONS, named: [] };
}

function readAction(field: Field, { accept }: Dialect): Action {
  field.requirePresent(`${accept}, Deny or Pass`);
  const action = field.oneOf([accept, "Deny", "Pass"]);
  return action === "Pass" || action === "Deny" ? action : "Accept";
}

interface Peer {
  readonly pods?: PodTerm;
  /** Defined for `networks`, `nodes` and `domainNames`: what is outside of the cluster's pods. */
  readonly addresses?: readonly AddressRange[];
  readonly isUnknown?: boolean;
}

function readPeer(peer: Field, direction: Direction, action: Action, warn: Warn): Peer {
  const keys = peer.keys();
  if (keys.length > 1) peer.fault(`must have one field, got ${keys.join(", ")}`, "write one peer for each");
  const pods = podsOf(peer);
  if (pods !== undefined) return { pods };
  const [key] = keys;
  if (direction === "egress" && key === "networks") return { addresses: readNetworks(peer.at("networks")) };
  if (direction === "egress" && key === "nodes") {
    readSelector(peer.at("nodes"));
    warn("a peer 'nodes' is ignored: manifests have no addresses of nodes");
    return { addresses: [] };
  }
  if (direction === "egress" && key === "domainNames" && action === "Accept") {
    warn("a peer 'domainNames' allows nothing: manifests have no addresses of names");
    return { addresses: [] };
  }
  const what = key === undefined ? "a peer without fields" : `a peer ${shown(key)}`;
  warn(`${what} is not supported: its rule allows nothing, or denies everything`);
  return { isUnknown: true };
}

function readNetworks(field: Field): AddressRange[] {
  const items = limited(field, MOST_NETWORKS, "networks");
  if (items.length === 0) field.fault("must have at least one CIDR", "write a range such as 10.0.0.0/8");
  return items.map((item) => readCidr(item, true)).filter((range) => range !== undefined);
}

function limited(field: Field, most: number, what: string): Field[] {
  const items = field.items();
  if (items.length > most)
    field.fault(`has ${items.length} ${what}`, `write at most ${most}, or split the policy`);
  return items;
}
