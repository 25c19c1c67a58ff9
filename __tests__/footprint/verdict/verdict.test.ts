import type { Review } from "../../../config/model";
import type { VerifiedClaim } from "../../../footprint/claims";
import { compare } from "../../../footprint/compare";
import type { Footprint } from "../../../footprint/model";
import { verdictOf } from "../../../footprint/verdict";
import { container, footprint, workload } from "../../helpers/footprints";

/** An option with pods of one core each, and as many GiB of memory as pods. */
const option = (id: string, pods: number, parts: Partial<Footprint> = {}): Footprint =>
  footprint({
    id,
    workloads: [workload("api", [pods, pods, pods], [container("api", [1000, 1000], [1024, 1024])])],
    ...parts,
  });

const review = (ids: readonly string[], parts: Partial<Review> = {}): Review => ({
  id: "shop",
  name: "shop",
  title: "Shop",
  document: "shop.md",
  options: ids.map((id) => ({ id, title: id, from: [] })),
  claims: [],
  ...parts,
});

const decide = (footprints: readonly Footprint[], parts: Partial<Review> = {}) =>
  verdictOf(
    compare(footprints, {
      reviews: [
        review(
          footprints.map(({ id }) => id),
          parts,
        ),
      ],
    }),
  ).decisions;

const source = { file: "shop.md", section: "Sizing", words: "enough" };
const prices = (low: number, high: number, option: string) => ({
  id: `line-${option}`,
  option,
  label: "nodes",
  thing: { kind: "all" as const },
  low,
  high,
  section: "Costs",
});
const costs = (all: readonly ReturnType<typeof prices>[]) =>
  ({ id: "shop", kind: "review", source: "shop.md", entries: all }) as unknown as NonNullable<
    Review["prices"]
  >;
const ranking = (footprints: readonly Footprint[], key: string, parts: Partial<Review> = {}) =>
  decide(footprints, parts)[0]
    ?.topics.flatMap(({ rankings }) => rankings)
    .find((each) => each.key === key);

test("the lowest leads by how much the next is behind, and who is behind all others is the worst", () => {
  expect(ranking([option("a", 3), option("b", 2), option("c", 5)], "cpuCores.request")).toMatchObject({
    certainty: "sure",
    leaders: ["b"],
    value: { low: 2, high: 2 },
    next: { option: "a" },
    lead: { low: 1, high: 1, percent: 50 },
    worst: { option: "c" },
  });
});

test("two that are level have no worst, and all that are level have no leader", () => {
  expect(
    ranking([option("a", 1), option("b", 2), option("c", 2)], "cpuCores.request")?.worst,
  ).toBeUndefined();
  expect(ranking([option("a", 2), option("b", 2)], "cpuCores.request")).toMatchObject({
    certainty: "equal",
  });
});

test("a lower bound below another's number leaves the order open, and names what is unresolved", () => {
  const hidden = option("b", 1, {
    unknowns: [{ id: "helm_release.x", what: "workloads", why: "not rendered" }],
  });
  const [decision] = decide([option("a", 2), hidden]);
  expect(decision?.topics[0]).toMatchObject({ name: "requests", leaders: [] });
  expect(decision?.open[0]).toEqual({
    key: "cpuCores.request",
    label: "CPU requests",
    because: [{ option: "b", values: ["workloads: not rendered"] }],
  });
});

test("a lower bound above every other number changes nothing, and the lead is at least what it shows", () => {
  const hidden = option("b", 4, { unread: { x_y: 1 } });
  expect(ranking([option("a", 2), hidden], "cpuCores.request")).toMatchObject({
    certainty: "sure",
    leaders: ["a"],
    lead: { low: 2, high: null },
  });
});

test("ranges that overlap are said to, where one is lower at both ends", () => {
  const parts = { prices: costs([prices(100, 300, "a"), prices(200, 400, "b")]) };
  expect(ranking([option("a", 1), option("b", 1)], "costUsdPerMonth", parts)).toMatchObject({
    certainty: "overlapping",
    leaders: ["a"],
    lead: { low: 100, high: 100 },
  });
});

