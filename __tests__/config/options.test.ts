import { join } from "node:path";
import { OPTIONS, optionsNamed } from "../../config/options";
import { REVIEWS } from "../../config/reviews";

test("ids are distinct and each has its module", () => {
  expect(new Set(OPTIONS.map(({ id }) => id)).size).toBe(OPTIONS.length);
  for (const { module } of OPTIONS) {
    expect(() => require.resolve(join(__dirname, "..", "..", "stacks", String(module)))).not.toThrow();
  }
});

test("a baseline is an option of its review, or the one before each", () => {
  for (const { id: review, options, baseline } of REVIEWS)
    if (baseline !== undefined && baseline !== "previous")
      expect([review, options.map(({ id }) => id)]).toEqual([review, expect.arrayContaining([baseline])]);
});

test("a list chooses in the registry's order, and no list chooses all", () => {
  expect(optionsNamed("partner-c,partner-a").map(({ id }) => id)).toEqual(["partner-a", "partner-c"]);
  expect(optionsNamed(undefined)).toBe(OPTIONS);
  expect(() => optionsNamed("partner-a,x")).toThrow(
    'OPTIONS names "x", which is no option; see config/reviews',
  );
});
