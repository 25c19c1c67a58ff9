import { join } from "node:path";
import { BASELINES, OPTIONS, optionsNamed } from "../../config/options";

test("ids are distinct and each has its module", () => {
  expect(new Set(OPTIONS.map(({ id }) => id)).size).toBe(OPTIONS.length);
  for (const { module } of OPTIONS) {
    expect(() => require.resolve(join(__dirname, "..", "..", "stacks", module))).not.toThrow();
  }
});

test("a baseline is an option of its review", () => {
  for (const [review, id] of Object.entries(BASELINES)) {
    expect(OPTIONS).toContainEqual(expect.objectContaining({ id, review }));
  }
});

test("a list chooses in the registry's order, and no list chooses all", () => {
  expect(optionsNamed("partner-c,partner-a").map(({ id }) => id)).toEqual(["partner-a", "partner-c"]);
  expect(optionsNamed(undefined)).toBe(OPTIONS);
  expect(() => optionsNamed("partner-a,x")).toThrow(
    'OPTIONS names "x", which is no option; see config/reviews',
  );
});
