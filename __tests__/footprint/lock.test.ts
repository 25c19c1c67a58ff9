import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockOf, renderLock } from "../../footprint/lock";
import { driftOf } from "../../footprint/lock/drift";
import { checkLocks, writeLocks } from "../../footprint/lock/files";
import type { Footprint } from "../../footprint/model";
import { renderDrift } from "../../footprint/render/drift";
import fc from "../helpers/fast-check";
import { temporaryFolder } from "../helpers/folder";
import { container, footprint, partnerA, partnerB, redis, workload } from "../helpers/footprints";

/** A copy of partner-a in which fuji may grow to `max` pods. */
function withFuji(max: number): Footprint {
  const { workloads, ...rest } = partnerA();
  const changed = workloads.map((each) =>
    each.name === "fuji" ? { ...each, replicas: { min: 2, steady: 2, max } } : each,
  );
  return { ...rest, workloads: changed };
}

describe("a lock", () => {
  test("holds what weighs, each figure by its path", () => {
    expect(lockOf(partnerA())).toMatchObject({
      lockVersion: 1,
      option: "partner-a",
      figures: { "pods.max": 19, "memoryGiB.request.steady": 1.3125, "costUsdPerMonth.high": 810 },
      atLeast: ["listCostUsdPerMonth.min", "listCostUsdPerMonth.steady", "listCostUsdPerMonth.max"],
      prices: "review-001, 2026-02-17",
      workloads: { "Deployment 12go/fuji": "2–2–4", "Deployment 12go/travel-api": "2–3–15" },
      stores: { "partner-cache": "redis 7.1, cache.t4g.small, copies 1" },
      topics: { "booking.lifecycle": "6 x 3" },
      singlePointsOfFailure: ["store partner-cache: one copy of the data"],
      supplyChains: [".NET 8", "OpenTelemetry Collector"],
    });
  });

  test("says which figures are lower bounds and what is not known", () => {
    const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
    const lock = lockOf(
      footprint({ workloads: [agent], unknowns: [{ id: "agent", what: "replicas", why: "nodes" }] }),
    );
    expect(lock.atLeast).toContain("pods.max");
    expect(lock).toMatchObject({
      workloads: { "Deployment 12go/agent": null },
      unknowns: ["agent: replicas"],
      prices: null,
    });
    expect(lock.figures).not.toHaveProperty(["costUsdPerMonth.low"]);
  });

  test("tells things of one name apart", () => {
    const stores = [redis(), redis({ id: "other", size: "cache.t4g.micro" })];
    expect(Object.keys(lockOf(footprint({ stores })).stores)).toEqual(["partner-cache", "partner-cache (2)"]);
  });

  test("is the same bytes whatever the order of what it is of", () => {
    const whole = partnerA();
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const mixed = fc.record({
      workloads: shuffled(whole.workloads),
      topics: shuffled(whole.topics),
      edges: shuffled(whole.edges),
      images: shuffled(whole.images),
    });
    const text = renderLock(lockOf(whole));
    fc.assert(
      fc.property(mixed, (parts) => {
        expect(renderLock(lockOf({ ...whole, ...parts }))).toBe(text);
      }),
    );
  });
});

describe("a drift", () => {
  const drifts = (was: Footprint, is: Footprint) => driftOf(JSON.parse(renderLock(lockOf(was))), lockOf(is));

  test("is nothing where nothing changed", () => {
    expect(drifts(partnerA(), partnerA())).toEqual([]);
  });

  test("names each figure with what it was and what it is", () => {
    expect(drifts(withFuji(4), withFuji(6))).toEqual(
      expect.arrayContaining([
        { what: "figures: pods.max", was: "19", is: "21" },
        { what: "workloads: Deployment 12go/fuji", was: "2–2–4", is: "2–2–6" },
      ]),
    );
  });

  test("tells what came and what went", () => {
    const { stores: _, ...rest } = partnerA();
    expect(drifts(partnerA(), { ...rest, stores: [] })).toEqual(
      expect.arrayContaining([
        { what: "stores: partner-cache", was: "redis 7.1, cache.t4g.small, copies 1", is: undefined },
        {
          what: "singlePointsOfFailure: store partner-cache: one copy of the data",
          was: "listed",
          is: undefined,
        },
      ]),
    );
  });
});

describe("a folder of locks", () => {
  const folderWith = (...footprints: readonly Footprint[]) => {
    const folder = join(temporaryFolder(), "weight");
    writeLocks(folder, footprints.map(lockOf));
    return folder;
  };

  test("holds a file an option, and nothing half-written", () => {
    const folder = folderWith(partnerA(), footprint({ id: "a/../b" }));
    expect(readdirSync(folder)).toEqual(["a%2F..%2Fb.json", "partner-a.json"]);
    expect(readFileSync(join(folder, "partner-a.json"), "utf8")).toBe(renderLock(lockOf(partnerA())));
  });

  test("holds where nothing changed", () => {
    const folder = folderWith(partnerA(), partnerB());
    const found = checkLocks(folder, [partnerA(), partnerB()].map(lockOf));
    expect(found).toEqual({ drifted: [], missing: [], extra: [] });
    expect(renderDrift(found)).toBe("");
  });

  test("tells drift, a lock that is missing and one too many", () => {
    const folder = folderWith(withFuji(4), footprint({ id: "gone" }));
    const told = renderDrift(checkLocks(folder, [withFuji(6), partnerB()].map(lockOf)));
    expect(told).toMatch(/^partner-a has drifted\n {2}figures: pods\.max: was 19, is 21\n/);
    expect(told).toContain("partner-b has no lock; write it with --write\n");
    expect(told).toContain("gone.json is the lock of an option that is not compared\n");
  });

  test("that cannot be written is refused, and what was there stays", () => {
    const folder = folderWith(partnerA());
    // No file system takes a name of this length: the second file cannot be written.
    const tooLong = footprint({ id: "x".repeat(300) });
    expect(() => writeLocks(folder, [withFuji(6), tooLong].map(lockOf))).toThrow(
      `${folder}: cannot be written (ENAMETOOLONG); name a folder that you may write to`,
    );
    expect(readFileSync(join(folder, "partner-a.json"), "utf8")).toBe(renderLock(lockOf(partnerA())));
    expect(readdirSync(folder)).toEqual(["partner-a.json"]);
  });

  test.each([
    ["{}", /partner-a\.json: lockVersion: is not 1, so this is no lock that can be compared; write it again/],
    ["null", /partner-a\.json: lockVersion: is not 1/],
    ["<<<<<<< HEAD\n{}", /partner-a\.json: line 1, column 1: expected a value, found "<"; mend the JSON/],
    ['{ "lockVersion": 1, "fig', /partner-a\.json: line 1, column \d+: /],
    ["{", /partner-a\.json: line 1, column 2: expected a name or '}'/],
  ])("with a file of %j is refused", (text, message) => {
    const folder = folderWith(partnerA());
    writeFileSync(join(folder, "partner-a.json"), text);
    expect(() => checkLocks(folder, [lockOf(partnerA())])).toThrow(message);
  });

  test("that is not there is refused", () => {
    const folder = join(temporaryFolder(), "nowhere");
    expect(() => checkLocks(folder, [])).toThrow(/nowhere: no such file or folder/);
  });
});
