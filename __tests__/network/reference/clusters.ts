import fc from "../../helpers/fast-check";

// biome-ignore lint/suspicious/noExplicitAny: objects as written
type Json = any;

const LABELS = fc.record(
  { app: fc.constantFrom("a", "b"), tier: fc.constantFrom("x", "y") },
  { requiredKeys: [] },
);
const NAMESPACES = ["n1", "n2", "n3"];
const NAMESPACE = fc.constantFrom(...NAMESPACES);
const NAMES = ["http", "dns"];
const PROTOCOL = fc.constantFrom("TCP", "UDP", "SCTP");
const PORT = fc.constantFrom(1, 53, 79, 80, 81, 443, 65535);

/** Blocks of both families, some of them inside of others. */
const BLOCKS = [
  "0.0.0.0/0",
  "10.0.0.0/8",
  "10.1.0.0/16",
  "10.1.2.3/32",
  "192.168.1.0/24",
  "::/0",
  "fd00::/8",
  "fd00:1::/32",
  "2001:db8::/64",
];
const INSIDE: Record<string, string[]> = {
  "0.0.0.0/0": ["10.0.0.0/8", "10.1.0.0/16", "192.168.1.0/24"],
  "10.0.0.0/8": ["10.1.0.0/16", "10.1.2.3/32"],
  "::/0": ["fd00::/8", "2001:db8::/64"],
  "fd00::/8": ["fd00:1::/32"],
};

/** Addresses at both ends of each block, and beside them. */
const ENDS: Record<string, string[]> = {
  "0.0.0.0/0": ["0.0.0.0", "255.255.255.255"],
  "10.0.0.0/8": ["9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"],
  "10.1.0.0/16": ["10.0.255.255", "10.1.0.0", "10.1.255.255", "10.2.0.0"],
  "10.1.2.3/32": ["10.1.2.2", "10.1.2.3", "10.1.2.4"],
  "192.168.1.0/24": ["192.168.0.255", "192.168.1.0", "192.168.1.255", "192.168.2.0"],
  "::/0": ["::", "ffff::"],
  "fd00::/8": ["fcff::", "fd00::", "fdff:1::", "fe00::"],
  "fd00:1::/32": ["fd00::ffff", "fd00:1::", "fd00:1:ffff::1", "fd00:2::"],
  "2001:db8::/64": ["2001:db7::", "2001:db8::1", "2001:db8:0:1::"],
};

/** Addresses that the policies may distinguish. */
export function addressesOf(policies: readonly Json[]): string[] {
  const text = JSON.stringify(policies);
  const named = BLOCKS.filter((block) => text.includes(`"${block}"`));
  return [...new Set(["1.2.3.4", ...named.flatMap((block) => ENDS[block] ?? [])])];
}

/** Ports that the policies may distinguish: both ends of every range, and those beside them. */
export function portsOf(cluster: unknown): number[] {
  const named = [...JSON.stringify(cluster).matchAll(/:(\d+)/g)].map(([, digits]) => Number(digits));
  const near = named.flatMap((port) => [port - 1, port, port + 1]);
  return [...new Set([2, ...near])].filter((port) => port >= 1 && port <= 65535);
}

const EXPRESSION = fc.oneof(
  fc.record({
    key: fc.constantFrom("app", "tier"),
    operator: fc.constantFrom("In", "NotIn"),
    values: fc.subarray(["a", "b", "x"], { minLength: 1 }),
  }),
  fc.record({ key: fc.constantFrom("app", "tier"), operator: fc.constantFrom("Exists", "DoesNotExist") }),
);
const SELECTOR = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ matchLabels: LABELS }) },
  {
    weight: 2,
    arbitrary: fc.record({ matchExpressions: fc.array(EXPRESSION, { minLength: 1, maxLength: 2 }) }),
  },
);
const NAMESPACE_SELECTOR = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: fc.record({ "kubernetes.io/metadata.name": NAMESPACE }) }),
  fc.record({ matchLabels: fc.record({ team: fc.constantFrom("red", "blue") }) }),
  fc.constant({ matchExpressions: [{ key: "team", operator: "DoesNotExist" }] }),
  fc.constant({
    matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: ["n2"] }],
  }),
);

