import { ANYWHERE, deployment, listOf, networkPolicy } from "./cluster";

const WEB = deployment("shop", "web");
const DB = deployment("shop", "db", {
  ports: "{ name: sql, containerPort: 5432 }, { name: sql, containerPort: 5433, protocol: UDP }",
});
const OTHER = deployment("other", "web");
const [web, db, other] = ["shop/web[Deployment]", "shop/db[Deployment]", "other/web[Deployment]"];

/** What reaches the database. */
function toDb(...policies: readonly string[]): string[] {
  return listOf(WEB, DB, OTHER, ...policies).filter((line) => line.includes(`=> ${db} `));
}

/** What the web server reaches. */
function fromWeb(...policies: readonly string[]): string[] {
  return listOf(WEB, DB, OTHER, ...policies).filter((line) => line.startsWith(web));
}

test("without policies everything is allowed, and no workload is listed with itself", () => {
  expect(listOf(WEB, OTHER)).toEqual([
    `${ANYWHERE} => ${other} : All Connections`,
    `${ANYWHERE} => ${web} : All Connections`,
    `${other} => ${ANYWHERE} : All Connections`,
    `${other} => ${web} : All Connections`,
    `${web} => ${ANYWHERE} : All Connections`,
    `${web} => ${other} : All Connections`,
  ]);
});

test("a policy without types and rules denies ingress and no egress", () => {
  expect(toDb(networkPolicy("deny", "{ podSelector: {} }"))).toEqual([]);
  expect(fromWeb(networkPolicy("deny", "{ podSelector: {} }"))).toContain(
    `${web} => ${ANYWHERE} : All Connections`,
  );
});

test("a policy without types affects egress where it has egress rules, not where the list is empty", () => {
  expect(fromWeb(networkPolicy("some", "{ podSelector: {}, egress: [{ ports: [{ port: 53 }] }] }"))).toEqual([
    `${web} => ${ANYWHERE} : TCP 53`,
    `${web} => ${other} : TCP 53`,
  ]);
  expect(fromWeb(networkPolicy("none", "{ podSelector: {}, egress: [] }"))).toContain(
    `${web} => ${ANYWHERE} : All Connections`,
  );
});

test("types alone decide where they are there", () => {
  const rules = "ingress: [{}], egress: [{}]";
  expect(toDb(networkPolicy("egress", `{ podSelector: {}, policyTypes: [Egress], ${rules} }`))).toHaveLength(
    3,
  );
  expect(fromWeb(networkPolicy("none", "{ podSelector: {}, policyTypes: [Egress] }"))).toEqual([]);
});

test.each([
  ["an empty rule", "{}"],
  ["an empty list of peers", "{ from: [] }"],
  ["an empty list of ports", "{ ports: [] }"],
])("%s allows everything", (_, rule) => {
  expect(toDb(networkPolicy("open", `{ podSelector: {}, ingress: [${rule}] }`))).toHaveLength(3);
});

test("rules of several policies add up", () => {
  const one = networkPolicy(
    "one",
    "{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] }",
  );
  const two = networkPolicy(
    "two",
    "{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 81 }] }] }",
  );
  expect(toDb(one, two)).toEqual([`${web} => ${db} : TCP 80-81`]);
});

test.each([
  ["a pod selector is about the policy's namespace", "{ podSelector: {} }", [web]],
  ["a namespace selector is about all pods of the namespaces", "{ namespaceSelector: {} }", [other, web]],
  [
    "both in one peer must match",
    "{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } }, podSelector: { matchLabels: { app: db } } }",
    [],
  ],
  [
    "one of two peers must match",
    "{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } } }, { podSelector: { matchLabels: { app: db } } }",
    [other],
  ],
  ["In", "{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [web, x] }] } }", [web]],
  [
    "NotIn also matches without the label",
    "{ podSelector: { matchExpressions: [{ key: x, operator: NotIn, values: [web] }] } }",
    [web],
  ],
  ["Exists", "{ podSelector: { matchExpressions: [{ key: app, operator: Exists }] } }", [web]],
  ["DoesNotExist", "{ podSelector: { matchExpressions: [{ key: app, operator: DoesNotExist }] } }", []],
])("%s", (_, peer, sources) => {
  const lines = toDb(networkPolicy("some", `{ podSelector: {}, ingress: [{ from: [${peer}] }] }`));
  expect(lines).toEqual(sources.map((source) => `${source} => ${db} : All Connections`));
});

