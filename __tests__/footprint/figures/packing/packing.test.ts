import { shapeOf } from "../../../../config/machines";
import { packing } from "../../../../footprint/figures/packing";
import { allocatable } from "../../../../footprint/figures/packing/allocatable";
import type { NodeGroup } from "../../../../footprint/model";
import { container, footprint, span, workload } from "../../../helpers/footprints";

const group = (parts: Partial<NodeGroup> = {}): NodeGroup => ({
  id: "aws_eks_node_group.N",
  name: "general",
  instanceType: "m6i.xlarge",
  count: span(1, 2, 5),
  provider: "aws",
  runsPods: true,
  ...parts,
});
const api = (replicas: readonly [number, number, number], cpu: number, memory: number) =>
  workload("api", replicas, [container("api", [cpu, cpu], [memory, memory])]);

describe("allocatable", () => {
  const of = (provider: string, type: string) => shapeOf(provider, type) ?? { vcpu: 0, memoryGiB: 0 };

  test.each([
    // 60 + 10 + 10 millicores; 255 + 11 x 58 + 100 MiB.
    ["EKS", "m6i.xlarge", "aws", undefined, { cpuMillicores: 3920, memoryMi: 15_391, pods: 58 }],
    // A quarter of 4 GiB, a fifth of 4, a tenth of 8, and 100 MiB.
    ["GKE", "n2-standard-4", "google", undefined, { cpuMillicores: 3920, memoryMi: 13_621, pods: 110 }],
    // 20 MB x 30 + 50 MB is 619.9 MiB, and 100 MiB.
    ["AKS, few pods", "Standard_D2s_v3", "azure", 30, { cpuMillicores: 1900, memoryMi: 7472, pods: 30 }],
    // Never more than a quarter.
    ["AKS, many pods", "Standard_D2s_v3", "azure", 250, { cpuMillicores: 1900, memoryMi: 6044, pods: 250 }],
  ] as const)("%s", (_, type, provider, maxPods, room) => {
    expect(allocatable(of(provider, type), provider, maxPods)).toEqual(room);
  });
});

test("grows a group to what its pods need, and never below what the document says", () => {
  // Three pods of 1200m to a node of 3920m.
  const option = footprint({ nodes: [group()], workloads: [api([2, 4, 12], 1200, 100)] });
  expect(packing(option)).toMatchObject({
    groups: [{ name: "general", nodes: { min: 1, steady: 2, max: 4 } }],
    fitsNoNode: [],
    noRoom: [],
    notPacked: [],
  });
});

test("never has fewer nodes at a later operating point than at an earlier one", () => {
  const option = footprint({
    nodes: [group({ count: span(1, 1, 9) })],
    workloads: [api([12, 6, 3], 1200, 100)],
  });
  expect(packing(option)?.groups).toMatchObject([{ nodes: { min: 4, steady: 4, max: 4 } }]);
});

test("reports how many pods find no room at each point", () => {
  const option = footprint({
    nodes: [group({ count: span(1, 1, 2) })],
    workloads: [api([1, 1, 8], 1200, 100)],
  });
  expect(packing(option)?.noRoom).toEqual([{ workload: "api", at: "max", pods: 2 }]);
});

test("reports a pod that fits no node, once", () => {
  const option = footprint({ nodes: [group()], workloads: [api([1, 2, 3], 4000, 512)] });
  expect(packing(option)?.fitsNoNode).toEqual([{ workload: "api", cpuMillicores: 4000, memoryMi: 512 }]);
});

test("takes DaemonSets off every node first", () => {
  const daemon = workload("agent", undefined, [container("agent", [500, 500], [100, 100])], {
    kind: "DaemonSet",
    replicasFrom: "nodes",
  });
  const option = footprint({ nodes: [group()], workloads: [api([1, 1, 6], 1200, 100), daemon] });
  // Two pods to a node of 3420m.
  expect(packing(option)?.groups).toMatchObject([{ nodes: { max: 3 } }]);
});

test("packs containers onto whole machines, and pods onto none of them", () => {
  const vm = group({
    id: "azurerm_linux_virtual_machine.V",
    instanceType: "Standard_D2s_v3",
    runsPods: false,
    count: span(1, 1, 1),
    provider: "azure",
  });
  const shop = { ...api([1, 1, 1], 2000, 8192), kind: "Container" as const };
  expect(packing(footprint({ nodes: [vm], workloads: [shop] }))).toMatchObject({
    fitsNoNode: [],
    noRoom: [],
  });
  expect(packing(footprint({ nodes: [vm], workloads: [api([1, 1, 1], 9999, 1)] }))).toMatchObject({
    fitsNoNode: [],
  });
});

test("says what it did not pack", () => {
  const option = footprint({
    nodes: [group(), group({ id: "aws_eks_node_group.M", name: "odd", instanceType: "x9.huge" })],
    workloads: [
      workload("loose", [1, 1, 1], [{ name: "c", requests: {}, limits: {} }]),
      workload("many", undefined, []),
    ],
    unknowns: [{ id: "helm_release.Chart", what: "workloads", why: "not declared" }],
  });
  expect(packing(option)?.notPacked).toEqual([
    { name: "helm_release.Chart", why: "its pods are not in the input" },
    { name: "loose", why: "not every container requests CPU and memory" },
    { name: "many", why: "replicas unresolved" },
    { name: "odd", why: "instance type or node count unresolved" },
  ]);
});

test("has nothing to say without nodes, and of numbers beyond all reason", () => {
  expect(packing(footprint({ workloads: [api([1, 1, 1], 1, 1)] }))).toBeUndefined();
  expect(packing(footprint({ nodes: [group({ count: span(1, 1e9, 1e9) })] }))).toBeUndefined();
  const crowd = footprint({ nodes: [group()], workloads: [api([1, 1, 1e9], 1, 1)] });
  expect(packing(crowd)).toBeUndefined();
});
