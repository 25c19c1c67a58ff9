import { type Comparison, compare as compareAny } from "../../footprint/compare";
import type { Footprint } from "../../footprint/model";
import { renderJson } from "../../footprint/render/json";
import { renderTable } from "../../footprint/render/table";
import fc from "../helpers/fast-check";
import { container, footprint, partnerA, partnerB, partnerC, workload } from "../helpers/footprints";
import { compareBuiltIn as compare } from "../helpers/reviews";

const three = () => [partnerA(), partnerB(), partnerC()];
const one = (id: string, cpu: number, replicas?: readonly [number, number, number]) =>
  footprint({ id, workloads: [workload("api", replicas, [container("api", [cpu, cpu], [64, 64])])] });

describe("the baseline", () => {
  test.each<[string, Footprint[], string | undefined, string]>([
    ["is the review's own", three(), undefined, "partner-b"],
    ["is the one that is asked for", three(), "partner-c", "partner-c"],
    ["is the first where the review's own is not there", [partnerC(), partnerA()], undefined, "partner-c"],
    [
      "is the review's own behind foreign inputs",
      [footprint({ id: "x" }), partnerB()],
      undefined,
      "partner-b",
    ],
    ["is the first of foreign inputs", [footprint({ id: "x" }), footprint({ id: "y" })], undefined, "x"],
  ])("%s", (_, footprints, baseline, expected) => {
    expect(compare(footprints, { baseline }).baseline).toBe(expected);
  });
});

test.each<[string, Footprint[], string | undefined, string]>([
  ["nothing", [], undefined, "nothing to compare; name at least one option"],
  [
    "one id twice",
    [partnerA(), partnerA()],
    undefined,
    "'partner-a' is given twice; give each input its own name",
  ],
  [
    "a baseline that is not compared",
    [partnerA(), partnerC()],
    "partner-b",
    "baseline 'partner-b' is not among the options compared; choose one of partner-a, partner-c, previous",
  ],
])("refuses %s", (_, footprints, baseline, message) => {
  expect(() => compare(footprints, { baseline })).toThrow(new Error(message));
});

test("options keep their order, and foreign ones have their id for a title", () => {
  const { options } = compare([footprint({ id: "theirs" }), partnerA()]);
  expect(options.map(({ id, title, review }) => [id, title, review])).toEqual([
    ["theirs", "theirs", ""],
    ["partner-a", "Partner API: trimmed .NET", "001"],
  ]);
});

test("differences to partner-b at steady state are exact", () => {
  const [a, b, c] = compare(three()).options.map(({ difference }) => difference);
  const exactly = (absolute: number, percent: number) => ({ absolute, percent, bound: "exact" });
  expect(a).toMatchObject({
    pods: exactly(1, 25),
    "cpuCores.request": exactly(0.6, 100),
    "cpuCores.limit": exactly(2.4, 92.3),
    "memoryGiB.request": exactly(0.5625, 75),
    "costUsdPerMonth.low": exactly(125, 51),
    "costUsdPerMonth.high": exactly(255, 45.9),
  });
  expect(b?.["cpuCores.request"]).toEqual(exactly(0, 0));
  // 1.05 - 0.6 is 0.45000000000000007 in binary fractions.
  expect(c?.["cpuCores.request"]).toEqual(exactly(0.45, 75));
  expect(c?.["topics.replicas"]).toEqual(exactly(-57, -100));
});

test("the operating point can be chosen", () => {
  const [a] = compare(three(), { at: "max" }).options;
  expect(a?.difference["cpuCores.request"]).toEqual({ absolute: 3.1, percent: 155, bound: "exact" });
});

test("a difference from nothing has no percentage", () => {
  const [, grown] = compare([footprint({ id: "empty" }), one("some", 100, [1, 1, 1])]).options;
  expect(grown?.difference.pods).toEqual({ absolute: 1, percent: undefined, bound: "exact" });
});

describe("with something unknown", () => {
  const known = one("known", 100, [1, 1, 1]);
  const unknown = one("unknown", 100);

  const partly = footprint({ ...known, id: "partly", unread: { x_y: 1 } });
  test("a difference is a bound, or nothing where both are bounds", () => {
    const bound = (...footprints: Footprint[]) => compare(footprints).options.at(-1)?.difference.pods?.bound;
    expect(bound(known, partly)).toBe("atLeast");
    expect(bound(partly, known)).toBe("atMost");
    expect(bound(partly, unknown)).toBeUndefined();
  });

  test("what is undetermined is not subtracted", () => {
    for (const pair of [
      [known, unknown],
      [unknown, known],
    ])
      expect(compare(pair).options.at(-1)?.difference.pods).toBeUndefined();
  });

  test("nothing is best that might not be", () => {
    expect(compare([known, unknown]).best.pods).toEqual([]);
  });

  test("an exact number below a lower bound is surely best", () => {
    const busy = one("busy", 100, [9, 9, 9]);
    const lower = { ...busy, id: "bound", workloads: [...busy.workloads, ...unknown.workloads] };
    expect(compare([lower, known]).best.pods).toEqual(["known"]);
  });

  test("a figure that one option lacks has no best and no difference", () => {
    const { best, options } = compare([partnerB(), footprint({ id: "foreign" })]);
    expect(best["costUsdPerMonth.low"]).toEqual([]);
    expect(options[1]?.difference["costUsdPerMonth.low"]).toBeUndefined();
  });
});