test("a declared namespace keeps its labels, and an undeclared one has its name", () => {
  const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: { name: other, labels: { team: red } }";
  const peer = (labels: string) =>
    networkPolicy(
      "some",
      `{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { ${labels} } } }] }] }`,
    );
  const expected = [`${other} => ${db} : All Connections`];
  expect(toDb(namespace, peer("team: red"))).toEqual(expected);
  expect(toDb(namespace, peer("kubernetes.io/metadata.name: other"))).toEqual(expected);
  expect(toDb(peer("kubernetes.io/metadata.name: other"))).toEqual(expected);
});

test.each([
  ["a port without a protocol is TCP", "{ port: 80 }", "TCP 80"],
  ["a protocol without a port is all of its ports", "{ protocol: SCTP }", "SCTP 1-65535"],
  ["endPort makes a range", "{ port: 80, endPort: 90, protocol: UDP }", "UDP 80-90"],
  [
    "neighbours are one range, protocols in the order of the alphabet",
    "{ port: 81 }, { port: 80 }, { port: 1, protocol: SCTP }, { port: 9, protocol: UDP }",
    "SCTP 1,TCP 80-81,UDP 9",
  ],
  [
    "all ports of all protocols",
    "{ protocol: SCTP }, { protocol: UDP }, { port: 1, endPort: 65535 }",
    "All Connections",
  ],
  ["a name is looked up by its protocol", "{ port: sql }", "TCP 5432"],
  ["the other protocol's port of a name", "{ port: sql, protocol: UDP }", "UDP 5433"],
])("%s", (_, ports, conn) => {
  const policy = networkPolicy(
    "some",
    `{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [${ports}] }] }`,
  );
  expect(toDb(policy)).toEqual([`${web} => ${db} : ${conn}`]);
});

test("a name in egress is looked up at the destination, and allows nothing outside", () => {
  expect(
    fromWeb(
      networkPolicy(
        "some",
        "{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: sql }] }] }",
      ),
    ),
  ).toEqual([`${web} => ${db} : TCP 5432`]);
});

test("both ends must allow a connection", () => {
  const ingress = networkPolicy(
    "in",
    "{ podSelector: { matchLabels: { app: db } }, ingress: [{ ports: [{ port: 1, endPort: 9 }] }] }",
  );
  const egress = networkPolicy(
    "out",
    "{ podSelector: { matchLabels: { app: web } }, egress: [{ ports: [{ port: 5, endPort: 20 }] }] }",
  );
  expect(fromWeb(ingress, egress)).toContain(`${web} => ${db} : TCP 5-9`);
});

test("a block and what it excepts are ranges, neighbours with equal connections one", () => {
  const policy = networkPolicy(
    "out",
    "{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }, { ipBlock: { cidr: 11.0.0.0/8 } }] }] }",
  );
  expect(fromWeb(policy)).toEqual([
    `${web} => 10.0.0.0-10.0.255.255 : All Connections`,
    `${web} => 10.2.0.0-11.255.255.255 : All Connections`,
  ]);
});

test("a block never matches a pod", () => {
  const policy = networkPolicy(
    "in",
    "{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }] }",
  );
  expect(toDb(policy)).toEqual([`${ANYWHERE} => ${db} : All Connections`]);
});

test("IPv6 is listed where a policy has an IPv6 range, and is never read as IPv4", () => {
  const policy = networkPolicy(
    "out",
    "{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 'fd00::/8' } }] }] }",
  );
  expect(fromWeb(policy)).toEqual([
    `${web} => fd00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff : All Connections`,
  ]);
  expect(listOf(OTHER, WEB, policy)).toContain(
    `${other} => ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff : All Connections`,
  );
});
