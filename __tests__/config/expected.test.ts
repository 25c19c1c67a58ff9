import type { Source } from "../../config/model";
import { type ExpectedAmount, promisedPercent } from "../../config/model/expected";
import { optionsOf } from "../../config/model/review";
import { reviewWith, variantOf } from "../../config/model/variant";
import { REVIEWS } from "../helpers/reviews";

const ALL = REVIEWS.flatMap(({ expected = {}, switchedExpected = [] }) => [
  ...Object.entries(expected),
  ...switchedExpected.map((each) => [each.option, each.expected] as const),
]);
const BY_OPTION = new Map(REVIEWS.flatMap(({ expected = {} }) => Object.entries(expected)));

test("every built-in option has what its review expects of it, and nothing else has", () => {
  for (const review of REVIEWS)
    expect(Object.keys(review.expected ?? {}).sort()).toEqual(
      optionsOf(review)
        .map(({ id }) => id)
        .sort(),
    );
});

test("every number is in the words that it is quoted from, in the unit or in a thousand of it", () => {
  const amounts = ALL.flatMap(([id, expected]) => amountsIn(expected).map((amount) => ({ id, ...amount })));
  expect(amounts.length).toBeGreaterThan(50);
  for (const { id, low, high, source } of amounts) {
    const numbers = (source.words.replace(/(\d),(?=\d{3})/g, "$1").match(/\d+(\.\d+)?/g) ?? []).map(Number);
    const missing = [low, high].filter(
      (value) =>
        value !== undefined && value !== 0 && ![value, value / 1000].some((each) => numbers.includes(each)),
    );
    expect({ id, words: source.words, missing }).toEqual({ id, words: source.words, missing: [] });
  }
});

test("an outage of zero is quoted from words that say so", () => {
  for (const [, { updateOutageSeconds = [] }] of ALL)
    for (const { high, source } of updateOutageSeconds)
      if (high === 0) expect(source.words).toMatch(/zero.downtime/i);
});

test("cycle 19 is interrupted by its cutover, which decision 5 puts below 5 s, and the other cycles are not", () => {
  const [review] = REVIEWS.filter(({ id }) => id === "002");
  const variants = ["19", "20"].flatMap((cycle) =>
    review === undefined
      ? []
      : optionsOf(review)
          .filter(({ switches }) => switches !== undefined)
          .map((option) => variantOf(option, `cycle=${cycle}`)),
  );
  expect(variants).toHaveLength(6);
  const { expected = {} } = review === undefined ? {} : reviewWith(review, variants);
  for (const { id, variant } of variants) {
    const [outage] = expected[id]?.updateOutageSeconds ?? [];
    expect([id, outage?.high]).toEqual([id, variant?.values["cycle"] === "19" ? 5 : 0]);
    expect(expected[id]?.responseMs).toEqual(expected[variant?.of ?? ""]?.responseMs);
  }
});

test.each([
  ["shop-1-traditional", 50, 100],
  ["shop-2-frankenphp", 300, 800],
  ["shop-3-tuned", 2000, undefined],
  ["shop-4-varnish", 5000, undefined],
  ["shop-5-opensearch", 5000, undefined],
  ["shop-6-search-driven", 5000, undefined],
  ["shop-7-enterprise", 10_000, undefined],
])(
  "%s is expected to answer %s to %s requests/s, to so many users, in so much time and memory",
  (id, low, high) => {
    const expected = BY_OPTION.get(id);
    expect(expected?.requestsPerSecond?.[0]).toMatchObject({ low, ...(high !== undefined && { high }) });
    expect([expected?.concurrentUsers, expected?.responseMs, expected?.memoryMbPerRequest]).not.toContain(
      undefined,
    );
  },
);

test.each([
  // 0.9995 x 0.9999 x 0.9999
  ["critter-aks", 99.93],
  // 0.9995 x 0.9995 x 0.9999
  ["critter-eks", 99.89],
  ["critter-gke", 99.89],
  ["critter-vm", 99.9],
  // 0.9995 x 0.9995 x 0.9999
  ["laravel-eks", 99.89],
  // 0.9995 x 0.9995 x 0.999
  ["laravel-gke", 99.8001],
  // 0.9995 x 0.995
  ["partner-a", 99.4503],
  ["shop-7-enterprise", undefined],
])("what providers promise of %s together is %s %%", (id, percent) => {
  const availability = BY_OPTION.get(id)?.availability;
  const together = availability && promisedPercent(availability);
  if (percent === undefined) expect(together).toBeUndefined();
  else expect(together).toBeCloseTo(percent, 2);
});

/** Every amount with its source, however deep. */
function amountsIn(part: unknown): (ExpectedAmount & { readonly source: Source })[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "source" in part && ("low" in part || "high" in part) ? [part as ExpectedAmount] : [];
  return [...own, ...Object.values(part).flatMap(amountsIn)];
}
