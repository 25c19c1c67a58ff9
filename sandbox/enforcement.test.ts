import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { allowed, fromKubernetes } from "../network";
import { tryFindOnPath } from "./cache";
import { type ClusterPolicy, type NetworkPolicy, nftables, type PlacedPod } from "./enforcement/rules";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

/** Addresses of both families: the kernel has other code for each. */
const FAMILIES = {
  4: { pod: "10.99.0.", outside: "10.98.0.1", range: "10.98.0.0/16", narrow: "10.98.0.0/24" },
  6: { pod: "fd99::", outside: "fd98::1", range: "fd98::/16", narrow: "fd98::/64" },
} as const;
type Family = keyof typeof FAMILIES;
const PORTS = [8080, 8081, 9090];
const NAMESPACES = { one: { team: "a" }, two: { team: "b" } };
const PROTOCOLS = ["TCP", "UDP"] as const;

const labels = fc.record({ app: fc.constantFrom("web", "db"), tier: fc.constantFrom("x", "y") });
const selector = fc.oneof(
  fc.constant({}),
  fc.constantFrom("web", "db").map((app) => ({ matchLabels: { app } })),
  fc.constantFrom("x", "y").map((tier) => ({ matchLabels: { tier } })),
);
const ports = fc.constantFrom(
  { port: 8080, protocol: "TCP" },
  { port: 8080, endPort: 8081, protocol: "TCP" },
  { port: 9090, protocol: "UDP" },
  { protocol: "UDP" },
  { port: "main", protocol: "TCP" },
);
/** Addresses outside of the pods: a range that pods are in is not said to match them. */
const block = (family: Family) => {
  const { range: cidr, narrow } = FAMILIES[family];
  return fc.constantFrom({ ipBlock: { cidr } }, { ipBlock: { cidr, except: [narrow] } });
};
const peer = fc.oneof(
  selector.map((podSelector) => ({ podSelector })),
  fc.record({
    podSelector: selector,
    namespaceSelector: fc.constantFrom({}, { matchLabels: { team: "b" } }),
  }),
);
const rules = (key: "from" | "to", family: Family) =>
  fc.array(
    fc
      .record({
        peers: fc.array(fc.oneof(peer, block(family)), { maxLength: 2 }),
        ports: fc.array(ports, { maxLength: 2 }),
      })
      .map(({ peers, ports: listed }) => {
        // A named port to a range is refused by the API.
        const isNamed = key === "to" && peers.some((each) => "ipBlock" in each);
        return { [key]: peers, ports: listed.filter(({ port }) => !isNamed || typeof port !== "string") };
      }),
    { maxLength: 2 },
  );
const clusterPods = fc.oneof(
  fc.record({ namespaces: fc.constantFrom({}, { matchLabels: { team: "b" } }) }),
  fc.record({
    pods: fc.record({
      namespaceSelector: fc.constantFrom({}, { matchLabels: { team: "a" } }),
      podSelector: selector,
    }),
  }),
);
const clusterPorts = fc.constantFrom<object[]>(
  { tcp: { destinationPort: { number: 8080 } } },
  { tcp: { destinationPort: { range: { start: 8080, end: 8081 } } } },
  { udp: { destinationPort: { number: 9090 } } },
  { tcp: {} },
  { destinationNamedPort: "main" },
);
const clusterRules = (key: "from" | "to", family: Family) =>
  fc.array(
    fc
      .record({
        action: fc.constantFrom("Accept", "Deny", "Pass"),
        peers: fc.array(
          key === "from"
            ? clusterPods
            : fc.oneof(clusterPods, fc.constant({ networks: [FAMILIES[family].range] })),
          { minLength: 1, maxLength: 2 },
        ),
        protocols: fc.array(clusterPorts, { maxLength: 2 }),
      })
      .map(({ action, peers, protocols }) => {
        // A named port to a range is refused by the API, and so is an empty list.
        const isNamed = peers.some((each) => "networks" in each);
        const listed = protocols.filter((each) => !isNamed || !("destinationNamedPort" in each));
        return { action, [key]: peers, ...(listed.length === 0 ? {} : { protocols: listed }) };
      }),
    { maxLength: 3 },
  );
const clusterOf = (family: Family) =>
  fc.record({
    family: fc.constant(family),
    pods: fc.array(
      fc.record({ namespace: fc.constantFrom("one", "two"), labels, main: fc.constantFrom(8080, 8081) }),
      { minLength: 3, maxLength: 4 },
    ),
    policies: fc.array(
      fc.record({
        namespace: fc.constantFrom("one", "two"),
        podSelector: selector,
        policyTypes: fc.constantFrom(["Ingress"], ["Egress"], ["Ingress", "Egress"]),
        ingress: rules("from", family),
        egress: rules("to", family),
      }),
      { maxLength: 3 },
    ),
    clusterPolicies: fc.uniqueArray(
      fc.record({
        tier: fc.constantFrom("Admin", "Baseline"),
        priority: fc.integer({ min: 0, max: 1000 }),
        subject: clusterPods,
        ingress: clusterRules("from", family),
        egress: clusterRules("to", family),
      }),
      { maxLength: 3, selector: ({ priority }) => priority },
    ),
  });

