import type { Option, Review } from "../../config/model";
import { hasDefaults, reviewWith, variantOf } from "../../config/model/variant";

const option: Option = {
  id: "shop",
  title: "Shop",
  review: "x",
  switches: { cycle: ["21", "20", "19"], cache: ["kept", "absorbed"] },
};

test("a variant has one id, however its switches are written", () => {
  for (const settings of ["cache=absorbed,cycle=19", "cycle=19,cache=absorbed", "cycle=19@cache=absorbed"])
    expect(variantOf(option, settings)).toMatchObject({
      id: "shop@cycle=19,cache=absorbed",
      title: "Shop (cycle 19, cache absorbed)",
      variant: { of: "shop", values: { cycle: "19", cache: "absorbed" } },
    });
});

test("a variant of defaults is the option itself by another id", () => {
  expect(hasDefaults(option)).toBe(true);
  expect(hasDefaults(variantOf(option, "cycle=21,cache=kept"))).toBe(true);
  expect(hasDefaults(variantOf(option, "cycle=20"))).toBe(false);
});

test.each([
  [
    "cycel=19",
    'shop has no switch "cycel"; did you mean cycle? it has cycle (21, 20, 19), cache (kept, absorbed)',
  ],
  ["size=9", 'shop has no switch "size"; it has cycle (21, 20, 19), cache (kept, absorbed)'],
  ["cache=absorbd", 'shop: "absorbd" is no value of cache; did you mean absorbed? choose kept or absorbed'],
  ["cycle", 'shop: a switch is name=value, got "cycle"; it has cycle (21, 20, 19), cache (kept, absorbed)'],
  ["cycle=20,cycle=19", "shop: cycle is given twice; give it one value"],
  ["constructor=x", 'shop has no switch "constructor"; it has cycle (21, 20, 19), cache (kept, absorbed)'],
])("%s is refused: %s", (settings, message) => {
  expect(() => variantOf(option, settings)).toThrow(
    expect.objectContaining({ name: "SwitchError", message }),
  );
});

test("every fault is reported, and an option without switches says so", () => {
  expect(() => variantOf(option, "a=1,b=2")).toThrow(/switch "a".*\n.*switch "b"/);
  expect(() => variantOf({ ...option, switches: undefined }, "a=1")).toThrow(
    'shop has no switches; name it without "@"',
  );
});

test("what a review says of an option is said of its variants, but for what it says of the variant", () => {
  const entry = (id: string, low: number) => ({
    id,
    option: "shop",
    item: id,
    thing: { kind: "all" as const },
    low,
    high: low,
  });
  const review: Review = {
    id: "x",
    name: "x",
    title: "X",
    document: "x.md",
    options: [option],
    claims: [],
    steadyReplicas: { shop: { api: 3 } },
    expected: { shop: { availability: { promises: [] } }, "shop@cycle=19": {} },
    prices: {
      id: "p",
      kind: "review",
      source: "x.md",
      currency: "USD",
      per: "month",
      asOf: "2026-01-01",
      entries: [entry("nodes", 100), entry("pager", 75)],
    },
    switchedPrices: [
      {
        option: "shop",
        switches: { cycle: ["19", "20"] },
        leaveOut: ["pager"],
        entries: [entry("slack", 0)],
      },
    ],
  };
  const variants = ["cycle=19", "cycle=20", "cache=absorbed"].map((each) => variantOf(option, each));
  const { options, expected, steadyReplicas, prices } = reviewWith(review, variants);
  expect(options.map(({ id }) => id)).toEqual([
    "shop",
    "shop@cycle=19",
    "shop@cycle=20",
    "shop@cache=absorbed",
  ]);
  expect(expected).toMatchObject({
    "shop@cycle=19": {},
    "shop@cycle=20": { availability: { promises: [] } },
  });
  expect(expected?.["shop@cycle=19"]).not.toHaveProperty("availability");
  expect(steadyReplicas?.["shop@cycle=20"]).toEqual({ api: 3 });
  const linesOf = (id: string) =>
    prices?.entries.filter((each) => each.option === id).map(({ item }) => item);
  expect(linesOf("shop")).toEqual(["nodes", "pager"]);
  expect(linesOf("shop@cycle=19")).toEqual(["nodes", "slack"]);
  expect(linesOf("shop@cache=absorbed")).toEqual(["nodes", "pager"]);
  const ids = prices?.entries.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
});
