/**
 * NetworkPolicies as rules of nftables, written from the words of the API and with no code of `network/`: pod by pod,
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

/** The whole rule set; namespaces by name with their labels. */
export function nftables(
  pods: readonly PlacedPod[],
  namespaces: Readonly<Record<string, Labels>>,
  policies: readonly NetworkPolicy[],
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
      if (selecting.length === 0) continue;
      const own = side === "ingress" ? "daddr" : "saddr";
      jumps[side].push(`ip ${own} ${pod.address} jump ${side}${index}`);
      const accepts = selecting.flatMap(({ metadata, spec }) =>
        (spec[side] ?? []).flatMap((rule) => accepted(rule, side, pod, metadata.namespace, pods, namespaces)),
      );
      chains.push(
        `chain ${side}${index} {\n${accepts.map((each) => `  ${each} return\n`).join("")}  drop\n}`,
      );
    }
  const base = (name: string, hook: string, list: readonly string[]) =>
    `chain ${name} {\n  type filter hook ${hook} priority 0; policy accept;\n  ct state established,related accept\n${list.map((each) => `  ${each}\n`).join("")}}`;
  return `table ip policies {\n${[...chains, base("leaving", "output", jumps.egress), base("entering", "input", jumps.ingress)].join("\n")}\n}\n`;
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
            const except = (peer.ipBlock.except ?? []).map((each) => ` ip ${other} != ${each}`).join("");
            return [{ match: `ip ${other} ${peer.ipBlock.cidr}${except} `, pods: [] }];
          }
          return pods
            .filter((each) =>
              peer.namespaceSelector === undefined
                ? each.namespace === namespace
                : has(peer.namespaceSelector, namespaces[each.namespace] ?? {}),
            )
            .filter((each) => has(peer.podSelector ?? {}, each.labels))
            .map((each) => ({ match: `ip ${other} ${each.address} `, pods: [each] }));
        });
  return ends.flatMap((end) => {
    if (rule.ports === undefined || rule.ports.length === 0) return [end.match];
    return rule.ports.flatMap((port) => {
      const targets = side === "ingress" ? [pod] : end.pods;
      return portMatches(port, targets).map(({ match, address }) =>
        side === "egress" && address !== undefined ? `ip daddr ${address} ${match}` : `${end.match}${match}`,
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
