import { connections, NetworkInputError } from "../../network";
import { clusterOf, clusterPolicy, deployment, networkPolicy } from "./cluster";

/** Every fault of documents, one line each. */
function faultsOf(...documents: readonly string[]): string[] {
  try {
    [...connections(clusterOf(...documents))];
  } catch (error) {
    if (error instanceof NetworkInputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const RULE = (rule: string) => networkPolicy("p", `{ podSelector: {}, egress: [${rule}] }`);
const CLUSTER = (spec: string) =>
  clusterPolicy("p", `{ tier: Admin, priority: 1, subject: { namespaces: {} }, ${spec} }`);

test.each([
  [
    "ipBlock: { cidr: 10.0.0.0/33 }",
    'ipBlock.cidr: is no CIDR, got "10.0.0.0/33"; write a range such as 10.0.0.0/8 or fd00::/8',
  ],
  ["ipBlock: { cidr: 10.0.0.1 }", "ipBlock.cidr: is no CIDR"],
  ["ipBlock: { cidr: 010.0.0.0/8 }", "ipBlock.cidr: is no CIDR"],
  ["ipBlock: { cidr: '::ffff:10.0.0.0/104' }", "ipBlock.cidr: is no CIDR"],
  [
    "ipBlock: { cidr: 10.0.0.0/8, except: [11.0.0.0/16] }",
    'except[0]: must be a part of "10.0.0.0/8", got "11.0.0.0/16"',
  ],
  ["ipBlock: { cidr: 10.0.0.0/8, except: [10.0.0.0/8] }", "except[0]: must be a part of"],
  ["ipBlock: { cidr: 10.0.0.0/8 }, podSelector: {}", "ipBlock: must not be there with a selector"],
  ["future: {}", "to[0]: selects nothing"],
  [
    "podSelector: { matchExpressions: [{ key: a, operator: Is }] }",
    "operator: must be In, NotIn, Exists or DoesNotExist",
  ],
  ["podSelector: { matchExpressions: [{ key: a, operator: In }] }", "values: must not be empty"],
  ["podSelector: { matchExpressions: [{ key: a, operator: Exists, values: [b] }] }", "values: must be empty"],
  ["podSelector: { matchLabels: { a: y } }", "matchLabels.a: must be text, got true; put it in quotes"],
])("peer { %s }", (peer, message) => {
  expect(faultsOf(RULE(`{ to: [{ ${peer} }] }`))).toEqual([expect.stringContaining(message)]);
});

test.each([
  ["port: 65536", "port: must be a whole number from 1 to 65535, got 65536"],
  ["port: 0", "port: must be a whole number"],
  ["port: '80'", 'port: is no port name, got "80"; write a number without quotes'],
  ["port: 443, endPort: 80", "endPort: must not be less than port 443, got 80"],
  ["endPort: 80", "endPort: must not be there without a port"],
  ["port: http, endPort: 80", "endPort: must not be there with a named port"],
  ["protocol: ICMP", 'protocol: must be TCP, UDP or SCTP, got "ICMP"'],
])("port { %s }", (port, message) => {
  expect(faultsOf(RULE(`{ ports: [{ ${port} }] }`))).toEqual([expect.stringContaining(message)]);
});

test("a named port to an address range", () => {
  const rule = "{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: http }] }";
  expect(faultsOf(RULE(rule))).toEqual([
    expect.stringContaining("ports[0].port: is a named port to an address range"),
  ]);
  const networks =
    "egress: [{ action: Accept, to: [{ networks: [10.0.0.0/8] }], protocols: [{ destinationNamedPort: http }] }]";
  expect(faultsOf(CLUSTER(networks))).toEqual([
    expect.stringContaining("protocols: has a named port to an address range"),
  ]);
});

const MANY = (text: string, count: number) => Array.from({ length: count }, () => text).join(", ");

test.each([
  [
    "ingress: [{ action: Allow, from: [{ namespaces: {} }] }]",
    'action: must be Accept, Deny or Pass, got "Allow"',
  ],
  ["ingress: [{ action: Deny }]", "from: must have at least one peer"],
  ["ingress: [{ action: Deny, from: [{ namespaces: {}, pods: {} }] }]", "from[0]: must have one field"],
  [
    "egress: [{ action: Deny, to: [{ networks: [10.0.0.1/8] }] }]",
    "networks[0]: has address bits after its prefix",
  ],
  [
    `ingress: [${MANY("{ action: Deny, from: [{ namespaces: {} }] }", 26)}]`,
    "spec.ingress: has 26 rules; write at most 25",
  ],
  [
    `ingress: [{ action: Deny, from: [${MANY("{ namespaces: {} }", 26)}] }]`,
    "from: has 26 peers; write at most 25",
  ],
  [
    `ingress: [{ action: Deny, from: [{ namespaces: {} }], protocols: [${MANY("{ tcp: { destinationPort: { number: 1 } } }", 26)}] }]`,
    "protocols: has 26 protocols; write at most 25",
  ],
  [
    "ingress: [{ action: Deny, from: [{ namespaces: {} }], protocols: [{ tcp: { destinationPort: { range: { start: 9, end: 9 } } } }] }]",
    "end: must be greater than start 9, got 9",
  ],
  [
    "ingress: [{ action: Deny, from: [{ namespaces: {} }], protocols: [{ icmp: {} }] }]",
    "icmp: is no protocol",
  ],
])("cluster policy with %s", (spec, message) => {
  expect(faultsOf(CLUSTER(spec))).toContainEqual(expect.stringContaining(message));
});

test("priorities: out of range, and equal on the same pods", () => {
  const at = (name: string, priority: number, app: string) =>
    clusterPolicy(
      name,
      `{ tier: Admin, priority: ${priority}, subject: { pods: { podSelector: { matchLabels: { app: ${app} } } } } }`,
    );
  expect(faultsOf(at("a", 1001, "x"))).toEqual([
    expect.stringContaining("spec.priority: must be a whole number from 0 to 1000, got 1001"),
  ]);
  const pods = [deployment("shop", "x"), deployment("shop", "z")];
  expect(faultsOf(...pods, at("a", 1, "x"), at("b", 1, "z"))).toEqual([]);
  expect(faultsOf(...pods, at("a", 1, "x"), at("b", 1, "x"))).toEqual([
    "cluster.yaml: line 26: ClusterNetworkPolicy b: spec.priority: is 1 and selects pods that a with the same priority selects; write another priority for one of them",
  ]);
});

test("two policies of one name, and two workloads", () => {
  const policy = networkPolicy("p", "{ podSelector: {} }");
  expect(faultsOf(policy, policy)).toEqual([
    "cluster.yaml: line 11: NetworkPolicy shop/p: metadata.name: has the name of another policy (cluster.yaml, line 4); rename or remove one of them",
  ]);
  expect(faultsOf(deployment("a", "x"), deployment("a", "x"))).toEqual([
    expect.stringContaining("has the name of another Deployment"),
  ]);
});

test("pods of one controller with different labels, where a selector reads one", () => {
  const pod = (name: string, tier: string) => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { tier: ${tier} }, ownerReferences: [{ kind: ReplicaSet, name: web, controller: true }] }
`;
  const select = (key: string) => networkPolicy("p", `{ podSelector: { matchLabels: { ${key}: x } } }`);
  expect(faultsOf(pod("a", "x"), pod("b", "z"), select("app"))).toEqual([]);
  expect(faultsOf(pod("a", "x"), pod("b", "z"), select("tier"))).toEqual([
    expect.stringContaining(
      "shop/web[ReplicaSet]: metadata.labels.tier: differs between pods of one controller, and NetworkPolicy shop/p selects by it",
    ),
  ]);
});

test("all faults of all documents are reported in one run, each with its line", () => {
  const faults = faultsOf(
    RULE("{ ports: [{ port: 70000 }] }"),
    CLUSTER("egress: [{ action: Deny, to: [{ networks: [x] }] }]"),
  );
  expect(faults).toEqual([
    "cluster.yaml: line 5: NetworkPolicy shop/p: spec.egress[0].ports[0].port: must be a whole number from 1 to 65535, got 70000; write a number in that range",
    'cluster.yaml: line 12: ClusterNetworkPolicy p: spec.egress[0].to[0].networks[0]: is no CIDR, got "x"; write a range such as 10.0.0.0/8 or fd00::/8',
  ]);
});

test("a document that is no object of Kubernetes", () => {
  expect(faultsOf("a: 1")).toEqual([
    "cluster.yaml: line 1: is no Kubernetes object; write apiVersion and kind, or give another file",
  ]);
});

test("a kustomization is not what it makes", () => {
  expect(
    faultsOf("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]"),
  ).toEqual([
    expect.stringContaining(
      "is a kustomization, which changes what it refers to; give the output of 'kubectl kustomize'",
    ),
  ]);
});
