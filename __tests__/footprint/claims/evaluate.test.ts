import type { Computation } from "../../../config/model";
import { verify } from "./claim";

/** Value and formula of a computation. */
function evaluated(compute: Computation, claimed: Parameters<typeof verify>[0]["claimed"] = 0) {
  const { computed, how } = verify({ compute, claimed, unit: "u", review: "002" });
  return [computed, how];
}

test.each<[string, Computation, unknown, string]>([
  ["a number", 7, 7, "7 u"],
  ["a range", { range: [50, 30] }, { low: 30, high: 50 }, "30–50 u"],
  ["a sum", { sum: [0.1, 0.2, { range: [1, 2] }] }, { low: 1.3, high: 2.3 }, "0.1 + 0.2 + 1–2 = 1.3–2.3 u"],
  ["a difference", { difference: [5, { sum: [1, 2] }] }, 2, "5 - (1 + 2) = 2 u"],
  ["a product", { product: [3, { sum: [1, 2] }] }, 9, "3 x (1 + 2) = 9 u"],
  ["a quotient", { quotient: [6, { product: [2, 3] }] }, 1, "6 / (2 x 3) = 1 u"],
  [
    "a chain of quotients",
    { quotient: [{ quotient: [12, 3] }, { quotient: [4, 2] }] },
    2,
    "12 / 3 / (4 / 2) = 2 u",
  ],
  [
    "a floor",
    { floor: { quotient: [352, { range: [30, 50] }] } },
    { low: 7, high: 11 },
    "(352 / 30–50, rounded down) = 7–11 u",
  ],
  [
    "a range of two computations",
    { from: { sum: [1, 1] }, to: 15 },
    { low: 2, high: 15 },
    "1 + 1 to 15 = 2–15 u",
  ],
  ["percent less", { percentLess: [32, 4] }, 87.5, "100 - 100 x 4 / 32 = 87.5 u"],
  ["a count", { count: ["a", "b"] }, 2, "count(a, b) = 2 u"],
  ["a count of nothing", { count: { lacking: ["a"], given: ["a"] } }, 0, "count(none) = 0 u"],
  ["a documented number", { fact: "aksApi" }, 0.9995, "0.9995 (AKS API with zones)"],
])("%s", (_, compute, value, how) => {
  expect(evaluated(compute)).toEqual([value, how]);
});

test("ends are paired, low with low and high with high, in every operation", () => {
  const weeks: Computation = { range: [15, 20] };
  const rate: Computation = { range: [8, 12] };
  expect(verify({ compute: { quotient: [weeks, rate] }, decimals: 2 }).computed).toEqual({
    low: 1.67,
    high: 1.88,
  });
  expect(verify({ compute: { difference: [weeks, rate] } }).computed).toEqual({ low: 7, high: 8 });
  expect(verify({ compute: { percentLess: [{ range: [800, 2000] }, { range: [200, 500] }] } }).computed).toBe(
    75,
  );
  expect(verify({ compute: { quotient: [54, { range: [0.8, 2] }] } }).computed).toEqual({
    low: 27,
    high: 67.5,
  });
});

test("the review's own lines, scores and other words are looked up", () => {
  expect(evaluated({ prices: "001", option: "partner-b" })[0]).toEqual({ low: 245, high: 555 });
  expect(evaluated({ scores: "000", column: "reviewer" })).toEqual([13, "5 + 4 + 4 = 13 u"]);
  expect(evaluated({ scores: "001", column: "partner-a", criteria: ["Security"] })[0]).toBe(3);
  const source = { file: "002_3f566cf14e5265d2.txt", section: "Roadmap > Week 3", words: "five days" };
  expect(verify({ compute: { stated: 5, source } })).toMatchObject({
    how: '5 (review 002, "Week 3": "five days")',
    operands: [{ stated: 5, source }],
  });
  expect(evaluated({ sum: [{ stated: 5, source }, 1] })[1]).toBe('5 (review 002, "Week 3") + 1 = 6 u');
  expect(verify({ compute: { stated: "five", source }, claimed: "five" }).how).toBe(
    'review 002, "Week 3", says "five days"',
  );
});

