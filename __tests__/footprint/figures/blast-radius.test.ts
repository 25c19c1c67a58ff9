import {
  blastRadius,
  stoppedBySinglePoint,
  widestSinglePoint,
} from "../../../footprint/figures/blast-radius";
import { forEachReach } from "../../../footprint/figures/closure";
import { singlePointsOfFailure } from "../../../footprint/figures/single-points-of-failure";
import type { Footprint } from "../../../footprint/model";
import fc from "../../helpers/fast-check";
import { edge, footprint, partnerA, partnerB, redis, workload } from "../../helpers/footprints";

const losses = (of: Footprint) =>
  blastRadius(of).losses.map(
    ({ kind, name, stops, entryPoints }) => `${kind} ${name}: ${stops.join(", ")} | ${entryPoints.length}`,
  );

test("partner-a: Redis takes travel-api along, Fuji everything, and each the one way in", () => {
  expect(losses(partnerA())).toEqual([
    "workload fuji: fuji, travel-api | 1",
    "store partner-cache: travel-api | 1",
    "workload travel-api: travel-api | 1",
  ]);
  expect(widestSinglePoint(blastRadius(partnerA()))).toMatchObject({
    name: "partner-cache",
    stops: ["travel-api"],
  });
});

test("partner-b: a bad version of the bundle stops its own entry point, and there is no single point of failure", () => {
  expect(losses(partnerB())).toContain("workload frontend3-partner: frontend3-partner | 1");
  expect(widestSinglePoint(blastRadius(partnerB()))).toBeUndefined();
  expect(stoppedBySinglePoint(blastRadius(partnerB()), singlePointsOfFailure(partnerB()))).toEqual({
    value: 0,
    atLeast: false,
  });
});

/** c needs b, b needs a. */
const chain = (parts: Partial<Footprint> = {}) =>
  footprint({
    workloads: [
      workload("a", [1, 1, 1], []),
      workload("b", [2, 2, 2], [], { needs: ["kubernetes_deployment_v1.a"] }),
      workload("c", [2, 2, 2], []),
    ],
    edges: [edge("c", "b", "80"), edge("a", "kube-dns", "53")],
    ...parts,
  });

test("who needs it through another stops as well, in a circle too", () => {
  expect(losses(chain())[0]).toBe("workload a: a, b, c | 0");
  const circle = chain({ edges: [edge("c", "b", "80"), edge("a", "c", "80")] });
  expect(losses(circle).map((line) => line.split(": ")[1])).toEqual([
    "a, b, c | 0",
    "b, a, c | 0",
    "c, a, b | 0",
  ]);
});

test("a store is recognized by its engine's port, by its name, or by its workload", () => {
  const store = redis({ name: "cache" });
  const uses = (to: string, port: string, parts: Partial<Footprint> = {}) =>
    losses(chain({ stores: [store], edges: [edge("c", to, port)], ...parts })).find((line) =>
      line.startsWith("store"),
    );
  expect(uses("10.0.0.0/24", "6379")).toBe("store cache: c | 0");
  expect(uses("10.0.0.0/24", "5432")).toBe("store cache:  | 0");
  const kept = redis({ name: "cache", usedBy: ["kubernetes_deployment_v1.b"] });
  expect(uses("10.0.0.0/24", "5432", { stores: [kept] })).toBe("store cache: b | 0");
});

test("data stops with the program that keeps it, and who reads it with both", () => {
  const kept = redis({ name: "cache", usedBy: ["kubernetes_deployment_v1.b"] });
  const both = chain({
    stores: [kept],
    edges: [edge("c", "10.0.0.0/24", "6379"), edge("b", "kube-dns", "53")],
  });
  expect(losses(both)).toContain("workload b: b, c | 0");
});

test("a telemetry collector stops no sender, and senders declare their dependencies", () => {
  const sending = chain({ edges: [edge("c", "a", "4317"), edge("a", "kube-dns", "53")] });
  expect(losses(sending)).toContain("workload a: a, b | 0");
  expect(blastRadius(sending).undetermined).toEqual([]);
});

test("a machine takes along what the document says it runs", () => {
  const machine = { id: "vm.M", name: "machine", count: { min: 1, steady: 1, max: 1 } };
  const on = workload("app", [1, 1, 1], [], { id: "vm.M: container app" });
  const of = footprint({
    nodes: [machine],
    workloads: [on, workload("db", [1, 1, 1], [], { id: "vm.M: container db" })],
  });
  expect(losses(of)[0]).toBe("machine machine: app, db | 0");
  expect(blastRadius(of).losses[0]?.isSinglePoint).toBe(true);
});

test("pods of other documents are no store of this one, whatever their port", () => {
  const elsewhere = edge("c", "10.0.0.1", "6379", { to: { kind: "pods", name: "other/redis" } });
  expect(losses(chain({ stores: [redis({ name: "cache" })], edges: [elsewhere] }))).toContain(
    "store cache:  | 0",
  );
});

test("a way in is lost where all that a service leads to stops, unless it gets no traffic", () => {
  const { exposures, ...rest } = partnerA();
  const weighted = (weightPercent: number) => ({
    ...rest,
    exposures: exposures.map((each) => ({
      ...each,
      backends: each.backends.map((backend) => ({ ...backend, weightPercent })),
    })),
  });
  const lost = (of: Footprint) =>
    blastRadius(of).losses.find(({ name }) => name === "travel-api")?.entryPoints;
  expect(lost(weighted(5))).toEqual(["HTTPRoute 80"]);
  expect(lost(weighted(0))).toEqual([]);
});