const IP_BLOCK = fc
  .constantFrom(...BLOCKS)
  .chain((cidr) => fc.record({ cidr: fc.constant(cidr), except: fc.subarray(INSIDE[cidr] ?? []) }))
  .map((ipBlock) => ({ ipBlock }));
const PEER = fc.oneof(
  fc.record({ podSelector: SELECTOR }),
  fc.record({ namespaceSelector: NAMESPACE_SELECTOR }),
  fc.record({ podSelector: SELECTOR, namespaceSelector: NAMESPACE_SELECTOR }),
  IP_BLOCK,
);
const RULE_PORT = fc.oneof(
  fc.record({ protocol: PROTOCOL, port: PORT }, { requiredKeys: ["port"] }),
  fc.record({ protocol: PROTOCOL }),
  fc.record({ protocol: PROTOCOL, port: fc.constant(79), endPort: fc.constantFrom(79, 81, 443) }),
  fc.record({ protocol: PROTOCOL, port: fc.constantFrom(...NAMES) }, { requiredKeys: ["port"] }),
);

function listOf<T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(each, { maxLength: 2 });
}

/** Addresses have no named ports: such a rule is an error. */
function withoutNames(rule: Json): Json {
  if (!(rule.to ?? []).some((peer: Json) => peer.ipBlock !== undefined)) return rule;
  return { ...rule, ports: (rule.ports ?? []).filter(({ port }: Json) => typeof port !== "string") };
}

const NETWORK_POLICY = fc.record({
  apiVersion: fc.constant("networking.k8s.io/v1"),
  kind: fc.constant("NetworkPolicy"),
  metadata: fc.record({ namespace: NAMESPACE }),
  spec: fc.record(
    {
      podSelector: SELECTOR,
      policyTypes: fc.subarray(["Ingress", "Egress"]),
      ingress: listOf(fc.record({ from: listOf(PEER), ports: listOf(RULE_PORT) }, { requiredKeys: [] })),
      egress: listOf(
        fc.record({ to: listOf(PEER), ports: listOf(RULE_PORT) }, { requiredKeys: [] }).map(withoutNames),
      ),
    },
    { requiredKeys: ["podSelector"] },
  ),
});

const CLUSTER_PODS = fc.oneof(
  fc.record({ namespaces: NAMESPACE_SELECTOR }),
  fc.record({ pods: fc.record({ namespaceSelector: NAMESPACE_SELECTOR, podSelector: SELECTOR }) }),
);
const NETWORKS = fc.record({ networks: fc.subarray(BLOCKS, { minLength: 1, maxLength: 2 }) });
const FUTURE = fc.constant({ future: {} });

/** Peers, now and then one that no version of the API has. */
function peers(outside: boolean): fc.Arbitrary<Json[]> {
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: CLUSTER_PODS as fc.Arbitrary<Json> },
      { weight: outside ? 4 : 0, arbitrary: NETWORKS },
      { weight: outside ? 1 : 0, arbitrary: fc.constant({ nodes: {} }) },
      { weight: 1, arbitrary: FUTURE },
    ),
    { minLength: 1, maxLength: 2 },
  );
}

function rules(actions: string[], portsKey: string, entry: fc.Arbitrary<Json>, outside: boolean) {
  return fc.array(
    fc
      .record({
        action: fc.constantFrom(...actions),
        others: peers(outside),
        entries: fc.option(fc.array(entry, { minLength: 1, maxLength: 2 }), { nil: undefined }),
      })
      .map(({ action, others, entries }) => {
        const isOutside = others.some(({ networks, nodes }) => networks !== undefined || nodes !== undefined);
        const kept = entries?.filter(
          (each: Json) => !isOutside || !("namedPort" in each || "destinationNamedPort" in each),
        );
        return {
          action,
          [outside ? "to" : "from"]: others,
          ...(kept === undefined || kept.length === 0 ? {} : { [portsKey]: kept }),
        };
      }),
    { maxLength: 3 },
  );
}

