import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { allowed, fromKubernetes } from "../network";
import { tryFindOnPath } from "./cache";
import { type NetworkPolicy, nftables, type PlacedPod } from "./enforcement/rules";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const OUTSIDE = "10.98.0.1";
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
const block = fc.constantFrom(
  { ipBlock: { cidr: "10.98.0.0/16" } },
  { ipBlock: { cidr: "10.98.0.0/16", except: ["10.98.0.0/24"] } },
);
const peer = fc.oneof(
  selector.map((podSelector) => ({ podSelector })),
  fc.record({
    podSelector: selector,
    namespaceSelector: fc.constantFrom({}, { matchLabels: { team: "b" } }),
  }),
);
const rules = (key: "from" | "to") =>
  fc.array(
    fc
      .record({
        peers: fc.array(fc.oneof(peer, block), { maxLength: 2 }),
        ports: fc.array(ports, { maxLength: 2 }),
      })
      .map(({ peers, ports: listed }) => {
        // A named port to a range is refused by the API.
        const isNamed = key === "to" && peers.some((each) => "ipBlock" in each);
        return { [key]: peers, ports: listed.filter(({ port }) => !isNamed || typeof port !== "string") };
      }),
    { maxLength: 2 },
  );
const cluster = fc.record({
  pods: fc.array(
    fc.record({ namespace: fc.constantFrom("one", "two"), labels, main: fc.constantFrom(8080, 8081) }),
    {
      minLength: 3,
      maxLength: 4,
    },
  ),
  policies: fc.array(
    fc.record({
      namespace: fc.constantFrom("one", "two"),
      podSelector: selector,
      policyTypes: fc.constantFrom(["Ingress"], ["Egress"], ["Ingress", "Egress"]),
      ingress: rules("from"),
      egress: rules("to"),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const clusters = fc.sample(cluster, { numRuns: 25, seed: 20261201 }).map(({ pods, policies }) => {
  const placed: PlacedPod[] = pods.map(({ namespace, labels: own, main }, index) => ({
    namespace,
    labels: own,
    ports: [{ name: "main", containerPort: main, protocol: "TCP" }],
    address: `10.99.0.${index + 1}`,
  }));
  const objects = policies.map(({ namespace, ...spec }, index) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: `p${index}`, namespace },
    spec,
  })) as unknown as NetworkPolicy[];
  return { pods: placed, policies: objects };
});

/** Every connection between two pods, and between a pod and an address outside. */
function triesOf(pods: readonly PlacedPod[]) {
  const ends = [
    ...pods.map(({ address }, index) => ({ name: `w${index}`, address })),
    { name: OUTSIDE, address: OUTSIDE },
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
      const asked = clusters.map(({ pods, policies }) => ({
        addresses: [...pods.map(({ address }) => address), OUTSIDE],
        ports: PORTS,
        rules: nftables(pods, NAMESPACES, policies),
        tries: triesOf(pods).map(({ from, to, ...rest }) => ({
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
      const wrong = clusters.flatMap(({ pods, policies }, index) => {
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
          ].map((value) => ({ value })),
        );
        return triesOf(pods).flatMap(({ from, to, port, protocol }, each) => {
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
    });
  },
);