test("a rollback that is an outage is not compared with one that is none", () => {
  const replaced = (id: string, by: "recreate" | "rolling", readySeconds: number) =>
    option(id, 2, {
      workloads: [
        workload("api", [2, 2, 2], [container("api", [1000, 1000], [1024, 1024])], {
          replacement: { by, readySeconds, graceSeconds: 1, maxSurge: "1", maxUnavailable: "0", gaps: [] },
        }),
      ],
    });
  const outage = replaced("a", "recreate", 1);
  const comparison = compare([outage, replaced("b", "rolling", 60)]);
  expect(comparison.best.rollBackSeconds).toEqual([]);
  expect(comparison.options[1]?.difference.rollBackSeconds).toBeUndefined();
  expect(ranking([outage, replaced("b", "rolling", 60)], "rollBackSeconds")).toMatchObject({
    certainty: "notCompared",
    leaders: [],
  });
  expect(ranking([outage, replaced("b", "recreate", 60)], "rollBackSeconds")?.leaders).toEqual(["a"]);
});

describe("what the options are for", () => {
  const forLoads = (...loads: readonly [id: string, low: number, high?: number][]) => ({
    expected: Object.fromEntries(
      loads.map(([id, low, high]) => [id, { requestsPerSecond: [{ low, high, source }] }]),
    ),
  });
  const cheap = costs([prices(1, 1, "a"), prices(9, 9, "b")]);

  test("one leads where it leads on two topics, for one load", () => {
    const [same] = decide([option("a", 1), option("b", 2)], {
      ...forLoads(["a", 10, 20], ["b", 10, 20]),
      prices: cheap,
    });
    expect(same).toMatchObject({ leader: "a", purpose: { is: "same" }, title: "Shop" });
    expect(same?.against.map((each) => each.option)).toEqual(["a"]);
  });

  test("nobody leads over what is for another load: each load has its lowest", () => {
    const [different] = decide([option("a", 1), option("b", 2), option("c", 3)], {
      ...forLoads(["a", 10, 20], ["b", 500], ["c", 500]),
      prices: cheap,
    });
    expect(different?.leader).toBeUndefined();
    expect(different?.purpose.lowestFor.map(({ load, option: id }) => [load, id])).toEqual([
      [10, "a"],
      [500, "b"],
    ]);
  });
});

test("options that answer different questions are not in one order", () => {
  const decisions = [
    { title: "Where", options: ["a", "b"] },
    { title: "Broker", options: ["c", "d"] },
  ];
  const all = ["a", "b", "c", "d"].map((id, index) => option(id, index + 1));
  expect(decide(all, { decisions }).map(({ title, options }) => [title, options])).toEqual([
    ["Where", ["a", "b"]],
    ["Broker", ["c", "d"]],
  ]);
  expect(decide(all.slice(0, 3), { decisions }).map(({ options }) => options)).toEqual([["a", "b"], ["c"]]);
  // Somebody wants to compare these.
  expect(decide([option("a", 1), option("c", 2)], { decisions })[0]?.options).toEqual(["a", "c"]);
});

test("three contradicted claims come first: those of the leader, then those that bear on what matters", () => {
  const claim = (id: string, of: string | undefined, unit: string, verdict: VerifiedClaim["verdict"]) =>
    ({ id, review: "shop", option: of, unit, verdict, claimed: 1, source }) as unknown as VerifiedClaim;
  const claims = [
    claim("words", undefined, "section", "contradicted"),
    claim("other", "b", "USD/month", "contradicted"),
    claim("holds", "a", "cores", "holds"),
    claim("own", "a", "section", "contradicted"),
    claim("last", "b", "name", "contradicted"),
  ];
  const footprints = [option("a", 1), option("b", 2)];
  const reviews = [review(["a", "b"], { prices: costs([prices(1, 1, "a"), prices(9, 9, "b")]) })];
  const [decision] = verdictOf(compare(footprints, { reviews }), { claims }).decisions;
  expect(decision?.leader).toBe("a");
  expect(decision?.claims).toMatchObject({ claims: 5, verdicts: { contradicted: 4, holds: 1 } });
  expect(decision?.claims?.first.map(({ id }) => id)).toEqual(["own", "other", "words"]);
  expect(decision?.against[0]?.objections).toContainEqual({ kind: "claimsContradicted", ids: ["own"] });
});

test("one option alone has nobody to lead", () => {
  const [decision] = decide([option("a", 1)]);
  expect(decision).toMatchObject({ topics: [], options: ["a"] });
  expect(decision?.leader).toBeUndefined();
  expect(decision?.against[0]?.objections).not.toContainEqual({ kind: "notSamePurpose", is: "unknown" });
});
