import { verify } from "./claim";

const within = { claimed: { low: 3, high: 4 }, expects: "within" } as const;

test("an amount that is the same holds, and has no difference", () => {
  expect(verify({})).toMatchObject({ verdict: "holds", computed: 1 });
  expect(verify({})).not.toHaveProperty("difference");
});

test("an amount that is another one is off by the difference", () => {
  expect(verify({ claimed: 22, compute: 19 })).toMatchObject({
    verdict: "off",
    computed: 19,
    difference: -3,
  });
});

test("the tolerance allows its own edge and nothing beyond", () => {
  const rounded = { claimed: 1.2, tolerance: 0.05 };
  expect(verify({ ...rounded, compute: 1.25 }).verdict).toBe("holds");
  expect(verify({ ...rounded, compute: 1.15 }).verdict).toBe("holds");
  expect(verify({ ...rounded, compute: 1.2501 })).toMatchObject({ verdict: "off", difference: 0.0501 });
});

test("the verdict is found before rounding", () => {
  expect(verify({ claimed: 4.57, compute: 4.568, decimals: 2 })).toMatchObject({
    verdict: "off",
    computed: 4.57,
  });
});

test("a range is off where one of its ends is", () => {
  const claimed = { low: 265, high: 640 };
  expect(verify({ claimed, compute: { range: [265, 655] } })).toMatchObject({
    verdict: "off",
    computed: { low: 265, high: 655 },
    difference: { low: 0, high: 15 },
  });
  expect(verify({ claimed, compute: { range: [265, 640] } }).verdict).toBe("holds");
});

test("a range that comes to one number is off at the end that is not reached", () => {
  expect(verify({ claimed: { low: 60, high: 75 }, compute: 75 })).toMatchObject({
    verdict: "off",
    computed: 75,
    difference: { low: 15, high: 0 },
  });
});

test("inside the claimed range is within, and only what sticks out is a difference", () => {
  expect(verify({ ...within, compute: 3.4 }).verdict).toBe("holds");
  expect(verify({ ...within, compute: { range: [3.5, 4.5] } })).toMatchObject({
    verdict: "off",
    difference: { low: 0, high: 0.5 },
  });
});

test.each([
  ["atLeast", 10, true],
  ["atLeast", 9, false],
  ["atMost", 10, true],
  ["atMost", 11, false],
  ["below", 9, true],
  ["below", 10, false],
] as const)("a limit of 10 that is %s is met by %d: %s", (expects, compute, holds) => {
  expect(verify({ claimed: 10, expects, compute }).verdict).toBe(holds ? "holds" : "contradicted");
});

test("a limit is broken where one end of a range breaks it", () => {
  expect(verify({ claimed: 512, expects: "atMost", compute: { range: [500, 600] } }).verdict).toBe(
    "contradicted",
  );
});

test("yes or no, a text and a list hold or are contradicted, never off", () => {
  const lists = { lacking: ["a", "b"], given: ["a"] };
  expect(verify({ claimed: true, compute: { atMost: [1, 2] } }).verdict).toBe("holds");
  expect(verify({ claimed: true, compute: { atMost: [2, 1] } }).verdict).toBe("contradicted");
  expect(verify({ claimed: ["b"], compute: lists }).verdict).toBe("holds");
  expect(verify({ claimed: [], compute: lists })).toMatchObject({ verdict: "contradicted", computed: ["b"] });
  expect(verify({ claimed: ["b", "c"], compute: lists }).verdict).toBe("contradicted");
});

test("what nothing here can compute is unsupported, says what is missing, and has no value", () => {
  const verified = verify({ compute: { missing: "a load test" } });
  expect(verified).toMatchObject({ verdict: "unsupported", missing: "a load test", how: "" });
  expect(verified).not.toHaveProperty("computed");
});

test("a claim that compares two kinds of value is a defect of the data, not a verdict", () => {
  expect(() => verify({ claimed: true, compute: 1 })).toThrow(
    "claim 001-test: a truth is claimed and a range is computed",
  );
});
