import { type Compute, compute, mergeFootprints, type Sum, type Workload } from "../../../footprint";
import fc from "../../helpers/fast-check";
import { footprint, workload } from "../../helpers/footprints";

const resources = fc.record({ cpuMillicores: fc.nat(8_000), memoryMi: fc.nat(65_536) }, { requiredKeys: [] });
const containers = fc.array(fc.record({ name: fc.constant("app"), requests: resources, limits: resources }), {
  maxLength: 3,
});
const replicas = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
  .map(([min, more, most]) => ({ min, steady: min + more, max: min + more + most }));
const workloads: fc.Arbitrary<Workload[]> = fc.array(
  fc
    .record({ containers, initContainers: containers, replicas })
    .map(({ containers: running, ...parts }) => workload("app", undefined, running, parts)),
  { maxLength: 4 },
);

/** Every figure, by name; microcores and bytes are whole, so that no order of adding changes them. */
function figures({ pods, cpuCores, memoryGiB }: Compute): [string, Sum, number][] {
  return [
    ["pods", pods, 1],
    ["cpu request", cpuCores.request, 1e6],
    ["cpu limit", cpuCores.limit, 1e6],
    ["memory request", memoryGiB.request, 2 ** 30],
    ["memory limit", memoryGiB.limit, 2 ** 30],
  ];
}

const of = (all: readonly Workload[]) => figures(compute(footprint({ workloads: all })));

test("what two options take together is the sum of what each takes", () => {
  fc.assert(
    fc.property(workloads, workloads, (one, other) => {
      const both = mergeFootprints(
        "both",
        [one, other].map((all) => footprint({ workloads: all })),
      );
      for (const [index, [name, sum, steps]] of figures(compute(both)).entries()) {
        const parts = [of(one)[index]?.[1], of(other)[index]?.[1]];
        for (const point of ["min", "steady", "max"] as const) {
          const added = parts.reduce((total, part) => total + Math.round((part?.[point] ?? 0) * steps), 0);
          expect([name, Math.round(sum[point] * steps)]).toEqual([name, added]);
        }
        expect(sum.atLeast).toBe(parts.some((part) => part?.atLeast));
      }
    }),
  );
});

test("one pod more never takes less, and the points stand in their order", () => {
  const grown = (all: readonly Workload[]) =>
    all.map((each) => {
      const { min, steady, max } = each.replicas ?? { min: 0, steady: 0, max: 0 };
      return { ...each, replicas: { min: min + 1, steady: steady + 1, max: max + 1 } };
    });
  fc.assert(
    fc.property(workloads, (all) => {
      for (const [index, [, { min, steady, max }]] of of(all).entries()) {
        expect(min).toBeLessThanOrEqual(steady);
        expect(steady).toBeLessThanOrEqual(max);
        const more = of(grown(all))[index]?.[1];
        expect(more?.min).toBeGreaterThanOrEqual(min);
        expect(more?.max).toBeGreaterThanOrEqual(max);
      }
    }),
  );
});