test("a route that only redirects is no entry point, a load balancer with a backend is", () => {
  const way = (via: string) => ({ id: via, via, hosts: ["h"], paths: [], backends: [] });
  expect(blastRadius(chain({ exposures: [way("HTTPRoute")] })).entryPoints).toBe(0);
  const balancer = blastRadius(chain({ exposures: [way("aws_lb")] }));
  expect([balancer.entryPoints, balancer.undetermined]).toEqual([1, ["backend of aws_lb h"]]);
});

test("callers of other documents that are allowed are reported, and are not counted as workloads", () => {
  const open = chain({
    edges: [
      edge("monitoring", "a", "9090", { direction: "ingress" }),
      edge("b", "a", "80", { direction: "ingress" }),
    ],
  });
  const { callers, stops } = blastRadius(open).losses.find(({ name }) => name === "a") ?? {};
  expect([callers, stops]).toEqual([["monitoring"], ["a", "b"]]);
});

test("an undetermined dependency makes the figure a lower bound", () => {
  const dark = chain({
    edges: [],
    stores: [redis({ name: "cache" })],
    exposures: [{ id: "x", via: "Ingress", hosts: ["h"], paths: [], backends: [{ service: "elsewhere" }] }],
  });
  expect(blastRadius(dark).undetermined).toEqual([
    "backend of Ingress h",
    "clients of cache",
    "dependencies of a",
    "dependencies of c",
  ]);
  expect(stoppedBySinglePoint(blastRadius(dark), singlePointsOfFailure(dark))).toEqual({
    value: 2,
    atLeast: true,
  });
});

test("one more connection never stops less, and the order changes nothing", () => {
  const names = ["a", "b", "c", "d", "e"];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
  const of = (pairs: readonly (readonly [string, string])[], order = names) =>
    footprint({
      workloads: order.map((name) => workload(name, [2, 2, 2], [])),
      edges: pairs.map(([from, to]) => edge(from, to, "80")),
    });
  const sizes = (footprintOf: Footprint) =>
    new Map(blastRadius(footprintOf).losses.map(({ name, stops }) => [name, stops.length]));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), pair, (pairs, more) => {
      const [before, after] = [sizes(of(pairs)), sizes(of([...pairs, more]))];
      for (const name of names) expect(after.get(name)).toBeGreaterThanOrEqual(before.get(name) ?? 0);
    }),
  );
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 12 }),
      fc.shuffledSubarray(names, { minLength: 5 }),
      (pairs, order) => {
        expect(blastRadius(of([...pairs].reverse(), order))).toEqual(blastRadius(of(pairs)));
      },
    ),
  );
});

describe("things of one name", () => {
  const shared = footprint({
    workloads: [
      workload("api", [1, 1, 1], [], { id: "a", namespace: "shop" }),
      workload("api", [2, 2, 2], [], { id: "b", namespace: "billing" }),
    ],
    stores: [
      redis({ id: "r", name: "shop", engine: "redis 7.1", copies: 2, survivesNodeLoss: true }),
      redis({ id: "p", name: "shop", engine: "postgres 16", copies: 1 }),
      redis({ id: "q", name: "shop", engine: "postgres 16", copies: 2, survivesNodeLoss: true }),
    ],
  });

  test("are distinguished by namespace, engine or address", () => {
    expect(blastRadius(shared).losses.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "workload billing/api",
      "workload shop/api",
      "store p",
      "store q",
      "store shop (redis 7.1)",
    ]);
  });

  test("are each a single point, or none, by themselves", () => {
    const single = blastRadius(shared).losses.filter(({ isSinglePoint }) => isSinglePoint);
    expect(single.map(({ name }) => name)).toEqual(["shop/api", "p"]);
    expect(singlePointsOfFailure(shared).found.map(({ name }) => name)).toEqual(["p", "shop/api"]);
  });
});

/** The same by walking from each thing, without names that are left out. */
function walked(next: readonly (readonly number[])[], from: number): number[] {
  const found = new Set([from]);
  for (const each of found) for (const target of next[each] ?? []) found.add(target);
  return [...found].sort((a, b) => a - b);
}

test("everything that each node of a graph leads to", () => {
  const graph = fc.integer({ min: 1, max: 40 }).chain((size) =>
    fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 120 }).map((pairs) => {
      const next: number[][] = Array.from({ length: size }, () => []);
      for (const [from, to] of pairs) next[from]?.push(to);
      return next;
    }),
  );
  fc.assert(
    fc.property(graph, fc.nat(130), (next, more) => {
      // A large bound keeps few numbers as they are, a small one makes them bits.
      const bound = next.length + more * 64;
      const found: number[][] = [];
      forEachReach(next, bound, (node, reach) => {
        const { first, total } = reach.between(0, next.length, next.length);
        expect([total, first.every((each) => reach.has(each))]).toEqual([first.length, true]);
        found[node] = first;
      });
      expect(found).toEqual(next.map((_, node) => walked(next, node)));
    }),
  );
});

test("of many names the first ones are listed, with how many there are", () => {
  const size = 1_000;
  const id = (index: number) => `Deployment/default/w${index}`;
  const workloads = Array.from({ length: size }, (_, index) =>
    workload(`w${index}`, [1, 1, 1], [], { id: id(index), needs: [id((index + 1) % size)] }),
  );
  const { losses: all } = blastRadius(footprint({ workloads }));
  expect(all.map(({ total }) => total.stops)).toEqual(all.map(() => size));
  expect(all[7]?.stops.slice(0, 3)).toEqual([all[7]?.name, "w0", "w1"]);
  expect(all.reduce((sum, { stops }) => sum + stops.length, 0)).toBe(100_000);
});
