import { allowed, EndpointError, explain, explanationText } from "../../network";
import { clusterOf, clusterPolicy, deployment, networkPolicy } from "./cluster";

const PODS = [
  deployment("shop", "web"),
  deployment("shop", "db", { ports: "{ name: sql, containerPort: 5432 }" }),
];
const DB = networkPolicy(
  "db",
  "{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: sql }] }] }",
);

test("the policy and the rule that decide on each side", () => {
  expect(explanationText(explain(clusterOf(...PODS, DB), "shop/web", "shop/db", "sql"))).toBe(
    `shop/web[Deployment] => shop/db[Deployment] TCP 5432: allowed
  egress of shop/web[Deployment]: allowed by default: no policy selects it
  ingress of shop/db[Deployment]: allowed by NetworkPolicy shop/db, ingress rule 1: from pods app=web in namespace shop, TCP port "sql"
`,
  );
});

test("the policies that lack a rule", () => {
  const other = networkPolicy("all", "{ podSelector: {} }");
  expect(explain(clusterOf(...PODS, DB, other), "web", "db", 80)).toMatchObject({
    verdict: "denied",
    decisions: [
      { side: "egress", verdict: "allowed", missingIn: [] },
      {
        side: "ingress",
        verdict: "denied",
        tier: "NetworkPolicy",
        missingIn: ["NetworkPolicy shop/all", "NetworkPolicy shop/db"],
        text: "denied: NetworkPolicy shop/all, NetworkPolicy shop/db select it and have no ingress rule that matches (of 1)",
      },
    ],
  });
});

test("a cluster policy decides by the name and number of its rule", () => {
  const deny = clusterPolicy(
    "guard",
    "{ tier: Admin, priority: 1, subject: { namespaces: {} }, egress: [{ action: Pass, to: [{ networks: [10.0.0.0/8] }] }, { name: no-pods, action: Deny, to: [{ namespaces: {} }] }] }",
  );
  expect(explain(clusterOf(...PODS, deny), "web", "db", 80).decisions[0]).toMatchObject({
    tier: "Admin",
    policy: "ClusterNetworkPolicy guard",
    rule: { number: 2, name: "no-pods", text: "to all pods in all namespaces, all ports" },
    text: 'denied by ClusterNetworkPolicy guard, egress rule 2 "no-pods": to all pods in all namespaces, all ports',
  });
});

test("addresses have no side, and a range is denied where a part of it is", () => {
  const policy = networkPolicy(
    "out",
    "{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: 10.1.0.0/16 } }] }] }",
  );
  const model = clusterOf(...PODS, policy);
  expect(explain(model, "web", "10.1.2.3", 80)).toMatchObject({
    verdict: "allowed",
    decisions: [{ side: "egress" }],
  });
  expect(allowed(model, "web", "10.1.0.0/16", 80)).toBe(true);
  expect(allowed(model, "web", "10.0.0.0/8", 80)).toBe(false);
  expect(explain(model, "10.1.2.3", "web", 80)).toMatchObject({
    verdict: "allowed",
    decisions: [{ side: "ingress" }],
  });
});

test.each([
  ["shop/webb", "shop/db", 1, "'shop/webb' is neither a workload nor an address; did you mean 'shop/web'?"],
  [
    "shop/web",
    "10.0.0.0/40",
    1,
    "'10.0.0.0/40' is neither a workload nor an address; write namespace/name, an address, a CIDR or internet",
  ],
  [
    "10.0.0.1",
    "10.0.0.2",
    1,
    "'10.0.0.1' and '10.0.0.2' are both addresses; write a workload for one of them",
  ],
  ["web", "web", 1, "'web' and 'web' are the same workload; write two"],
  ["web", "db", 70000, "port 70000 is not from 1 to 65535; write a port in that range"],
  ["web", "db", "http", "shop/db[Deployment] has no TCP port named 'http'; write its number"],
])("%s to %s:%s", (from, to, port, message) => {
  expect(() => explain(clusterOf(...PODS), from, to, port)).toThrow(new EndpointError(message));
});

test("a name that two workloads have", () => {
  expect(() => explain(clusterOf(...PODS, deployment("other", "web")), "web", "db", 1)).toThrow(
    "'web' names other/web[Deployment] and shop/web[Deployment]; write one of them in full",
  );
});

describe("internet is every address of both families", () => {
  const from = (cidr: string) =>
    networkPolicy(
      "in",
      `{ podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [{ ipBlock: { cidr: "${cidr}" } }] }] }`,
    );

  test("allowed where no policy selects the destination", () => {
    expect(explain(clusterOf(...PODS), "internet", "db", 5432)).toMatchObject({
      src: "internet",
      verdict: "allowed",
    });
  });

  test.each([
    ["0.0.0.0/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["::/0", "0.0.0.0-255.255.255.255"],
    ["203.0.113.0/24", "0.0.0.0-203.0.112.255"],
  ])("of which %s is a part", (cidr, denied) => {
    const answer = explain(clusterOf(...PODS, from(cidr)), "internet", "db", 5432);
    expect(answer).toMatchObject({ src: denied, verdict: "denied" });
    expect(answer.allowedParts).toHaveLength(1);
    expect(explanationText(answer)).toMatch(/^ {2}but \S+ => shop\/db\[Deployment\]: allowed$/m);
  });

  test("a workload of that name comes first", () => {
    const model = clusterOf(...PODS, deployment("shop", "internet"));
    expect(explain(model, "internet", "db", 1).src).toBe("shop/internet[Deployment]");
  });
});