const generated = ([4, 6] as const).flatMap((family) =>
  fc.sample(clusterOf(family), { numRuns: 25, seed: 20261201 }),
);
const clusters = generated.map(({ family, pods, policies, clusterPolicies }) => {
  const placed: PlacedPod[] = pods.map(({ namespace, labels: own, main }, index) => ({
    namespace,
    labels: own,
    ports: [{ name: "main", containerPort: main, protocol: "TCP" }],
    address: `${FAMILIES[family].pod}${index + 1}`,
  }));
  const objects = policies.map(({ namespace, ...spec }, index) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: `p${index}`, namespace },
    spec,
  })) as unknown as NetworkPolicy[];
  const tiers = clusterPolicies.map((spec, index) => ({
    apiVersion: "policy.networking.k8s.io/v1beta1",
    kind: "ClusterNetworkPolicy",
    metadata: { name: `c${index}` },
    spec,
  })) as unknown as ClusterPolicy[];
  return { pods: placed, policies: objects, clusterPolicies: tiers, outside: FAMILIES[family].outside };
});

/** Every connection between two pods, and between a pod and an address outside. */
function triesOf({ pods, outside }: { readonly pods: readonly PlacedPod[]; readonly outside: string }) {
  const ends = [
    ...pods.map(({ address }, index) => ({ name: `w${index}`, address })),
    { name: outside, address: outside },
  ];
  return ends.flatMap((from) =>
    ends
      .filter((to) => to !== from)
      .flatMap((to) => PORTS.flatMap((port) => PROTOCOLS.map((protocol) => ({ from, to, port, protocol })))),
  );
}

const hasNamespaces = spawnSync("unshare", ["-Urn", "true"]).status === 0;

describeWhen(
  [
    required("nft", tryFindOnPath("nft")),
    required("ip", tryFindOnPath("ip")),
    { name: "network namespaces", missing: hasNamespaces ? undefined : "not permitted here" },
  ],
  "network policies, enforced by nftables",
  () => {
    const folder = temporaryFolder("enforcement");
    afterAll(() => removeFolder(folder));

    test("the kernel lets through what the evaluator allows", () => {
      const file = join(folder, "clusters.json");
      const asked = clusters.map(({ pods, policies, clusterPolicies, outside }) => ({
        addresses: [...pods.map(({ address }) => address), outside],
        ports: PORTS,
        rules: nftables(pods, NAMESPACES, policies, clusterPolicies),
        tries: triesOf({ pods, outside }).map(({ from, to, ...rest }) => ({
          ...rest,
          from: from.address,
          to: to.address,
        })),
      }));
      writeFileSync(file, JSON.stringify(asked));
      const script = join(__dirname, "enforcement", "try.mjs");
      const output = execFileSync("unshare", ["-Urn", process.execPath, script, file], { encoding: "utf8" });
      const results = JSON.parse(output) as boolean[][];
      let open = 0;
      const wrong = clusters.flatMap(({ pods, policies, clusterPolicies, outside }, index) => {
        const model = fromKubernetes(
          [
            ...Object.entries(NAMESPACES).map(([name, own]) => ({
              apiVersion: "v1",
              kind: "Namespace",
              metadata: { name, labels: own },
            })),
            ...pods.map(({ namespace, labels: own, ports: listed }, each) => ({
              apiVersion: "v1",
              kind: "Pod",
              metadata: { name: `w${each}`, namespace, labels: own },
              spec: { containers: [{ ports: listed }] },
            })),
            ...policies,
            ...clusterPolicies,
          ].map((value) => ({ value })),
        );
        return triesOf({ pods, outside }).flatMap(({ from, to, port, protocol }, each) => {
          const expected = allowed(model, from.name, to.name, port, protocol);
          if (expected === true) open += 1;
          return expected === results[index]?.[each]
            ? []
            : [
                `cluster ${index}: ${from.name} => ${to.name} ${protocol} ${port}: evaluator ${expected}, kernel ${results[index]?.[each]}`,
              ];
        });
      });
      expect(wrong).toEqual([]);
      // Neither everything nor nothing is open.
      const all = results.flat().length;
      expect(open).toBeGreaterThan(all / 10);
      expect(open).toBeLessThan((all * 9) / 10);
      for (const family of [results.slice(0, 25), results.slice(25)])
        expect(new Set(family.flat())).toEqual(new Set([true, false]));
    });
  },
);
