/**
 * NetworkPolicies and ClusterNetworkPolicies as rules of nftables, written from the words of the API and with no code of `network/`: pod by pod,
 * rule by rule, so that the kernel says what the evaluator should have said.
 */

/** A pod with its address. */
export interface PlacedPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly {
    readonly name: string;
    readonly containerPort: number;
    readonly protocol: string;
  }[];
  readonly address: string;
}

type Labels = Readonly<Record<string, string>>;
interface Selector {
  readonly matchLabels?: Labels;
}
interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
interface Port {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}
interface PolicyRule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly Port[];
}
export interface NetworkPolicy {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly podSelector: Selector;
    readonly policyTypes: readonly ("Ingress" | "Egress")[];
    readonly ingress?: readonly PolicyRule[];
    readonly egress?: readonly PolicyRule[];
  };
}

/** The whole rule set; namespaces by name with their labels. Pods have addresses of one family. */
export function nftables(
  pods: readonly PlacedPod[],
  namespaces: Readonly<Record<string, Labels>>,
  policies: readonly NetworkPolicy[],
  clusterPolicies: readonly ClusterPolicy[] = [],
): string {
  const chains: string[] = [];
  const jumps = { ingress: [] as string[], egress: [] as string[] };
  for (const [index, pod] of pods.entries())
    for (const side of ["ingress", "egress"] as const) {
      const type = side === "ingress" ? "Ingress" : "Egress";
      const selecting = policies.filter(
        ({ metadata, spec }) =>
          spec.policyTypes.includes(type) &&
          metadata.namespace === pod.namespace &&
          has(spec.podSelector, pod.labels),
      );
      const tier = (name: ClusterPolicy["spec"]["tier"], pass: string) =>
        verdicts({ tier: name, side, pod, pass }, { pods, namespaces, policies: clusterPolicies });
      const admin = tier("Admin", `goto next${side}${index}`);
      const baseline = tier("Baseline", "return");
      if (selecting.length + admin.length + baseline.length === 0) continue;
      const own = side === "ingress" ? "daddr" : "saddr";
      jumps[side].push(`${ipOf(pod.address)} ${own} ${pod.address} jump ${side}${index}`);
      const accepts = selecting.flatMap(({ metadata, spec }) =>
        (spec[side] ?? []).flatMap((rule) => accepted(rule, side, pod, metadata.namespace, pods, namespaces)),
      );
      const next = selecting.length === 0 ? baseline : [...accepts.map((each) => `${each} return`), "drop"];
      // What is jumped to comes before what jumps.
      chains.push(chain(`next${side}${index}`, next));
      chains.push(chain(`${side}${index}`, [...admin, `goto next${side}${index}`]));
    }
  const base = (name: string, hook: string, list: readonly string[]) =>
    `chain ${name} {\n  type filter hook ${hook} priority 0; policy accept;\n  ct state established,related accept\n${list.map((each) => `  ${each}\n`).join("")}}`;
  return `table inet policies {\n${[...chains, base("leaving", "output", jumps.egress), base("entering", "input", jumps.ingress)].join("\n")}\n}\n`;
}

function chain(name: string, lines: readonly string[]): string {
  return `chain ${name} {\n${lines.map((each) => `  ${each}\n`).join("")}}`;
}

/** The word for the family of an address. */
function ipOf(address: string): string {
  return address.includes(":") ? "ip6" : "ip";
}

interface ClusterPeer {
  readonly namespaces?: Selector;
  readonly pods?: { readonly namespaceSelector: Selector; readonly podSelector: Selector };
  readonly networks?: readonly string[];
}
type Destination = { readonly number: number } | { readonly range: { start: number; end: number } };
interface ClusterProtocol {
  readonly tcp?: { readonly destinationPort?: Destination };
  readonly udp?: { readonly destinationPort?: Destination };
  readonly destinationNamedPort?: string;
}
interface ClusterRule {
  readonly action: "Accept" | "Deny" | "Pass";
  readonly from?: readonly ClusterPeer[];
  readonly to?: readonly ClusterPeer[];
  readonly protocols?: readonly ClusterProtocol[];
}
export interface ClusterPolicy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly tier: "Admin" | "Baseline";
    readonly priority: number;
    readonly subject: ClusterPeer;
    readonly ingress?: readonly ClusterRule[];
    readonly egress?: readonly ClusterRule[];
  };
}

interface Cluster {
  readonly pods: readonly PlacedPod[];
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly policies: readonly ClusterPolicy[];
}

