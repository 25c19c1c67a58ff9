import { Lazy } from "cdktf";
import type { NetworkRule } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, refusal, synth, tryAt } from "../../helpers/synth";

const DNS = {
  to: [
    {
      namespace_selector: { match_labels: { "kubernetes.io/metadata.name": "kube-system" } },
      pod_selector: { match_labels: { "k8s-app": "kube-dns" } },
    },
  ],
  ports: [
    { port: "53", protocol: "UDP" },
    { port: "53", protocol: "TCP" },
  ],
};

function policy(rules: { ingress?: NetworkRule[]; egress?: NetworkRule[] } = {}): unknown {
  return synth(podGroup(rules)).only("kubernetes_network_policy_v1");
}

function tcp(port: number) {
  return [{ port: `${port}`, protocol: "TCP" }];
}

test("without rules all ingress is denied, and only DNS is allowed as egress", () => {
  expect(policy()).toEqual({
    metadata: expect.objectContaining({ name: "api", namespace: "shop" }),
    spec: {
      pod_selector: { match_labels: { app: "api" } },
      policy_types: ["Ingress", "Egress"],
      ingress: [],
      egress: [DNS],
    },
  });
});

test.each<[string, NetworkRule["peer"], unknown]>([
  ["pods of this namespace", { labels: { app: "b" } }, { pod_selector: { match_labels: { app: "b" } } }],
  [
    "every pod of another namespace",
    { namespace: "other" },
    { namespace_selector: { match_labels: { "kubernetes.io/metadata.name": "other" } } },
  ],
  [
    "some pods of another namespace",
    { namespace: "other", labels: { app: "b" } },
    {
      namespace_selector: { match_labels: { "kubernetes.io/metadata.name": "other" } },
      pod_selector: { match_labels: { app: "b" } },
    },
  ],
  ["addresses", { cidr: "10.0.0.0/24" }, { ip_block: { cidr: "10.0.0.0/24" } }],
])("a rule for %s names one peer, in and out", (_, peer, written) => {
  const both = policy({ ingress: [{ peer, port: 1 }], egress: [{ peer, port: 2 }] });
  expect(at(both, "spec.ingress")).toEqual([{ from: [written], ports: tcp(1) }]);
  expect(at(both, "spec.egress")).toEqual([DNS, { to: [written], ports: tcp(2) }]);
});

test("ports of one peer share a rule, and ports of two peers do not", () => {
  const one = { cidr: "10.0.0.1/32" };
  const egress: NetworkRule[] = [
    { peer: one, port: 80 },
    { peer: { cidr: "10.0.0.2/32" }, port: 81 },
    { peer: { ...one }, port: 82, protocol: "SCTP" },
  ];
  expect(at(policy({ egress }), "spec.egress")).toEqual([
    DNS,
    { to: [{ ip_block: one }], ports: [...tcp(80), { port: "82", protocol: "SCTP" }] },
    { to: [{ ip_block: { cidr: "10.0.0.2/32" } }], ports: tcp(81) },
  ]);
});

test("addresses that have a name are named in an annotation, in and out, each range once", () => {
  const named = policy({
    ingress: [{ peer: { cidr: "10.0.0.1/32", name: "probe" }, port: 80 }],
    egress: [
      { peer: { cidr: "10.0.0.0/24", name: "mysql" }, port: 3306 },
      { peer: { cidr: "10.0.1.0/24" }, port: 80 },
    ],
  });
  expect(at(named, "metadata.annotations")).toEqual({
    "peer.weighbridge.dev/10.0.0.1_32": "probe",
    "peer.weighbridge.dev/10.0.0.0_24": "mysql",
  });
  expect(tryAt(policy(), "metadata.annotations")).toBeUndefined();
});

test.each([
  ["2001:db8::/32", "2001-db8--_32"],
  ["::/0", "0--_0"],
  ["::1/128", "0--1_128"],
])("the name of %s has a valid annotation key", (cidr, key) => {
  const named = policy({ egress: [{ peer: { cidr, name: "v6" }, port: 80 }] });
  expect(at(named, "metadata.annotations")).toEqual({ [`peer.weighbridge.dev/${key}`]: "v6" });
  expect(key).toMatch(/^[a-z0-9]([-a-z0-9_.]{0,61}[a-z0-9])?$/);
});

test.each(["10.0.0.0", "10.0.0.0/33", "10.0.0/24", "::/129", "10.0.0.0/24/1", "10.0.0.0/", "mysql/24"])(
  "fails when %s is no address range",
  (cidr) => {
    expect(refusal(() => podGroup({ egress: [{ peer: { cidr }, port: 80 }] }))).toEqual({
      code: "BadName",
      message:
        `Stack/Pods: 'egress[0].peer.cidr' must be an address range in CIDR notation, got "${cidr}"; ` +
        "write it as 10.40.0.0/24 or 2001:db8::/32",
    });
  },
);

test("an address range may be a token, and is then not named", () => {
  const cidr = Lazy.stringValue({ produce: () => "10.0.0.0/24" });
  const late = policy({ egress: [{ peer: { cidr, name: "late" }, port: 80 }] });
  expect(at(late, "spec.egress.1.to.0.ip_block.cidr")).toBe("10.0.0.0/24");
  expect(tryAt(late, "metadata.annotations")).toBeUndefined();
});

test.each(["ingress", "egress"] as const)("fails when a port of %s cannot be one", (prop) => {
  const peer = { labels: { app: "b" } };
  const rules = (port: number) => ({
    [prop]: [
      { peer, port: 80 },
      { peer, port },
    ],
  });
  expect(refusal(() => podGroup(rules(0)))).toEqual({
    code: "OutOfRange",
    message:
      `Stack/Pods: '${prop}[1].port' must be from 1 to 65535, got 0; ` +
      `set '${prop}[1].port' within the bounds`,
  });
  expect(refusal(() => podGroup(rules(65536))).code).toBe("OutOfRange");
});
