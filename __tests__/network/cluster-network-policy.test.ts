import { warningsOf } from "../../network";
import { ANYWHERE, clusterOf, clusterPolicy, deployment, linesOf, networkPolicy } from "./cluster";

const PODS = [
  deployment("shop", "web"),
  deployment("shop", "db", { ports: "{ name: sql, containerPort: 5432 }" }),
  deployment("other", "web"),
];
const [web, db, other] = ["shop/web[Deployment]", "shop/db[Deployment]", "other/web[Deployment]"];
const FROM_ALL = "from: [{ namespaces: {} }]";

function toDb(...policies: readonly string[]): string[] {
  return linesOf(clusterOf(...PODS, ...policies)).filter((line) => line.includes(`=> ${db} `));
}

function policy(name: string, rules: string, more = ""): string {
  return clusterPolicy(name, `{ tier: Admin, priority: 10, subject: { namespaces: {} }, ${rules}${more} }`);
}

test("Deny of the Admin tier is over NetworkPolicies, Accept too", () => {
  const open = networkPolicy("open", "{ podSelector: {}, ingress: [{}] }");
  const closed = networkPolicy("closed", "{ podSelector: {} }");
  expect(toDb(open, policy("p", `ingress: [{ action: Deny, ${FROM_ALL} }]`))).toEqual([
    `${ANYWHERE} => ${db} : All Connections`,
  ]);
  expect(
    toDb(
      closed,
      policy(
        "p",
        `ingress: [{ action: Accept, ${FROM_ALL}, protocols: [{ tcp: { destinationPort: { number: 80 } } }] }]`,
      ),
    ),
  ).toEqual([`${other} => ${db} : TCP 80`, `${web} => ${db} : TCP 80`]);
});

test("the first rule decides, Pass leaves the rest of the tier out", () => {
  const rules = (first: string, second: string) =>
    policy("p", `ingress: [{ action: ${first}, ${FROM_ALL} }, { action: ${second}, ${FROM_ALL} }]`);
  const closed = networkPolicy("closed", "{ podSelector: {} }");
  expect(toDb(closed, rules("Accept", "Deny"))).toHaveLength(2);
  expect(toDb(closed, rules("Deny", "Accept"))).toHaveLength(0);
  expect(toDb(closed, rules("Pass", "Accept"))).toHaveLength(0);
  expect(toDb(rules("Pass", "Deny"))).toHaveLength(3);
});

test("the lower priority decides first, whatever the names", () => {
  const deny = clusterPolicy(
    "a",
    `{ tier: Admin, priority: 2, subject: { namespaces: {} }, ingress: [{ action: Deny, ${FROM_ALL} }] }`,
  );
  const accept = clusterPolicy(
    "b",
    `{ tier: Admin, priority: 1, subject: { namespaces: {} }, ingress: [{ action: Accept, ${FROM_ALL} }] }`,
  );
  expect(toDb(deny, accept)).toHaveLength(3);
});

test("the Baseline tier is for pods that no NetworkPolicy selects", () => {
  const deny = clusterPolicy(
    "p",
    `{ tier: Baseline, priority: 0, subject: { namespaces: {} }, ingress: [{ action: Deny, ${FROM_ALL} }] }`,
  );
  expect(toDb(deny)).toEqual([`${ANYWHERE} => ${db} : All Connections`]);
  expect(toDb(deny, networkPolicy("open", "{ podSelector: {}, ingress: [{}] }"))).toHaveLength(3);
});

test("a policy without rules for a direction does not affect it", () => {
  expect(toDb(policy("p", "egress: []"))).toHaveLength(3);
});

test("ranges, named ports and networks", () => {
  const closed = networkPolicy("closed", "{ podSelector: {}, policyTypes: [Ingress, Egress] }");
  const accept = (rule: string) =>
    policy("p", `ingress: [{ action: Accept, ${FROM_ALL} }], egress: [{ action: Accept, ${rule} }]`);
  const fromWeb = (rule: string) =>
    linesOf(clusterOf(...PODS, closed, accept(rule))).filter((line) => line.startsWith(web));
  expect(
    fromWeb(
      "to: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: db } } } }], protocols: [{ destinationNamedPort: sql }]",
    ),
  ).toEqual([`${web} => ${db} : TCP 5432`]);
  expect(
    fromWeb(
      "to: [{ networks: [10.0.0.0/8] }], protocols: [{ udp: { destinationPort: { range: { start: 1, end: 9 } } } }]",
    ),
  ).toEqual([`${web} => 10.0.0.0-10.255.255.255 : UDP 1-9`]);
});

test("a peer that no version has: Accept allows nothing, Deny and Pass deny everything, with a warning", () => {
  const closed = networkPolicy("closed", "{ podSelector: {} }");
  const future = (action: string) =>
    policy("p", `ingress: [{ action: ${action}, from: [{ future: {} }, { namespaces: {} }] }]`);
  expect(toDb(closed, future("Accept"))).toEqual([]);
  expect(toDb(future("Deny"))).toEqual([]);
  expect(toDb(future("Pass"))).toEqual([]);
  expect(warningsOf(clusterOf(...PODS, future("Deny")))).toEqual([
    'ClusterNetworkPolicy p: a peer "future" is not supported: its rule allows nothing, or denies everything',
  ]);
});

test("pods on the host's network are listed, never selected by cluster policies, with a warning", () => {
  const host = deployment("shop", "agent", { spec: "hostNetwork: true," });
  const model = clusterOf(...PODS, host, policy("p", `ingress: [{ action: Deny, ${FROM_ALL} }]`));
  expect(linesOf(model)).toContain(`${web} => shop/agent[Deployment] : All Connections`);
  expect(linesOf(model)).toContain(`shop/agent[Deployment] => ${db} : All Connections`);
  expect(warningsOf(model)).toEqual([
    expect.stringContaining("shop/agent[Deployment] uses the host's network"),
  ]);
});

test("the v1alpha1 kinds: Allow, ports, and one baseline", () => {
  const anp = `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: p }
spec: { priority: 0, subject: { namespaces: {} }, ingress: [{ action: Allow, ${FROM_ALL}, ports: [{ portNumber: { port: 80 } }, { portRange: { protocol: UDP, start: 1, end: 1 } }, { namedPort: sql }] }] }`;
  const banp = `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: { name: default }
spec: { subject: { namespaces: {} }, ingress: [{ action: Deny, ${FROM_ALL} }] }`;
  expect(toDb(anp, banp)).toEqual([
    `${ANYWHERE} => ${db} : All Connections`,
    `${other} => ${db} : TCP 80,5432,UDP 1`,
    `${web} => ${db} : TCP 80,5432,UDP 1`,
  ]);
});

test("nodes are ignored with a warning", () => {
  const model = clusterOf(...PODS, policy("p", "egress: [{ action: Deny, to: [{ nodes: {} }] }]"));
  expect(linesOf(model)).toContain(`${web} => ${ANYWHERE} : All Connections`);
  expect(warningsOf(model)).toEqual([
    "ClusterNetworkPolicy p: a peer 'nodes' is ignored: manifests have no addresses of nodes",
  ]);
});