const DESTINATION = fc.oneof(
  fc.record({ number: PORT }),
  fc.record({ range: fc.constantFrom({ start: 53, end: 80 }, { start: 81, end: 65535 }) }),
);
const CNP_ENTRY = fc.oneof(
  ...["tcp", "udp", "sctp"].map((key) =>
    DESTINATION.map((destinationPort) => ({ [key]: { destinationPort } })),
  ),
  fc.constantFrom(...NAMES).map((destinationNamedPort) => ({ destinationNamedPort })),
) as fc.Arbitrary<Json>;
const ANP_ENTRY = fc.oneof(
  fc.record({ protocol: PROTOCOL, port: PORT }).map((portNumber) => ({ portNumber })),
  PROTOCOL.map((protocol) => ({ portRange: { protocol, start: 53, end: 80 } })),
  fc.constantFrom(...NAMES).map((namedPort) => ({ namedPort })),
) as fc.Arbitrary<Json>;

function clusterPolicy(
  kind: string,
  version: string,
  accept: string,
  portsKey: string,
  entry: fc.Arbitrary<Json>,
) {
  const actions = [accept, "Deny", "Pass"];
  return fc.record({
    apiVersion: fc.constant(`policy.networking.k8s.io/${version}`),
    kind: fc.constant(kind),
    metadata: fc.constant({}),
    spec: fc.record(
      {
        subject: CLUSTER_PODS,
        ingress: rules(actions, portsKey, entry, false),
        egress: rules(actions, portsKey, entry, true),
        ...(kind === "ClusterNetworkPolicy" ? { tier: fc.constantFrom("Admin", "Baseline") } : {}),
      },
      { requiredKeys: ["subject", ...(kind === "ClusterNetworkPolicy" ? ["tier" as const] : [])] as never },
    ),
  });
}

const CNP = fc.oneof(
  clusterPolicy("ClusterNetworkPolicy", "v1beta1", "Accept", "protocols", CNP_ENTRY),
  clusterPolicy("ClusterNetworkPolicy", "v1alpha2", "Accept", "protocols", CNP_ENTRY),
);
const ANP = clusterPolicy("AdminNetworkPolicy", "v1alpha1", "Allow", "ports", ANP_ENTRY);
const BANP = clusterPolicy("BaselineAdminNetworkPolicy", "v1alpha1", "Allow", "ports", ANP_ENTRY).map(
  (policy) => ({
    ...policy,
    metadata: { name: "default" },
  }),
);

const POD = fc.record({
  namespace: NAMESPACE,
  labels: LABELS,
  hostNetwork: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  ports: fc.uniqueArray(
    fc.record({ name: fc.constantFrom(...NAMES), containerPort: PORT, protocol: PROTOCOL }),
    { maxLength: 2, selector: ({ name, protocol }) => `${name}/${protocol}` },
  ),
});

/** A cluster with few of everything, so that rules meet. Priorities are never equal. */
export const CLUSTERS = fc
  .record({
    namespaces: fc.record({
      n1: fc.constant({ team: "red" }),
      n2: fc.record({ team: fc.constantFrom("red", "blue") }, { requiredKeys: [] }),
    }),
    pods: fc.array(POD, { minLength: 2, maxLength: 4 }),
    policies: fc.tuple(
      fc.array(NETWORK_POLICY as fc.Arbitrary<Json>, { maxLength: 3 }),
      fc.array(fc.oneof(CNP as fc.Arbitrary<Json>, ANP), { maxLength: 3 }),
      fc.array(BANP as fc.Arbitrary<Json>, { maxLength: 1 }),
    ),
  })
  .map(({ namespaces, pods, policies }) => ({
    namespaces,
    pods,
    // A baseline of the older kind has no priority, and is first.
    policies: policies.flat().map((policy, index) => ({
      ...policy,
      metadata: { name: `p${index}`, ...policy.metadata },
      spec: /^(?:Cluster|Admin)/.test(policy.kind) ? { ...policy.spec, priority: 1000 - index } : policy.spec,
    })),
  }));