/** The rules of one tier for one side of a pod, in the order in which they are asked. */
function verdicts(
  { tier, side, pod, pass }: { tier: string; side: "ingress" | "egress"; pod: PlacedPod; pass: string },
  { pods, namespaces, policies }: Cluster,
): string[] {
  const isIn = (peer: ClusterPeer, each: PlacedPod): boolean => {
    const space = namespaces[each.namespace] ?? {};
    if (peer.namespaces !== undefined) return has(peer.namespaces, space);
    return (
      peer.pods !== undefined &&
      has(peer.pods.namespaceSelector, space) &&
      has(peer.pods.podSelector, each.labels)
    );
  };
  const other = side === "ingress" ? "saddr" : "daddr";
  return [...policies]
    .filter(({ spec }) => spec.tier === tier && isIn(spec.subject, pod))
    .sort((a, b) => a.spec.priority - b.spec.priority)
    .flatMap(({ spec }) => spec[side] ?? [])
    .flatMap(({ action, from, to, protocols }) => {
      const verdict = { Accept: "return", Deny: "drop", Pass: pass }[action];
      const ends = ((side === "ingress" ? from : to) ?? []).flatMap((peer) => [
        ...(peer.networks ?? []).map((range) => ({ address: range, pod: undefined })),
        ...pods.filter((each) => isIn(peer, each)).map((each) => ({ address: each.address, pod: each })),
      ]);
      return ends.flatMap((end) => {
        const match = `${ipOf(end.address)} ${other} ${end.address}`;
        if (protocols === undefined) return [`${match} ${verdict}`];
        const target = side === "ingress" ? pod : end.pod;
        return protocols
          .flatMap((protocol) => protocolMatches(protocol, target))
          .map((each) => `${match} ${each} ${verdict}`);
      });
    });
}

function protocolMatches(
  { tcp, udp, destinationNamedPort }: ClusterProtocol,
  target: PlacedPod | undefined,
): string[] {
  if (destinationNamedPort !== undefined)
    return (target?.ports ?? [])
      .filter(({ name }) => name === destinationNamedPort)
      .map(({ containerPort, protocol }) => `${protocol.toLowerCase()} dport ${containerPort}`);
  const name = tcp === undefined ? "udp" : "tcp";
  const port = (tcp ?? udp)?.destinationPort;
  if (port === undefined) return [`meta l4proto ${name}`];
  return [`${name} dport ${"number" in port ? port.number : `${port.range.start}-${port.range.end}`}`];
}

/** Matches of one rule, one line each. */
function accepted(
  rule: PolicyRule,
  side: "ingress" | "egress",
  pod: PlacedPod,
  namespace: string,
  pods: readonly PlacedPod[],
  namespaces: Readonly<Record<string, Labels>>,
): string[] {
  const other = side === "ingress" ? "saddr" : "daddr";
  const peers = (side === "ingress" ? rule.from : rule.to) ?? [];
  const ends: { match: string; pods: readonly PlacedPod[] }[] =
    peers.length === 0
      ? [{ match: "", pods }]
      : peers.flatMap((peer) => {
          if (peer.ipBlock !== undefined) {
            const except = (peer.ipBlock.except ?? [])
              .map((each) => ` ${ipOf(each)} ${other} != ${each}`)
              .join("");
            const { cidr } = peer.ipBlock;
            return [{ match: `${ipOf(cidr)} ${other} ${cidr}${except} `, pods: [] }];
          }
          return pods
            .filter((each) =>
              peer.namespaceSelector === undefined
                ? each.namespace === namespace
                : has(peer.namespaceSelector, namespaces[each.namespace] ?? {}),
            )
            .filter((each) => has(peer.podSelector ?? {}, each.labels))
            .map((each) => ({ match: `${ipOf(each.address)} ${other} ${each.address} `, pods: [each] }));
        });
  return ends.flatMap((end) => {
    if (rule.ports === undefined || rule.ports.length === 0) return [end.match];
    return rule.ports.flatMap((port) => {
      const targets = side === "ingress" ? [pod] : end.pods;
      return portMatches(port, targets).map(({ match, address }) =>
        side === "egress" && address !== undefined
          ? `${ipOf(address)} daddr ${address} ${match}`
          : `${end.match}${match}`,
      );
    });
  });
}

/** A named port is another number at each destination. */
function portMatches(
  { port, endPort, protocol = "TCP" }: Port,
  targets: readonly PlacedPod[],
): { match: string; address?: string }[] {
  const name = protocol.toLowerCase();
  if (port === undefined) return [{ match: `meta l4proto ${name}` }];
  if (typeof port === "number")
    return [{ match: `${name} dport ${endPort === undefined ? port : `${port}-${endPort}`}` }];
  return targets.flatMap(({ ports, address }) =>
    ports
      .filter((each) => each.name === port && each.protocol === protocol)
      .map(({ containerPort }) => ({ match: `${name} dport ${containerPort}`, address })),
  );
}

function has({ matchLabels = {} }: Selector, labels: Labels): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}
