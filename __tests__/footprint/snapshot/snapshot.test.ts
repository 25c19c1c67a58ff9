import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Footprint } from "../../../footprint/model";
import { toFootprint } from "../../../footprint/read";
import { renderSnapshotCheck } from "../../../footprint/render/snapshot";
import { changesOf } from "../../../footprint/snapshot/changes";
import { checkSnapshots, writeSnapshots } from "../../../footprint/snapshot/files";
import { renderSnapshot, snapshotOf as snapshotWith } from "../../../footprint/snapshot/snapshot";
import fc from "../../helpers/fast-check";
import { temporaryFolder } from "../../helpers/folder";
import { container, footprint, partnerA, partnerB, redis, workload } from "../../helpers/footprints";
import { REVIEWS } from "../../helpers/reviews";

const snapshotOf = (option: Footprint) => snapshotWith(option, { reviews: REVIEWS });

/** A copy of partner-a in which fuji may grow to `max` pods. */
function withFuji(max: number): Footprint {
  const { workloads, ...rest } = partnerA();
  const changed = workloads.map((each) =>
    each.name === "fuji" ? { ...each, replicas: { min: 2, steady: 2, max } } : each,
  );
  return { ...rest, workloads: changed };
}

describe("a snapshot", () => {
  test("contains each figure by its path", () => {
    expect(snapshotOf(partnerA())).toMatchObject({
      snapshotVersion: 1,
      option: "partner-a",
      figures: { "pods.max": 19, "memoryGiB.request.steady": 1.3125, "costUsdPerMonth.high": 810 },
      atLeast: ["listCostUsdPerMonth.min", "listCostUsdPerMonth.steady", "listCostUsdPerMonth.max"],
      prices: "review-001, 2026-02-17",
      workloads: { "Deployment 12go/fuji": "2–2–4", "Deployment 12go/travel-api": "2–3–15" },
      stores: { "partner-cache": "redis 7.1, cache.t4g.small, copies 1" },
      topics: { "booking.lifecycle": "6 x 3" },
      singlePointsOfFailure: ["store partner-cache: single copy"],
      supplyChains: [".NET 8", "OpenTelemetry Collector"],
    });
  });

  test("lists lower bounds and unresolved values", () => {
    const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
    const snapshot = snapshotOf(
      footprint({ workloads: [agent], unknowns: [{ id: "agent", what: "replicas", why: "nodes" }] }),
    );
    expect(snapshot.atLeast).toContain("pods.max");
    expect(snapshot).toMatchObject({
      workloads: { "Deployment 12go/agent": null },
      unknowns: ["agent: replicas"],
      prices: null,
    });
    expect(snapshot.figures).not.toHaveProperty(["costUsdPerMonth.low"]);
  });

  test("numbers things of one name", () => {
    const stores = [redis(), redis({ id: "other", size: "cache.t4g.micro" })];
    expect(Object.keys(snapshotOf(footprint({ stores })).stores)).toEqual([
      "partner-cache",
      "partner-cache (2)",
    ]);
  });

  test("has the same bytes in any order of the input", () => {
    const whole = partnerA();
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const mixed = fc.record({
      workloads: shuffled(whole.workloads),
      topics: shuffled(whole.topics),
      edges: shuffled(whole.edges),
      images: shuffled(whole.images),
    });
    const text = renderSnapshot(snapshotOf(whole));
    fc.assert(
      fc.property(mixed, (parts) => {
        expect(renderSnapshot(snapshotOf({ ...whole, ...parts }))).toBe(text);
      }),
    );
  });
});

describe("changes", () => {
  const changes = (was: Footprint, is: Footprint) =>
    changesOf(JSON.parse(renderSnapshot(snapshotOf(was))), snapshotOf(is));

  test("are none if nothing changed", () => {
    expect(changes(partnerA(), partnerA())).toEqual([]);
  });

  test("list each figure with its values before and after", () => {
    expect(changes(withFuji(4), withFuji(6))).toEqual(
      expect.arrayContaining([
        { what: "figures: pods.max", was: "19", is: "21" },
        { what: "workloads: Deployment 12go/fuji", was: "2–2–4", is: "2–2–6" },
      ]),
    );
  });

  test("are none if only the order of a selector's keys, expressions or values changed", () => {
    const policy = (matchLabels: object, matchExpressions: readonly object[]) =>
      toFootprint({
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: { name: "p" },
        spec: {
          podSelector: {},
          policyTypes: ["Ingress"],
          ingress: [{ from: [{ podSelector: { matchLabels, matchExpressions } }] }],
        },
      });
    const tier = (...values: readonly string[]) => ({ key: "tier", operator: "In", values });
    const canary = { key: "canary", operator: "DoesNotExist" };
    const was = policy({ a: "1", b: "2" }, [tier("x", "y"), canary]);
    expect(snapshotOf(was).reach).not.toEqual([]);
    expect(changes(was, policy({ b: "2", a: "1" }, [canary, tier("y", "x")]))).toEqual([]);
    expect(changes(was, policy({ b: "3", a: "1" }, [canary, tier("y", "x")]))).not.toEqual([]);
  });

  test("list what was added and removed", () => {
    const { stores: _, ...rest } = partnerA();
    expect(changes(partnerA(), { ...rest, stores: [] })).toEqual(
      expect.arrayContaining([
        { what: "stores: partner-cache", was: "redis 7.1, cache.t4g.small, copies 1", is: undefined },
        {
          what: "singlePointsOfFailure: store partner-cache: single copy",
          was: "listed",
          is: undefined,
        },
      ]),
    );
  });
});

