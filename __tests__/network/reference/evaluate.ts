/**
 * The plainest evaluator: one connection at a time, from the words of the specifications, on the objects as written.
 * Shares no code with the one that it checks.
 */
import { BlockList } from "node:net";

// biome-ignore lint/suspicious/noExplicitAny: objects as written
type Json = any;

export interface Pod {
  readonly namespace: string;
  readonly labels: Record<string, string>;
  readonly ports: readonly { name: string; containerPort: number; protocol: string }[];
  readonly hostNetwork: boolean;
}

export interface Cluster {
  /** Labels of declared namespaces. */
  readonly namespaces: Record<string, Record<string, string>>;
  readonly policies: readonly Json[];
}

/** A pod, or an address outside of the cluster. */
export type End = Pod | string;

/** Whether one port of one protocol is open. */
type IsOpen = (protocol: string, port: number) => boolean;

/** "src => dst needs egress of src and ingress of dst, as far as each is a workload." */
export function isAllowed(cluster: Cluster, from: End, to: End): IsOpen {
  const egress = typeof from === "string" ? () => true : sideAllows(cluster, "egress", from, to);
  const ingress = typeof to === "string" ? () => true : sideAllows(cluster, "ingress", to, from);
  return (protocol, port) => egress(protocol, port) && ingress(protocol, port);
}

type Side = "ingress" | "egress";

function sideAllows(cluster: Cluster, side: Side, subject: Pod, peer: End): IsOpen {
  const destination = side === "ingress" ? subject : peer;
  const admin = tierVerdict(cluster, "Admin", side, subject, peer);
  const baseline = tierVerdict(cluster, "Baseline", side, subject, peer);
  const selecting = cluster.policies.filter(
    (policy) =>
      policy.kind === "NetworkPolicy" &&
      (policy.metadata.namespace ?? "default") === subject.namespace &&
      affects(policy, side) &&
      selectorMatches(policy.spec.podSelector, subject.labels),
  );
  const rules: Json[] = selecting.flatMap((policy) =>
    (policy.spec[side] ?? []).filter((rule: Json) => isPeer(cluster, policy, rule, side, peer)),
  );
  return (protocol, port) => {
    const decided = admin(protocol, port);
    if (decided === "Accept") return true;
    if (decided === "Deny") return false;
    if (selecting.length > 0)
      return rules.some((rule) => hasPort(rule.ports ?? [], destination, protocol, port));
    return baseline(protocol, port) !== "Deny";
  };
}

/** "If policyTypes is not specified, ingress is always set, and egress if the policy has any egress rules." */
function affects({ spec }: Json, side: Side): boolean {
  const types: string[] = spec.policyTypes ?? [];
  if (types.length > 0) return types.includes(side === "ingress" ? "Ingress" : "Egress");
  return side === "ingress" || (spec.egress ?? []).length > 0;
}

/** True where a rule that affects something has an IPv6 range: lists then have IPv6 lines. */
export function hasIpv6({ policies }: Cluster): boolean {
  return policies.some((policy) =>
    (["ingress", "egress"] as const)
      .filter((side) => policy.kind !== "NetworkPolicy" || affects(policy, side))
      .some((side) => /"[0-9a-f:]*::[0-9a-f:]*\/\d+"/.test(JSON.stringify(policy.spec[side] ?? []))),
  );
}

function isPeer(cluster: Cluster, policy: Json, rule: Json, side: Side, peer: End): boolean {
  const peers: Json[] = rule[side === "ingress" ? "from" : "to"] ?? [];
  if (peers.length === 0) return true;
  const own = policy.metadata.namespace ?? "default";
  return peers.some(({ ipBlock, podSelector, namespaceSelector }) => {
    if (ipBlock !== undefined)
      return (
        typeof peer === "string" &&
        inCidr(ipBlock.cidr, peer) &&
        !(ipBlock.except ?? []).some((cidr: string) => inCidr(cidr, peer))
      );
    if (typeof peer === "string") return false;
    if (namespaceSelector === undefined && peer.namespace !== own) return false;
    if (
      namespaceSelector !== undefined &&
      !selectorMatches(namespaceSelector, labelsOf(cluster, peer.namespace))
    )
      return false;
    return podSelector === undefined || selectorMatches(podSelector, peer.labels);
  });
}

function hasPort(ports: readonly Json[], destination: End, protocol: string, port: number): boolean {
  if (ports.length === 0) return true;
  return ports.some((each) => {
    if ((each.protocol ?? "TCP") !== protocol) return false;
    if (each.port === undefined) return true;
    if (typeof each.port === "string") return hasNamedPort(destination, each.port, protocol, port);
    return each.port <= port && port <= (each.endPort ?? each.port);
  });
}

