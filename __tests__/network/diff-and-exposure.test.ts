import { diff, exposure } from "../../network";
import { ANYWHERE, clusterOf, deployment, networkPolicy } from "./cluster";

const PODS = [deployment("shop", "web"), deployment("shop", "db")];
const [web, db] = ["shop/web[Deployment]", "shop/db[Deployment]"];

test("what a policy adds and removes, ranges cut where either side cuts them", () => {
  const out = (cidr: string) =>
    networkPolicy(
      "out",
      `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }], ports: [{ port: 443 }] }] }`,
    );
  expect(diff(clusterOf(...PODS, out("10.0.0.0/9")), clusterOf(...PODS, out("10.0.0.0/8")))).toEqual([
    { src: web, dst: "10.128.0.0-10.255.255.255", before: "No Connections", after: "TCP 443", kind: "added" },
  ]);
  expect(diff(clusterOf(...PODS), clusterOf(...PODS, out("10.0.0.0/8")))).toEqual([
    {
      src: web,
      dst: "0.0.0.0-9.255.255.255",
      before: "All Connections",
      after: "No Connections",
      kind: "removed",
    },
    {
      src: web,
      dst: "10.0.0.0-10.255.255.255",
      before: "All Connections",
      after: "TCP 443",
      kind: "changed",
    },
    {
      src: web,
      dst: "11.0.0.0-255.255.255.255",
      before: "All Connections",
      after: "No Connections",
      kind: "removed",
    },
    { src: web, dst: db, before: "All Connections", after: "No Connections", kind: "removed" },
  ]);
});

test("equal models have no difference", () => {
  expect(diff(clusterOf(...PODS), clusterOf(...PODS))).toEqual([]);
});

test("a workload that only one model has", () => {
  const changes = diff(clusterOf(PODS[0] as string), clusterOf(...PODS));
  expect(changes.map(({ src, dst, kind }) => [src, dst, kind])).toEqual([
    [ANYWHERE, db, "added"],
    [db, ANYWHERE, "added"],
    [db, web, "added"],
    [web, db, "added"],
  ]);
});

test("what a workload admits from pods that are not there yet", () => {
  const policy = networkPolicy(
    "db",
    "{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: red } }, podSelector: { matchExpressions: [{ key: role, operator: Exists }] } }], ports: [{ port: 5432 }] }] }",
  );
  expect(exposure(clusterOf(...PODS, policy)).filter(({ workload }) => workload === db)).toEqual([
    { workload: db, direction: "ingress", peer: "pods role in namespaces team=red", conn: "TCP 5432" },
    { workload: db, direction: "egress", peer: "any pod", conn: "All Connections" },
  ]);
});

test("any pod is one without labels in a new namespace: a selector of what is absent picks it", () => {
  const policy = networkPolicy(
    "db",
    "{ podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [{ namespaceSelector: { matchExpressions: [{ key: team, operator: NotIn, values: [red] }] } }], ports: [{ port: 1 }] }] }",
  );
  expect(exposure(clusterOf(PODS[0] as string, policy))[0]).toEqual({
    workload: web,
    direction: "ingress",
    peer: "any pod",
    conn: "TCP 1",
  });
});
