import { type Compute, compute } from "../../../footprint/figures/compute";
import type { Footprint, Workload } from "../../../footprint/model";
import fc from "../../helpers/fast-check";
import { container, footprint, partnerA, partnerB, partnerC, workload } from "../../helpers/footprints";

const exact = (min: number, steady: number, max: number) => ({ min, steady, max, atLeast: false });

describe("compute of the options of review 001", () => {
  test.each([
    [
      "partner-a",
      partnerA(),
      exact(4, 5, 19),
      { request: exact(0.9, 1.2, 5.1), limit: exact(3.8, 5, 20.8) },
      { request: exact(1, 1.3125, 5.4375), limit: exact(2, 2.625, 10.875) },
    ],
    [
      "partner-b",
      partnerB(),
      exact(4, 4, 12),
      { request: exact(0.6, 0.6, 2), limit: exact(2.6, 2.6, 8.4) },
      { request: exact(0.75, 0.75, 2.5), limit: exact(1.5, 1.5, 5) },
    ],
    [
      "partner-c",
      partnerC(),
      exact(4, 5, 14),
      { request: exact(0.8, 1.05, 3.1), limit: exact(3.4, 4.4, 12.8) },
      { request: exact(0.875, 1.125, 3.25), limit: exact(1.75, 2.25, 6.5) },
    ],
  ])("%s", (_, option, pods, cpuCores, memoryGiB) => {
    expect(compute(option)).toEqual({ pods, cpuCores, memoryGiB });
  });
});

describe("a pod's effective request", () => {
  const main = container("main", [100, 200], [128, 256]);
  const sidecar = container("sidecar", [50, 100], [64, 128]);
  const requested = (parts: Partial<Workload>, containers = [main, sidecar]) =>
    compute(footprint({ workloads: [workload("api", [1, 1, 1], containers, parts)] }));

  test("takes the largest init container where it asks for more than all containers together", () => {
    const initContainers = [
      container("migrate", [400, 500], [32, 32]),
      container("seed", [300, 300], [512, 512]),
    ];
    const { cpuCores, memoryGiB } = requested({ initContainers });
    expect(cpuCores.request.steady).toBe(0.4);
    expect(cpuCores.limit.steady).toBe(0.5);
    expect(memoryGiB.request.steady).toBe(0.5);
  });

  test("adds the overhead of the runtime class", () => {
    const { cpuCores, memoryGiB } = requested({ overhead: { cpuMillicores: 250, memoryMi: 64 } });
    expect(cpuCores.request.steady).toBe(0.4);
    expect(cpuCores.limit.steady).toBe(0.55);
    expect(memoryGiB.request.steady).toBe(0.25);
  });

  test("is the limit where Kubernetes finds only a limit", () => {
    const onlyLimit = { ...main, requests: {} };
    expect(requested({}, [onlyLimit]).cpuCores.request).toEqual(exact(0.2, 0.2, 0.2));
  });

  test("is unknown where Docker finds only a limit", () => {
    const onlyLimit = { ...main, requests: {} };
    expect(requested({ kind: "SwarmService" }, [onlyLimit]).cpuCores.request).toEqual({
      ...exact(0, 0, 0),
      atLeast: true,
    });
  });
});

