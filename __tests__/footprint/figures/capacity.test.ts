import { factsOf } from "../../../config/model";
import { capacity } from "../../../footprint/figures/capacity";
import fc from "../../helpers/fast-check";
import { footprint, image, partnerA, partnerB, partnerC, ROLLING, workload } from "../../helpers/footprints";
import { REVIEWS } from "../../helpers/reviews";

const PHP = { name: "PHP", version: "8.4" };
const pool = (phpWorkers: number | undefined, replicas?: readonly [number, number, number]) =>
  footprint({
    workloads: [workload("web", replicas, [], phpWorkers === undefined ? {} : { phpWorkers })],
    images: [image("shop:1", ["web"], PHP)],
  });

test("PHP workers are those of a pod, times the pods", () => {
  expect(capacity(partnerB()).phpWorkers).toEqual({ min: 16, steady: 16, max: 64, atLeast: false });
  expect(capacity(partnerA())).not.toHaveProperty("phpWorkers");
});

test("a pool that cannot be read is not zero", () => {
  expect(capacity(pool(undefined, [2, 2, 2])).phpWorkers).toEqual({
    min: 0,
    steady: 0,
    max: 0,
    atLeast: true,
  });
  expect(capacity(pool(8)).phpWorkers).toMatchObject({ atLeast: true });
});

test("a worker of a queue has no pool, and is no gap in the sum", () => {
  const { workloads, images, ...rest } = pool(8, [2, 2, 2]);
  const indexer = workload("indexer", [1, 1, 1], [], { phpWorkers: 0 });
  const both = {
    ...rest,
    workloads: [...workloads, indexer],
    images: [image("shop:1", ["web", "indexer"], PHP)],
  };
  expect(capacity(both).phpWorkers).toEqual({ min: 16, steady: 16, max: 16, atLeast: false });
});

test("connections include the surge pods of a rollout, and are compared with the budget", () => {
  const { connections } = capacity(partnerA(), factsOf(REVIEWS).get("partner-a"));
  // 50 per pod: (2 + 1), (3 + 1), (15 + 1) pods.
  expect(connections?.open).toEqual({ min: 150, steady: 200, max: 800, atLeast: false });
  expect(connections).toMatchObject({
    caps: [{ workload: "travel-api", perPod: 50 }],
    budget: { backend: "12go/frontend3", connections: 1000, source: expect.stringContaining("assumed") },
  });
  expect(capacity(partnerC()).connections?.open.max).toBe(50 * 11);
  expect(capacity(partnerB())).not.toHaveProperty("connections");
});

test("an unresolved surge leaves a lower bound, and a foreign input has no budget", () => {
  const { maxSurge: _, ...unclear } = ROLLING;
  const api = workload("api", [2, 2, 4], [], {
    connectionCap: { setting: "A", perPod: 10 },
    replacement: unclear,
  });
  const { connections } = capacity(footprint({ id: "theirs", workloads: [api] }));
  expect(connections?.open.atLeast).toBe(true);
  expect(connections).not.toHaveProperty("budget");
});

test("what the review claims of a pod is its claim, times the pods", () => {
  expect(capacity(partnerA(), factsOf(REVIEWS).get("partner-a")).claimedRates).toMatchObject([
    {
      workload: "travel-api",
      low: 200,
      high: 400,
      lowAt: { min: 400, steady: 600, max: 3000 },
      highAt: { min: 800, steady: 1200, max: 6000 },
      source: { words: "~200-400 RPS for search" },
    },
  ]);
  expect(capacity(partnerC()).claimedRates).toEqual([]);
  expect(capacity({ ...partnerA(), workloads: [] }).claimedRates).toEqual([]);
});

test("more pods are never fewer workers or connections", () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(
      fc.nat(60),
      count,
      count,
      fc.constantFrom("1", "25%", "100%"),
      (each, few, more, maxSurge) => {
        const of = (pods: number) =>
          capacity(
            footprint({
              workloads: [
                workload("web", [pods, pods, pods], [], {
                  phpWorkers: each + 1,
                  connectionCap: { setting: "A", perPod: each },
                  replacement: { ...ROLLING, maxSurge },
                }),
              ],
            }),
          );
        const [less, greater] = [of(few), of(few + more)];
        expect(greater.phpWorkers?.max).toBeGreaterThanOrEqual(less.phpWorkers?.max ?? 0);
        expect(greater.connections?.open.max).toBeGreaterThanOrEqual(less.connections?.open.max ?? 0);
      },
    ),
  );
});
