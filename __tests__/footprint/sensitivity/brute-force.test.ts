import type { Prices } from "../../../config/prices";
import { pricesOf, withBook } from "../../../config/prices";
import { compare } from "../../../footprint/compare";
import type { Footprint } from "../../../footprint/model";
import { type Flip, type PairOrder, sensitivity } from "../../../footprint/sensitivity";
import fc, { MORE, runs } from "../../helpers/fast-check";
import { container, footprint, span, workload } from "../../helpers/footprints";

/**
 * Moves an input by hand, in the footprint or with a price book of the user's, and compares again with the public
 * `compare`: nothing here is shared with what moves inputs in `footprint/sensitivity`.
 */
const pod = fc.record({
  cpu: fc.integer({ min: 1, max: 30 }),
  memory: fc.integer({ min: 1, max: 40 }),
  replicas: fc.integer({ min: 1, max: 12 }),
});
const option = (id: string) =>
  fc
    .record({
      pods: fc.array(pod, { minLength: 1, maxLength: 3 }),
      nodes: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    })
    .map(
      ({ pods, nodes }): Footprint =>
        footprint({
          id,
          workloads: pods.map(({ cpu, memory, replicas }, index) =>
            workload(
              `w${index}`,
              [1, replicas, Math.max(replicas, 8)],
              [container("c", [cpu * 50, cpu * 100], [memory * 64, memory * 128])],
            ),
          ),
          nodes:
            nodes === undefined
              ? []
              : [
                  {
                    id: "pool",
                    name: "pool",
                    instanceType: id === "a" ? "m6i.large" : "m6i.xlarge",
                    provider: "aws",
                    region: "us-east-1",
                    runsPods: true,
                    hasDisk: true,
                    count: span(1, nodes, 20),
                  },
                ],
        }),
    );

const FIGURES = ["listCostUsdPerMonth", "cpuCores.request", "memoryGiB.request"];
const STEPS: Readonly<Record<string, number>> = {
  listCostUsdPerMonth: 100,
  "cpuCores.request": 1_000_000,
  "memoryGiB.request": 2 ** 30,
};

/** Above 0 where the leader is ahead. */
function lead(pair: PairOrder, footprints: readonly Footprint[], prices: Prices): number {
  const { options } = compare(footprints, { prices });
  const value = (id: string) => {
    const measures = options.find((each) => each.id === id)?.measures;
    if (pair.figure === "listCostUsdPerMonth") return measures?.listCost.steady ?? 0;
    return (
      (pair.figure === "cpuCores.request"
        ? measures?.compute.cpuCores.request
        : measures?.compute.memoryGiB.request
      )?.steady ?? 0
    );
  };
  const steps = STEPS[pair.figure] ?? 1;
  return Math.round(value(pair.other) * steps) - Math.round(value(pair.leader) * steps);
}

/** The two options with one number changed. */
function changed(
  footprints: readonly Footprint[],
  id: string | undefined,
  input: string,
  to: number,
): readonly Footprint[] {
  const [kind, name] = input.split(":");
  return footprints.map((each) => {
    if (each.id !== id) return each;
    if (kind === "nodes")
      return {
        ...each,
        nodes: each.nodes.map((pool) => ({ ...pool, count: span(Math.min(1, to), to, Math.max(20, to)) })),
      };
    return {
      ...each,
      workloads: each.workloads.map((one) =>
        one.name === name
          ? { ...one, replicas: span(Math.min(1, to), to, Math.max(one.replicas?.max ?? 0, to)) }
          : one,
      ),
    };
  });
}

const PRICES = pricesOf([]);

function repriced(comparison: ReturnType<typeof compare>, input: string, usd: number): Prices {
  const id = input.slice("price:".length);
  const price = comparison.options
    .flatMap(({ measures }) => measures.listCost.lines)
    .find((line) => line.price.id === id)?.price;
  if (price === undefined) throw new Error(`no price ${id}`);
  return withBook(PRICES, { id: "mine", kind: "list", currency: "USD", entries: [{ ...price, usd }] });
}

test("the order flips where it says, and at no step before", () => {
  fc.assert(
    fc.property(option("a"), option("b"), (a, b) => {
      const footprints = [a, b];
      const comparison = compare(footprints, { prices: PRICES });
      const [decision] = sensitivity(comparison, { prices: PRICES, figures: FIGURES }).decisions;
      for (const pair of decision?.orders ?? []) {
        expect(lead(pair, footprints, PRICES)).toBeGreaterThanOrEqual(0);
        for (const flip of pair.flips) {
          const at = (to: number) =>
            flip.kind === "price"
              ? lead(pair, footprints, repriced(comparison, flip.input, to))
              : lead(pair, changed(footprints, flip.option, flip.input, to), PRICES);
          expect(at(flip.to)).toBeLessThan(0);
          for (const before of stepsBefore(flip)) expect(at(before)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    runs(2),
  );
});

/** Every count up to it; of what has decimals the step before, and some on the way. */
function stepsBefore({ from, to, step, change }: Flip): number[] {
  const sign = Math.sign(change);
  if (step === 1)
    return Array.from(
      { length: Math.min(MORE > 1 ? 40 : 3, Math.abs(change)) },
      (_, index) => to - sign * (index + 1),
    );
  const perUnit = Math.round(1 / step);
  return [(Math.round(to * perUnit) - sign) / perUnit, from + change * 0.9, from + change * 0.5];
}

test("where no number of pods is named, none up to 60 flips the order", () => {
  fc.assert(
    fc.property(option("a"), option("b"), (a, b) => {
      const footprints = [a, b];
      const [decision] = sensitivity(compare(footprints, { prices: PRICES }), {
        prices: PRICES,
        figures: FIGURES.slice(1),
      }).decisions;
      for (const pair of decision?.orders ?? []) {
        if (pair.values.leader.value === pair.values.other.value) continue;
        for (const { id, workloads } of footprints)
          for (const { name, replicas } of workloads)
            for (const to of [1, 2, 30, 60]) {
              const isUp = to > (replicas?.steady ?? 0);
              const named = pair.flips.some(
                (flip) =>
                  flip.option === id &&
                  flip.input === `replicas:${name}` &&
                  flip.change > 0 === isUp &&
                  (isUp ? flip.to <= to : flip.to >= to),
              );
              expect({
                id,
                name,
                to,
                isFlipped: lead(pair, changed(footprints, id, `replicas:${name}`, to), PRICES) < 0,
              }).toEqual({ id, name, to, isFlipped: named });
            }
      }
    }),
    runs(1),
  );
});