describe("an undetermined value makes the sum a lower bound", () => {
  const known = workload("api", [2, 2, 2], [container("api", [100, 200], [128, 256])]);

  test("replicas: every sum", () => {
    const unknown = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
    const { pods, cpuCores, memoryGiB } = compute(footprint({ workloads: [known, unknown] }));
    expect(pods).toEqual({ ...exact(2, 2, 2), atLeast: true });
    expect(cpuCores.request).toEqual({ ...exact(0.2, 0.2, 0.2), atLeast: true });
    expect(memoryGiB.limit.atLeast).toBe(true);
  });

  test("one figure of one container: that sum alone", () => {
    const sidecar = { ...container("sidecar", [50, 50], [64, 64]), limits: { cpuMillicores: 50 } };
    const { pods, cpuCores, memoryGiB } = compute(
      footprint({ workloads: [known, workload("web", [1, 1, 1], [sidecar])] }),
    );
    expect(memoryGiB.limit).toEqual({ ...exact(0.5, 0.5, 0.5), atLeast: true });
    expect([pods, cpuCores.request, cpuCores.limit, memoryGiB.request].map((sum) => sum.atLeast)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("a workload with unresolved containers", () => {
    const { pods, cpuCores } = compute(footprint({ workloads: [workload("vm", [1, 1, 1], [])] }));
    expect(pods.atLeast).toBe(false);
    expect(cpuCores.request.atLeast).toBe(true);
  });
});

describe("laws", () => {
  const resource = fc.integer({ min: 0, max: 64_000 });
  const pair = fc.tuple(resource, resource);
  const replicas = fc
    .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 }))
    .map(([a, b, c]) => [a, a + b, a + b + c] as const);
  const anyWorkload = fc
    .record({
      replicas: fc.option(replicas, { nil: undefined }),
      containers: fc.array(fc.tuple(pair, pair), { maxLength: 3 }),
      init: fc.array(fc.tuple(pair, pair), { maxLength: 2 }),
    })
    .map(({ replicas: count, containers, init }) => {
      const build = (all: typeof containers) => all.map(([cpu, memory]) => container("c", cpu, memory));
      return workload("w", count, build(containers), { initContainers: build(init) });
    });
  const workloads = fc.array(anyWorkload, { maxLength: 8 });
  const sums = ({ pods, cpuCores, memoryGiB }: Compute) => [
    pods,
    cpuCores.request,
    cpuCores.limit,
    memoryGiB.request,
    memoryGiB.limit,
  ];
  const of = (all: readonly Workload[]) => sums(compute(footprint({ workloads: all })));

  test("sums add up over workloads", () => {
    fc.assert(
      fc.property(workloads, workloads, (left, right) => {
        const [apart, other, together] = [of(left), of(right), of([...left, ...right])];
        together.forEach((sum, index) => {
          for (const point of ["min", "steady", "max"] as const) {
            expect(sum[point]).toBeCloseTo((apart[index]?.[point] ?? 0) + (other[index]?.[point] ?? 0), 6);
          }
          expect(sum.atLeast).toBe(apart[index]?.atLeast === true || other[index]?.atLeast === true);
        });
      }),
    );
  });

  test("more replicas never make a sum smaller", () => {
    fc.assert(
      fc.property(workloads, fc.integer({ min: 1, max: 9 }), (all, more) => {
        const grown = all.map((each) => ({
          ...each,
          replicas: each.replicas && {
            min: each.replicas.min + more,
            steady: each.replicas.steady + more,
            max: each.replicas.max + more,
          },
        }));
        const before = of(all);
        of(grown).forEach((sum, index) => {
          for (const point of ["min", "steady", "max"] as const) {
            expect(sum[point]).toBeGreaterThanOrEqual(before[index]?.[point] ?? 0);
          }
        });
      }),
    );
  });

  test("the order of workloads changes nothing", () => {
    fc.assert(
      fc.property(workloads, (all) => {
        expect(of([...all].reverse())).toEqual(of(all));
      }),
    );
  });
});

describe("what the document does not hold", () => {
  const api = workload("api", [1, 1, 1], [container("api", [100, 100], [64, 64])]);
  const unknown = (what: string) => [{ id: "x", what, why: "not declared" }];

  test.each<[string, Partial<Footprint>]>([
    ["a chart", { unknowns: unknown("workloads") }],
    ["a chart's manifests", { unknowns: unknown("manifests") }],
    ["a module", { unknowns: unknown("resources") }],
    ["a machine", { unknowns: unknown("what runs on it") }],
    ["a resource that nobody reads", { unread: { aws_ecs_service: 1 } }],
  ])("may run more: %s makes the sums lower bounds", (_, hidden) => {
    const { pods, cpuCores, memoryGiB } = compute(footprint({ workloads: [api], ...hidden }));
    const sums = [pods, cpuCores.request, cpuCores.limit, memoryGiB.request, memoryGiB.limit];
    expect(sums.map(({ atLeast }) => atLeast)).toEqual([true, true, true, true, true]);
  });

  test("another unknown changes nothing", () => {
    const option = footprint({ workloads: [api], unknowns: unknown("PHP version of php") });
    expect(compute(option).pods.atLeast).toBe(false);
  });
});
