import { selectedBy } from "../../../../footprint/figures/selected";
import { objectsToFootprint } from "../../../../footprint/read/to-footprint";

/** Objects of one document, of which some are rendered without a namespace, as `helm template` prints them. */
function read(of: {
  readonly workloads: readonly (string | undefined)[];
  readonly others: string | undefined;
}) {
  const labels = { app: "web" };
  const object = (kind: string, apiVersion: string, namespace: string | undefined, spec: object) => ({
    file: "a.yaml",
    value: { apiVersion, kind, metadata: { name: "web", namespace }, spec },
    lineOf: () => undefined,
    repeated: [],
  });
  const pod = {
    metadata: { labels },
    spec: {
      containers: [{ name: "main", image: "redis:7", env: [{ name: "PEER_HOST", value: "web" }] }],
      volumes: [{ name: "data", persistentVolumeClaim: { claimName: "web" } }],
    },
  };
  return objectsToFootprint([
    ...of.workloads.map((namespace) =>
      object("Deployment", "apps/v1", namespace, { selector: { matchLabels: labels }, template: pod }),
    ),
    object("PodDisruptionBudget", "policy/v1", of.others, {
      minAvailable: 1,
      selector: { matchLabels: labels },
    }),
    object("Service", "v1", of.others, { selector: labels, ports: [{ port: 80 }] }),
    object("PersistentVolumeClaim", "v1", of.others, { resources: { requests: { storage: "1Gi" } } }),
    object("NetworkPolicy", "networking.k8s.io/v1", of.others, {
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ podSelector: { matchLabels: labels } }] }],
    }),
  ]);
}

it.each([
  { workloads: ["shop"], others: "shop", joined: true },
  { workloads: ["shop"], others: undefined, joined: true },
  { workloads: [undefined], others: "shop", joined: true },
  { workloads: ["default"], others: undefined, joined: true },
  { workloads: [undefined], others: "default", joined: true },
  { workloads: ["shop"], others: "tools", joined: false },
  { workloads: ["default"], others: "tools", joined: false },
])("joins pods of $workloads with what selects them in $others: $joined", ({ joined, ...of }) => {
  const footprint = read(of);
  const [workload] = footprint.workloads;
  expect({
    budget: workload?.disruptionBudget !== undefined,
    service: selectedBy("web", footprint).length > 0,
    volume: footprint.stores[0]?.usedBy !== undefined,
    policy: footprint.edges.every(({ from, to }) => from.kind === "workload" && to.kind === "workload"),
  }).toEqual({ budget: joined, service: joined, volume: joined, policy: joined });
});

it("takes what is in the same namespace before what fits", () => {
  const { workloads, edges } = read({ workloads: [undefined, "shop"], others: "shop" });
  expect(workloads.map(({ disruptionBudget }) => disruptionBudget !== undefined)).toEqual([false, true]);
  expect(edges).toHaveLength(1);
});

it("joins nothing where pods of several namespaces fit, and reports each", () => {
  const footprint = read({ workloads: ["shop", "tools"], others: undefined });
  expect(footprint.workloads.map(({ disruptionBudget }) => disruptionBudget)).toEqual([undefined, undefined]);
  expect(selectedBy("web", footprint)).toEqual([]);
  expect(footprint.unknowns).toEqual(
    expect.arrayContaining(
      ["disruption budget", "pods of the policy"].map((what) =>
        expect.objectContaining({ what, why: expect.stringContaining("fits shop/web, tools/web") }),
      ),
    ),
  );
});

it("finds the service of an entry point's own namespace", () => {
  const { services, workloads, ...rest } = read({ workloads: ["shop"], others: "shop" });
  const [service] = services;
  if (service === undefined) throw new Error("no service");
  const other = { ...service, id: "other", namespace: "tools" };
  const footprint = { ...rest, workloads, services: [other, service] };
  expect(selectedBy("web", footprint, "shop")).toEqual(workloads);
  expect(selectedBy("web", footprint, "tools")).toEqual([]);
});
