import type { Edge } from "../../../../footprint/model";
import { deployment, only, read, refusal } from "../fixtures";

/** Edges of one policy in namespace `b2b`, which holds the workloads `api` and `fuji`; `12go` is a namespace too. */
function edges(spec: object, workloads: readonly string[] = ["api", "fuji"]): Edge[] {
  const footprint = read({
    kubernetes_deployment_v1: Object.fromEntries(workloads.map((name) => [name, deployment(name, [])])),
    kubernetes_namespace_v1: { Twelve: { metadata: { name: "12go", labels: { team: "f3" } } } },
    kubernetes_network_policy_v1: { P: { metadata: { name: "p", namespace: "b2b" }, spec } },
  });
  return [...footprint.edges];
}

/** An edge in short: `ingress frontend -> api 8080/TCP`. */
function short({ direction, from, to, port, endPort, protocol }: Edge): string {
  const ports = [port ?? "*", ...(endPort === undefined ? [] : [endPort])].join("-");
  return `${direction} ${from.name} -> ${to.name} ${ports}/${protocol}`;
}

const API = { match_labels: { app: "api" } };

it("reads peers times ports, with the policy that allows them", () => {
  const found = edges({
    pod_selector: API,
    policy_types: ["Ingress"],
    ingress: [
      {
        from: [{ pod_selector: { match_labels: { app: "fuji" } } }],
        ports: [{ port: 8080 }, { port: "dns", protocol: "UDP" }],
      },
    ],
  });
  expect(found).toEqual([
    {
      from: { kind: "workload", name: "fuji" },
      to: { kind: "workload", name: "api" },
      port: "8080",
      protocol: "TCP",
      policy: "kubernetes_network_policy_v1.P",
      direction: "ingress",
    },
    {
      from: { kind: "workload", name: "fuji" },
      to: { kind: "workload", name: "api" },
      port: "dns",
      protocol: "UDP",
      policy: "kubernetes_network_policy_v1.P",
      direction: "ingress",
    },
  ]);
});

const FRONTEND = { match_labels: { app: "frontend3" } };
const NAMED_12GO = { match_labels: { "kubernetes.io/metadata.name": "12go" } };

it.each([
  [{ pod_selector: FRONTEND }, "pods", "b2b/frontend3"],
  [{ namespace_selector: NAMED_12GO, pod_selector: FRONTEND }, "pods", "12go/frontend3"],
  [
    { namespace_selector: NAMED_12GO, pod_selector: { match_labels: { tier: "web" } } },
    "pods",
    "namespace 12go, tier=web",
  ],
  [{ namespace_selector: NAMED_12GO }, "namespace", "namespace 12go"],
  [{ namespace_selector: { match_labels: { team: "f3" } } }, "namespace", "namespace 12go"],
  [{ namespace_selector: { match_labels: { team: "x" } } }, "namespace", "namespaces with team=x"],
  [{ namespace_selector: {} }, "namespace", "any namespace"],
  [{ namespace_selector: [{}], pod_selector: FRONTEND }, "pods", "any namespace, app=frontend3"],
  [{ pod_selector: {} }, "namespace", "namespace b2b"],
  [{ ip_block: { cidr: "10.0.0.0/16" } }, "cidr", "10.0.0.0/16"],
  [
    { ip_block: [{ cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "192.168.0.0/16"] }] },
    "cidr",
    "0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16",
  ],
])("names the peer %j", (peer, kind, name) => {
  const found = only(edges({ pod_selector: API, policy_types: ["Egress"], egress: { to: peer } }));
  expect(found).toMatchObject({ from: { kind: "workload", name: "api" }, to: { kind, name } });
});

it("takes a rule without peers for anyone, and one without ports for every port", () => {
  expect(edges({ pod_selector: API, policy_types: ["Ingress"], ingress: {} }).map(short)).toEqual([
    "ingress anyone -> api */any",
  ]);
});

it("allows nothing if a policy type has no rule", () => {
  expect(edges({ pod_selector: {}, policy_types: ["Ingress", "Egress"] })).toEqual([]);
});

it("passes over egress rules that the types leave out, and takes them in where no type is named", () => {
  const rules = { pod_selector: API, egress: [{ ports: [{ port: 443 }] }] };
  expect(edges({ ...rules, policy_types: ["Ingress"] })).toEqual([]);
  expect(edges(rules).map(short)).toEqual(["egress api -> anyone 443/TCP"]);
});

it("names every workload that an empty selector is about", () => {
  expect(
    edges({
      pod_selector: {},
      policy_types: ["Egress"],
      egress: [{ ports: [{ port: 53, protocol: "UDP" }] }],
    }).map(short),
  ).toEqual(["egress api -> anyone 53/UDP", "egress fuji -> anyone 53/UDP"]);
});

it("evaluates expressions", () => {
  const about = (operator: string, values?: string[]) =>
    edges({
      pod_selector: { match_expressions: [{ key: "app", operator, values }] },
      policy_types: ["Ingress"],
      ingress: [{}],
    }).map(({ to }) => to.name);
  expect(about("In", ["api", "x"])).toEqual(["api"]);
  expect(about("NotIn", ["api"])).toEqual(["fuji"]);
  expect(about("Exists")).toEqual(["api", "fuji"]);
  expect(about("DoesNotExist")).toEqual(["namespace b2b, !app"]);
  expect(refusal(() => about("Like"))).toBe(
    "kubernetes_network_policy_v1.P: spec.pod_selector.match_expressions[0].operator: a text is not an operator; use In, NotIn, Exists, DoesNotExist",
  );
});

it("keeps port ranges", () => {
  const rule = { ports: [{ port: 8000, end_port: 8100 }] };
  expect(edges({ pod_selector: API, policy_types: ["Ingress"], ingress: [rule] }).map(short)).toEqual([
    "ingress anyone -> api 8000-8100/TCP",
  ]);
});

it("reports a large mesh by its selectors", () => {
  const many = Array.from({ length: 11 }, (_, n) => `w${n}`);
  const app = { match_expressions: [{ key: "app", operator: "Exists" }] };
  const spec = { pod_selector: app, policy_types: ["Ingress"], ingress: [{ from: [{ pod_selector: app }] }] };
  expect(edges(spec, many.slice(0, 10))).toHaveLength(100);
  expect(edges(spec, many).map(short)).toEqual(["ingress namespace b2b, app -> namespace b2b, app */any"]);
});

it("takes the name of an address range from the policy's annotation", () => {
  const footprint = read({
    kubernetes_deployment_v1: { A: deployment("api", []) },
    kubernetes_network_policy_v1: {
      P: {
        metadata: {
          name: "p",
          namespace: "b2b",
          annotations: { "peer.weighbridge.dev/10.1.0.0_24": "mysql" },
        },
        spec: {
          pod_selector: API,
          policy_types: ["Egress"],
          egress: { to: [{ ip_block: { cidr: "10.1.0.0/24" } }, { ip_block: { cidr: "10.2.0.0/24" } }] },
        },
      },
    },
  });
  expect(footprint.edges.map(({ to }) => to)).toEqual([
    { kind: "cidr", name: "mysql", cidr: "10.1.0.0/24" },
    { kind: "cidr", name: "10.2.0.0/24" },
  ]);
});