describe("a folder of snapshots", () => {
  const folderWith = (...footprints: readonly Footprint[]) => {
    const folder = join(temporaryFolder(), "snapshots");
    writeSnapshots(folder, footprints.map(snapshotOf));
    return folder;
  };

  test("has one file per option and no partial file", () => {
    const folder = folderWith(partnerA(), footprint({ id: "a/../b" }));
    expect(readdirSync(folder)).toEqual(["a%2F..%2Fb.json", "partner-a.json"]);
    expect(readFileSync(join(folder, "partner-a.json"), "utf8")).toBe(renderSnapshot(snapshotOf(partnerA())));
  });

  test("reports nothing if nothing changed", () => {
    const folder = folderWith(partnerA(), partnerB());
    const found = checkSnapshots(folder, [partnerA(), partnerB()].map(snapshotOf));
    expect(found).toEqual({ changed: [], missing: [], extra: [] });
    expect(renderSnapshotCheck(found)).toBe("");
  });

  test("that version 0.1 wrote is still compared", () => {
    const folder = folderWith(withFuji(4));
    const file = join(folder, "partner-a.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("snapshotVersion", "lockVersion").replace("single copy", "one copy"),
    );
    expect(checkSnapshots(folder, [snapshotOf(withFuji(4))]).changed).toEqual([]);
    expect(checkSnapshots(folder, [snapshotOf(withFuji(6))]).changed).toMatchObject([
      {
        option: "partner-a",
        changes: expect.arrayContaining([{ what: "figures: pods.max", was: "19", is: "21" }]),
      },
    ]);
  });

  test("reports a change, a missing snapshot and an extra one", () => {
    const folder = folderWith(withFuji(4), footprint({ id: "gone" }));
    const report = renderSnapshotCheck(checkSnapshots(folder, [withFuji(6), partnerB()].map(snapshotOf)));
    expect(report).toMatch(/^partner-a changed\n {2}figures: pods\.max: was 19, is 21\n/);
    expect(report).toContain("partner-b has no snapshot; write it with --write\n");
    expect(report).toContain("gone.json is the snapshot of an option that is not compared\n");
  });

  test("that cannot be written is refused, and what was there stays", () => {
    const folder = folderWith(partnerA());
    // No file system takes a name of this length: the second file cannot be written.
    const tooLong = footprint({ id: "x".repeat(300) });
    expect(() => writeSnapshots(folder, [withFuji(6), tooLong].map(snapshotOf))).toThrow(
      `${folder}: cannot be written (ENAMETOOLONG); choose a folder that you may write to`,
    );
    expect(readFileSync(join(folder, "partner-a.json"), "utf8")).toBe(renderSnapshot(snapshotOf(partnerA())));
    expect(readdirSync(folder)).toEqual(["partner-a.json"]);
  });

  test.each([
    [
      "{}",
      /partner-a\.json: snapshotVersion: must be 1: this file is not a snapshot that can be compared; write it again/,
    ],
    ["null", /partner-a\.json: snapshotVersion: must be 1/],
    [
      "<<<<<<< HEAD\n{}",
      /partner-a\.json: line 1, column 1: expected a value, found a character that JSON forbids here; fix the JSON/,
    ],
    ['{ "snapshotVersion": 1, "fig', /partner-a\.json: line 1, column \d+: /],
    ["{", /partner-a\.json: line 1, column 2: expected a name or '}'/],
  ])("with a file of %j is refused", (text, message) => {
    const folder = folderWith(partnerA());
    writeFileSync(join(folder, "partner-a.json"), text);
    expect(() => checkSnapshots(folder, [snapshotOf(partnerA())])).toThrow(message);
  });

  test("that is not there is refused", () => {
    const folder = join(temporaryFolder(), "nowhere");
    expect(() => checkSnapshots(folder, [])).toThrow(/nowhere: no such file or folder/);
  });
});
