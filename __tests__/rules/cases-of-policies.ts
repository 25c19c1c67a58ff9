import type { RuleCase } from "./cases-of-pods";
import { container, find, type Objects, policy } from "./clean";

const spec = (kind: string, name: string, more: object) => (objects: Objects) =>
  Object.assign(find(objects, kind, name).spec, more);
const added = (object: object) => (objects: Objects) => objects.push(object as Objects[number]);
const cluster = (name: string, priority: number, more: object) =>
  added({
    apiVersion: "policy.networking.k8s.io/v1beta1",
    kind: "ClusterNetworkPolicy",
    metadata: { name },
    spec: { tier: "Admin", priority, subject: { namespaces: {} }, ...more },
  });
const egress = (rule: object) => (objects: Objects) =>
  find(objects, "NetworkPolicy", "web").spec.egress.push(rule);

/** Rules about policies of networks. */
export const POLICY_CASES: readonly RuleCase[] = [
  {
    rule: "WB054",
    found: (objects) => objects.splice(objects.indexOf(find(objects, "NetworkPolicy", "db")), 1),
    accepted: [
      (objects) => {
        objects.splice(objects.indexOf(find(objects, "NetworkPolicy", "db")), 1);
        cluster("all", 1, { ingress: [{ action: "Accept", from: [{ namespaces: {} }] }] })(objects);
      },
    ],
  },
  { rule: "WB055", found: spec("NetworkPolicy", "db", { podSelector: { matchLabels: { app: "bd" } } }) },
  {
    rule: "WB055",
    found: (objects) => {
      find(objects, "NetworkPolicy", "db").spec.ingress[0].from.push({
        podSelector: { matchLabels: { app: "wbe" } },
      });
    },
    accepted: [
      // Pods of a namespace that is not in the input.
      (objects) => {
        const namespaceSelector = { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } };
        find(objects, "NetworkPolicy", "db").spec.ingress[0].from.push({
          namespaceSelector,
          podSelector: { matchLabels: { app: "prometheus" } },
        });
      },
    ],
  },
  {
    rule: "WB056",
    found: egress({ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }),
    accepted: [
      egress({ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ port: 443 }] }),
      egress({ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }),
    ],
  },
  { rule: "WB056", found: egress({}) },
  {
    rule: "WB057",
    found: egress({ to: [{ podSelector: { matchLabels: { app: "db" } } }], ports: [{ port: "postgres" }] }),
    accepted: [egress({ to: [{ podSelector: { matchLabels: { app: "db" } } }], ports: [{ port: "main" }] })],
  },
  {
    rule: "WB057",
    found: (objects) => {
      find(objects, "NetworkPolicy", "db").spec.ingress[0].ports[0].port = 5433;
    },
  },
  {
    rule: "WB058",
    found: (objects) => find(objects, "NetworkPolicy", "web").spec.egress.shift(),
    accepted: [
      (objects) => {
        find(objects, "NetworkPolicy", "web").spec.egress.shift();
        container(objects).env = [];
      },
    ],
  },
  { rule: "WB058", found: (objects) => find(objects, "NetworkPolicy", "web").spec.egress.pop() },
  { rule: "WB058", found: spec("NetworkPolicy", "db", { ingress: [] }) },
  {
    rule: "WB059",
    found: egress({ to: [{ podSelector: { matchLabels: { app: "db" } } }], ports: [{ port: 5432 }] }),
    accepted: [
      egress({
        to: [{ podSelector: { matchLabels: { app: "db" } } }],
        ports: [{ port: 5432, protocol: "UDP" }],
      }),
    ],
  },
  {
    rule: "WB059",
    found: added({
      ...policy("all", {}),
      spec: {
        podSelector: { matchLabels: { app: "db" } },
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { app: "web", tier: "front" } } }],
            ports: [{ port: 5432 }],
          },
        ],
      },
    }),
  },
  {
    rule: "WB059",
    found: cluster("deny", 1, {
      ingress: [
        { action: "Deny", from: [{ namespaces: {} }] },
        {
          action: "Accept",
          from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: "web" } } } }],
        },
      ],
    }),
    accepted: [
      cluster("deny", 1, {
        ingress: [
          {
            action: "Accept",
            from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: "web" } } } }],
          },
          {
            action: "Pass",
            from: [{ namespaces: {} }],
            protocols: [{ udp: { destinationPort: { number: 1 } } }],
          },
        ],
      }),
    ],
  },
  {
    rule: "WB060",
    found: (objects) => {
      cluster("one", 5, {})(objects);
      cluster("two", 5, {})(objects);
    },
    accepted: [
      (objects) => {
        cluster("one", 5, {})(objects);
        cluster("two", 6, {})(objects);
      },
    ],
  },
  {
    rule: "WB060",
    found: cluster("one", 5, { egress: [{ action: "Accept", to: [{ networks: ["10.0.0.1/8"] }] }] }),
  },
  {
    rule: "WB060",
    found: cluster("one", 5, {
      ingress: Array.from({ length: 26 }, () => ({ action: "Deny", from: [{ namespaces: {} }] })),
    }),
  },
  { rule: "WB065", found: (objects) => Object.assign(container(objects), { env: [] }) },
  {
    rule: "WB059",
    found: (objects) => {
      cluster("first", 1, { ingress: [{ action: "Deny", from: [{ namespaces: {} }] }] })(objects);
      cluster("last", 1, { tier: "Baseline", ingress: [{ action: "Deny", from: [{ namespaces: {} }] }] })(
        objects,
      );
    },
    // What is passed on is decided by the next tier.
    accepted: [
      (objects) => {
        const subject = { namespaces: { matchLabels: { team: "data" } } };
        cluster("first", 1, { subject, ingress: [{ action: "Pass", from: [{ namespaces: {} }] }] })(objects);
        const last = { tier: "Baseline", subject, ingress: [{ action: "Deny", from: [{ namespaces: {} }] }] };
        cluster("last", 1, last)(objects);
      },
    ],
  },
];
