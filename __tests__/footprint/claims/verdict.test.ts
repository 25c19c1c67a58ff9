import { footprint, ROLLING, workload } from "../../helpers/footprints";
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

describe("a bound decides what no real value can change", () => {
  const replacement = { ...ROLLING, pauseSeconds: 60 };
  const api = footprint({ workloads: [workload("api", [1, 1, 1], [], { replacement })] });
  const pause = { measure: "rollBackPauseSeconds", option: "test", workload: "api", at: "min" } as const;
  const most = { ...pause, measure: "rollBackSeconds" } as const;
  const seconds = verify({ compute: most, expects: "below", claimed: 9999 }, api).computed as number;

  test.each([
    ["equal", pause, 59, "off"],
    ["equal", pause, 60, "unsupported"],
    ["equal", pause, 61, "unsupported"],
    ["within", pause, 59, "off"],
    ["atLeast", pause, 60, "holds"],
    ["atLeast", pause, 61, "unsupported"],
    ["atMost", pause, 60, "unsupported"],
    ["below", pause, 60, "contradicted"],
    ["equal", most, seconds + 1, "off"],
    ["equal", most, seconds, "unsupported"],
    ["equal", most, seconds - 1, "unsupported"],
    ["within", most, seconds + 1, "off"],
    ["atLeast", most, seconds, "unsupported"],
    ["atLeast", most, seconds + 1, "contradicted"],
    ["atMost", most, seconds, "holds"],
    ["below", most, seconds, "unsupported"],
  ] as const)("%s, %j, claimed %d: %s", (expects, compute, claimed, verdict) => {
    expect(verify({ compute, expects, claimed }, api).verdict).toBe(verdict);
  });

  test("what is open is named, and the value is shown as the bound that it is", () => {
    expect(verify({ compute: most, expects: "below", claimed: 1, unit: "s" }, api)).toMatchObject({
      missing: "how soon pods of api are ready: probes and grace periods give a maximum",
      how: expect.stringContaining("at most"),
    });
    expect(verify({ compute: pause, claimed: 1 }, api)).toMatchObject({ computed: 60, bound: "lower" });
    expect(verify({ compute: { difference: [100, pause] }, claimed: 41 }, api)).toMatchObject({
      verdict: "off",
      bound: "upper",
    });
    expect(verify({ compute: { atMost: [pause, 100] }, claimed: true }, api).verdict).toBe("unsupported");
  });
});

describe("what only an assumption contradicts is inaccurate", () => {
  const limit = { claimed: 10, expects: "atMost" } as const;
  const assumed = (without?: number) => ({ assumed: 5, because: "a size was chosen", without });

  test("without the assumption it would hold, or nobody could say", () => {
    const rest = { verdict: "off", computed: 12, assumption: "a size was chosen" };
    expect(verify({ ...limit, compute: { sum: [7, assumed(0)] } })).toMatchObject(rest);
    expect(verify({ ...limit, compute: { sum: [7, assumed()] } })).toMatchObject(rest);
  });

  test("what is contradicted whatever was assumed stays contradicted, and what holds holds", () => {
    const verified = verify({ ...limit, compute: { sum: [11, assumed(0)] } });
    expect(verified).toMatchObject({ verdict: "contradicted", computed: 16 });
    expect(verified).not.toHaveProperty("assumption");
    expect(verify({ ...limit, compute: { sum: [1, assumed(0)] } }).verdict).toBe("holds");
  });
});

test("where another document says otherwise the reviews disagree; where the own one does the claim is contradicted", () => {
  const own = { file: "001_57ea113d5c58119c.txt", section: "2", words: "on EKS" };
  const other = { ...own, file: "000_5a365d529a350ad9.txt" };
  const says = (stated: string, source: typeof own) =>
    verify({ claimed: "EC2", compute: { stated, source } });
  expect(says("EKS", other)).toMatchObject({
    verdict: "unsupported",
    disagreement: { stated: "EKS", source: other },
  });
  expect(says("EKS", other)).not.toHaveProperty("computed");
  expect(says("EC2", other)).toMatchObject({ verdict: "holds" });
  expect(says("EKS", own)).toMatchObject({ verdict: "contradicted" });
  const product = { product: [{ stated: 30, source: other }, 2] };
  expect(verify({ claimed: 1, compute: product })).toMatchObject({ verdict: "off" });
});

test("a claim that compares two kinds of value is a defect of the data, not a verdict", () => {
  expect(() => verify({ claimed: true, compute: 1 })).toThrow(
    "claim 001-test: a truth is claimed and a range is computed",
  );
});