test.each<[string, Computation, unknown, string]>([
  ["at most", { atMost: [{ sum: [1, 2] }, 3] }, true, "1 + 2 = 3, at most 3: yes"],
  ["at most by one end only", { atMost: [{ range: [1, 4] }, 3] }, false, "1–4, at most 3: no"],
  ["equal", { equal: [{ count: ["a"] }, 2] }, false, "count(a) = 1, exactly 2: no"],
  ["before", { precedes: ["b", "a"], steps: ["a", "b"] }, false, '"b" is step 2, "a" is step 1: no'],
  [
    "the same",
    {
      same: [
        { what: "one", is: "x", see: "https://example.org" },
        { what: "other", is: "y" },
      ],
    },
    false,
    "one: x (https://example.org); other: y",
  ],
])("%s", (_, compute, value, how) => {
  expect(evaluated(compute, true)).toEqual([value, how]);
});

test("missing parts keep their order, given parts are listed once", () => {
  expect(evaluated({ lacking: ["c", "b", "a"], given: ["a", "a"] }, [])).toEqual([
    ["c", "b"],
    "required: c, b, a; given: a; missing: c, b",
  ]);
});

test("a quote of the claim's own document is shown by its value, and a part may have another name in the stack", () => {
  const source = { file: "001_57ea113d5c58119c.txt", section: "6", words: "six and Redis" };
  const operands = [{ stated: 6, source }];
  expect(verify({ compute: { sum: [{ stated: 6, source }, 1] } })).toMatchObject({
    how: "6 + 1 = 7 things",
    operands,
  });
  const redis = { stated: "Redis", source, named: "RedisUnreachable" };
  expect(evaluated({ lacking: [redis], given: ["RedisUnreachable"] }, [])).toEqual([
    [],
    "required: Redis (RedisUnreachable); given: RedisUnreachable; missing: nothing",
  ]);
  expect(evaluated({ lacking: [redis], given: [] }, [])[0]).toEqual(["Redis"]);
});

test("the least and the most name every one that is level, and nobody where the ends disagree", () => {
  const level = { a: 1, b: 2, c: 1 };
  expect(evaluated({ least: level }, [])).toEqual([["a", "c"], "a 1, b 2, c 1: lowest is a, c"]);
  expect(evaluated({ most: level }, [])[0]).toEqual(["b"]);
  expect(evaluated({ least: { a: { range: [1, 4] }, b: { range: [2, 3] } } }, [])[0]).toEqual([]);
});

test("a setting that is given wins over its default", () => {
  const given = { "cleanup.policy": "compact" };
  const fallback = { is: "delete", see: "https://example.org" };
  expect(evaluated({ setting: "cleanup.policy", given, else: fallback }, "")[0]).toBe("compact");
  expect(evaluated({ setting: "cleanup.policy", given: { a: "1" }, else: fallback }, "")).toEqual([
    "delete",
    "set: a=1; cleanup.policy is not, and defaults to delete (https://example.org)",
  ]);
});

test("a reading and a note follow the computation", () => {
  const readings = [
    { reading: "otherwise", compute: { sum: [1, 1] } },
    { reading: "in tens", compute: 10, unit: "tens" },
    { reading: "in truth", compute: { missing: "a clock" } },
  ];
  expect(verify({ readings, note: "so it is" }).how).toBe(
    "1 things; otherwise: 1 + 1 = 2 things; in tens: 10 tens; in truth: cannot be checked without a clock; so it is",
  );
});

test("a unit that is a phrase is with the claim, not in the formula", () => {
  expect(verify({ unit: "things to deploy", compute: { sum: [1, 1] } }).how).toBe("1 + 1 = 2");
});

test.each<[Computation, string]>([
  [{ prices: "001", option: "partner-x" }, "prices of partner-x in review 001"],
  [{ quotient: [1, { difference: [2, 2] }] }, "a divisor other than 0: 2 - 2"],
  [{ percentLess: [0, 1] }, "a divisor other than 0: 0"],
])("what has no value cannot be checked: %j", (compute, missing) => {
  expect(verify({ compute })).toMatchObject({ verdict: "unsupported", missing });
});

test("a computation that makes no sense is a defect of the data", () => {
  expect(() => verify({ compute: { sum: [{ least: { a: 1 } }] } })).toThrow("must be a number, got a list");
  expect(() => verify({ compute: { count: 1 } })).toThrow("must be a list, got a range");
  expect(() => verify({ compute: { precedes: ["x", "a"], steps: ["a"] } })).toThrow(
    'there is no step "x" among a',
  );
  expect(() => verify({ compute: { scores: "001", column: "partner-a", criteria: ["Beauty"] } })).toThrow(
    'review 001 has no score of partner-a for "Beauty"',
  );
});