/** The action of the first rule that matches, by priority, then by order; none where no rule does. */
function tierVerdict(
  cluster: Cluster,
  tier: string,
  side: Side,
  subject: Pod,
  peer: End,
): (protocol: string, port: number) => string | undefined {
  const destination = side === "ingress" ? subject : peer;
  const policies = cluster.policies
    .filter((policy) => tierOf(policy) === tier && selectsPod(cluster, policy.spec.subject, subject))
    .sort((a, b) => (a.spec.priority ?? 0) - (b.spec.priority ?? 0));
  const matching = policies
    .flatMap((policy): Json[] => policy.spec[side] ?? [])
    .map((rule) => ({ ...rule, ...clusterPeer(cluster, rule, side, peer) }))
    .filter(({ matchesPeer }) => matchesPeer);
  return (protocol, port) =>
    matching.find(({ protocols, ports }) => {
      const entries: Json[] | undefined = protocols ?? ports;
      return entries === undefined || entries.some((each) => portMatches(each, destination, protocol, port));
    })?.action;
}

/** Whether a rule is about a peer, and its action. */
function clusterPeer(cluster: Cluster, rule: Json, side: Side, peer: End): Json {
  const action = rule.action === "Allow" ? "Accept" : rule.action;
  const peers: Json[] = rule[side === "ingress" ? "from" : "to"];
  const isKnown = (each: Json) =>
    each.namespaces !== undefined ||
    each.pods !== undefined ||
    (side === "egress" && (each.networks !== undefined || each.nodes !== undefined));
  // "For Accept rules, fail closed means: treat the rule as matching no traffic. For Deny and Pass rules: treat the
  // rule as a 'Deny all' rule."
  if (!peers.every(isKnown))
    return { matchesPeer: action !== "Accept", action: "Deny", protocols: undefined, ports: undefined };
  const matchesPeer = peers.some((each) =>
    each.networks !== undefined
      ? typeof peer === "string" && each.networks.some((cidr: string) => inCidr(cidr, peer))
      : typeof peer !== "string" && selectsPod(cluster, each, peer),
  );
  return { matchesPeer, action };
}

function tierOf({ kind, spec }: Json): string | undefined {
  if (kind === "ClusterNetworkPolicy") return spec.tier;
  return { AdminNetworkPolicy: "Admin", BaselineAdminNetworkPolicy: "Baseline" }[kind as string];
}

/** "Note that host-networked pods are not included in subject selection", nor in peers. */
function selectsPod(cluster: Cluster, { namespaces, pods }: Json, pod: Pod): boolean {
  if (pod.hostNetwork) return false;
  const labels = labelsOf(cluster, pod.namespace);
  if (namespaces !== undefined) return selectorMatches(namespaces, labels);
  if (pods === undefined) return false;
  return selectorMatches(pods.namespaceSelector, labels) && selectorMatches(pods.podSelector, pod.labels);
}

function portMatches(entry: Json, destination: End, protocol: string, port: number): boolean {
  const name = entry.namedPort ?? entry.destinationNamedPort;
  if (name !== undefined) return hasNamedPort(destination, name, protocol, port);
  if (entry.portNumber !== undefined)
    return (entry.portNumber.protocol ?? "TCP") === protocol && entry.portNumber.port === port;
  if (entry.portRange !== undefined)
    return (
      (entry.portRange.protocol ?? "TCP") === protocol &&
      entry.portRange.start <= port &&
      port <= entry.portRange.end
    );
  const body = entry[protocol.toLowerCase()];
  if (body === undefined) return false;
  const { number, range } = body.destinationPort ?? {};
  if (number !== undefined) return number === port;
  return range === undefined || (range.start <= port && port <= range.end);
}

function hasNamedPort(destination: End, name: string, protocol: string, port: number): boolean {
  if (typeof destination === "string") return false;
  const found = destination.ports.find((each) => each.name === name && each.protocol === protocol);
  return found?.containerPort === port;
}

function labelsOf({ namespaces }: Cluster, name: string): Record<string, string> {
  return { ...namespaces[name], "kubernetes.io/metadata.name": name };
}

function selectorMatches(selector: Json, labels: Record<string, string>): boolean {
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {}))
    if (labels[key] !== value) return false;
  for (const { key, operator, values } of selector?.matchExpressions ?? []) {
    const has = key in labels;
    if (operator === "Exists" && !has) return false;
    if (operator === "DoesNotExist" && has) return false;
    if (operator === "In" && !(has && values.includes(labels[key]))) return false;
    if (operator === "NotIn" && has && values.includes(labels[key])) return false;
  }
  return true;
}

const ANSWERS = new Map<string, boolean>();

function inCidr(cidr: string, address: string): boolean {
  const question = `${cidr} ${address}`;
  const known = ANSWERS.get(question);
  if (known !== undefined) return known;
  const list = new BlockList();
  const [network = "", length] = cidr.split("/");
  const family = (text: string) => (text.includes(":") ? "ipv6" : "ipv4");
  list.addSubnet(network, Number(length), family(cidr));
  const answer = family(cidr) === family(address) && list.check(address, family(address));
  ANSWERS.set(question, answer);
  return answer;
}