describe("where higher is better", () => {
  const web = (id: string, phpWorkers: number, replicas?: readonly [number, number, number]) =>
    footprint({ id, workloads: [workload("web", replicas, [], { phpWorkers })] });
  const best = (...footprints: Footprint[]) => compare(footprints).best.phpWorkers;

  test("the highest is best", () => {
    expect(best(web("few", 4, [2, 2, 2]), web("many", 8, [2, 2, 2]))).toEqual(["many"]);
  });

  test("a lower bound above every exact number surely wins, and one below leaves it open", () => {
    const bound = (phpWorkers: number) => {
      const { workloads, ...rest } = web("bound", phpWorkers, [2, 2, 2]);
      return { ...rest, workloads: [...workloads, ...web("x", 1).workloads] };
    };
    const exact = web("exact", 8, [2, 2, 2]);
    expect(best(bound(9), exact)).toEqual(["bound"]);
    expect(best(bound(4), exact)).toEqual([]);
    expect(best(bound(8), exact)).toEqual(["bound"]);
  });

  test("an option that has none leaves it open", () => {
    expect(best(web("many", 8, [2, 2, 2]), footprint({ id: "x" }))).toEqual([]);
  });
});

test("those that tie are all best, and a figure without a better direction has none", () => {
  expect(compare(three()).best).toMatchObject({
    pods: ["partner-b"],
    stores: ["partner-b"],
    supplyChains: [],
    pages: [],
    "topics.count": [],
  });
});

test("the order of what a footprint holds changes no measure", () => {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  const whole = partnerA();
  const mixed = fc
    .record({
      workloads: shuffled(whole.workloads),
      topics: shuffled(whole.topics),
      edges: shuffled(whole.edges),
      images: shuffled(whole.images),
      alerts: shuffled(whole.alerts),
    })
    .map((parts) => ({ ...whole, ...parts }));
  const measured = compare([whole]).options[0]?.measures;
  fc.assert(
    fc.property(mixed, (footprintInAnotherOrder) => {
      expect(compare([footprintInAnotherOrder]).options[0]?.measures).toEqual(measured);
    }),
  );
});

describe("an option that runs nothing of its own", () => {
  const idle = footprint({ id: "idle" });
  const best = (...options: Footprint[]) => compare(options).best;

  test("does not win where workloads are counted", () => {
    const { pods, stores, ...lines } = best(idle, partnerA(), partnerB());
    expect([pods, lines["cpuCores.request"], lines["memoryGiB.limit"]]).toEqual([
      ["partner-b"],
      ["partner-b"],
      ["partner-b"],
    ]);
    expect(stores).toEqual(["idle", "partner-b"]);
  });

  test("leaves the line open beside the only one that runs something", () => {
    expect(best(idle, partnerA()).pods).toEqual([]);
    expect(best(partnerA()).pods).toEqual(["partner-a"]);
  });

  test("is best beside others that run nothing, and despite undetermined values", () => {
    expect(best(idle, footprint({ id: "other" })).pods).toEqual(["idle", "other"]);
    expect(best(idle, footprint({ id: "hiding", unread: { aws_ecs_service: 1 } })).pods).toEqual([]);
  });
});

describe("the one before as the baseline", () => {
  const pods = (id: string, count: number) =>
    footprint({ id, workloads: [workload(`${id}-app`, [count, count, count], [])] });
  const roadMap = {
    id: "map",
    name: "map",
    title: "Road map",
    document: "map.md",
    options: ["one", "two", "three"].map((id) => ({ id, title: id })),
    claims: [],
    baseline: "previous",
  };
  const three = [pods("one", 1), pods("two", 3), pods("three", 4)];
  const apart = ({ options }: Comparison) =>
    options.map(({ baseline, difference }) => [baseline, difference.pods?.absolute]);

  test("by word, and by the review of all options", () => {
    const expected = [
      [undefined, 0],
      ["one", 2],
      ["two", 1],
    ];
    expect(apart(compareAny(three, { baseline: "previous" }))).toEqual(expected);
    const own = compareAny(three, { reviews: [roadMap] });
    expect(own.baseline).toBe("previous");
    expect(apart(own)).toEqual(expected);
    const text = renderTable(own, { width: 100 });
    expect(text).toMatch(/^ {2}vs previous +baseline +\+2 \(\+200 %\) +\+1 \(\+33 %\)$/m);
    expect(text).toContain("vs: difference to the option before at steady");
    expect(JSON.parse(renderJson(own)).options.map((each: { baseline: string }) => each.baseline)).toEqual([
      "one",
      "one",
      "two",
    ]);
  });

  test("an option alone has none, one of another review ends it, and an option of that name is an option", () => {
    expect(compareAny(three.slice(0, 1), { reviews: [roadMap] }).baseline).toBe("one");
    expect(compareAny([...three, pods("other", 1)], { reviews: [roadMap] }).baseline).toBe("one");
    const named = compareAny([pods("one", 1), pods("two", 3), pods("previous", 4)], { baseline: "previous" });
    expect(apart(named)).toEqual([
      ["previous", -3],
      ["previous", -1],
      [undefined, 0],
    ]);
  });
});

test("workloads that correspond are one row", () => {
  const options = ["red", "blue"].map((id) =>
    footprint({ id, workloads: ["app", "db"].map((name) => workload(`${id}_${name}`, [2, 2, 2], [])) }),
  );
  const text = renderTable(compareAny(options));
  expect(text).toMatch(/^app +2 +2$/m);
  expect(text).not.toMatch(/^red_app/m);
  expect(JSON.parse(renderJson(compareAny(options))).options[1].workloads[0]).toMatchObject({
    name: "blue_app",
    row: "app",
  });
});
