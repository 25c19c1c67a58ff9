import { type Budget, checkBudget } from "../../../footprint/budget";
import { renderHtml } from "../../../footprint/render/html";
import { renderJson } from "../../../footprint/render/json";
import { renderMarkdown } from "../../../footprint/render/markdown";
import { budgetLine } from "../../../footprint/render/sections/budget";
import { renderTable } from "../../../footprint/render/table";
import { container, footprint, partnerA, partnerB, workload } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const two = () => compare([partnerA(), partnerB()]);
const budget = (all: Record<string, number>, own: Record<string, Record<string, number>> = {}): Budget => ({
  all: new Map(Object.entries(all)),
  own: new Map(Object.entries(own).map(([id, limits]) => [id, new Map(Object.entries(limits))])),
});

/** 0.05 cores a pod, on as many pods as there are nodes. */
const agent = () => workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
const withUnknown = () => {
  const { workloads, ...rest } = partnerA();
  return { ...rest, workloads: [...workloads, agent()] };
};

test("a figure at its limit is within, one step above it is not", () => {
  const check = (limit: number) =>
    checkBudget(two(), budget({ "cpuCores.request.max": limit })).map(({ verdict }) => verdict);
  expect(check(5.1)).toEqual(["within", "within"]);
  expect(check(5.099999)).toEqual(["exceeded", "within"]);
});

test("an option's own limit replaces the one for all", () => {
  expect(checkBudget(two(), budget({ "pods.max": 12 }, { "partner-a": { "pods.max": 19 } }))).toEqual([
    {
      option: "partner-a",
      figure: "pods.max",
      limit: 19,
      isMinimum: false,
      value: 19,
      atLeast: false,
      verdict: "within",
    },
    {
      option: "partner-b",
      figure: "pods.max",
      limit: 12,
      isMinimum: false,
      value: 12,
      atLeast: false,
      verdict: "within",
    },
  ]);
});

test("a limit of 0 is a limit", () => {
  const checked = checkBudget(two(), budget({ singlePointsOfFailure: 0 }));
  expect(checked.map(budgetLine)).toEqual([
    "partner-a: singlePointsOfFailure is 1, max 0: exceeds the limit by 1",
    "partner-b: singlePointsOfFailure is 0, max 0",
  ]);
});

test("a lower bound below the maximum is not proven, above it is exceeded", () => {
  const comparison = compare([withUnknown()]);
  const lines = (limit: number) =>
    checkBudget(comparison, budget({ "cpuCores.request.max": limit })).map(budgetLine);
  expect(lines(6)).toEqual([
    "partner-a: cpuCores.request.max is ≥ 5.1, max 6: undetermined, part of it is unresolved",
  ]);
  expect(lines(4)).toEqual(["partner-a: cpuCores.request.max is ≥ 5.1, max 4: exceeds the limit by ≥ 1.1"]);
});

test("a figure that an option does not have is not proven", () => {
  const [checked] = checkBudget(compare([footprint({ id: "x" })]), budget({ "costUsdPerMonth.high": 700 }));
  expect(checked).toEqual({
    option: "x",
    figure: "costUsdPerMonth.high",
    limit: 700,
    isMinimum: false,
    value: undefined,
    atLeast: false,
    verdict: "notProven",
  });
});

test("the limit of a figure of which more is better is a minimum", () => {
  const verdicts = (floor: number) =>
    checkBudget(compare([partnerB()]), budget({ "phpWorkers.min": floor })).map(budgetLine);
  expect(verdicts(16)).toEqual(["partner-b: phpWorkers.min is 16, min 16"]);
  expect(verdicts(20)).toEqual(["partner-b: phpWorkers.min is 16, min 20: 4 below the minimum"]);
});

test("a lower bound below the minimum is not proven, at it is within", () => {
  const { workloads, images, ...rest } = partnerB();
  const more = workload("web", undefined, [], { phpWorkers: 4 });
  const comparison = compare([{ ...rest, images, workloads: [...workloads, more] }]);
  const verdict = (floor: number) =>
    checkBudget(comparison, budget({ "phpWorkers.min": floor })).map((checked) => checked.verdict);
  expect([verdict(16), verdict(17)]).toEqual([["within"], ["notProven"]]);
});

test("Markdown and HTML have it in their tables", () => {
  const checked = checkBudget(two(), budget({ "pods.max": 12 }));
  expect(renderMarkdown(two(), { budget: checked })).toContain(
    "| pods.max | 19, max 12<br>exceeds the limit by 7 | 12, max 12 |",
  );
  expect(renderHtml(two(), { budget: checked })).toContain('<div class="more">exceeds the limit by 7</div>');
});

test("the table has a section for it, and JSON a member", () => {
  const comparison = compare([withUnknown(), partnerB()]);
  const checked = checkBudget(comparison, budget({ "pods.max": 12 }, { "partner-a": { "pods.max": 20 } }));
  const text = renderTable(comparison, { budget: checked });
  expect(text).toMatch(/Budget: figure and limit ─+\npods\.max +≥ 19, max 20 +12, max 12\n +undetermined\n/);
  expect(JSON.parse(renderJson(comparison, checked)).budget[0]).toEqual({
    option: "partner-a",
    figure: "pods.max",
    ceiling: 20,
    isFloor: false,
    value: 19,
    atLeast: true,
    verdict: "notProven",
  });
  expect(renderTable(comparison)).not.toContain("Budget");
  expect(JSON.parse(renderJson(comparison))).not.toHaveProperty("budget");
});

describe("a limit against the option that it is compared with", () => {
  const limits: Budget = { all: new Map([["pods.max", { percent: 10 }]]), own: new Map() };
  const verdicts = (comparison: ReturnType<typeof two>) =>
    checkBudget(comparison, limits).map(({ option, limit, verdict }) => ({ option, limit, verdict }));

  test("is not for the baseline, and moves with it", () => {
    expect(verdicts(compare([partnerA(), partnerB()], { baseline: "partner-b" }))).toEqual([
      { option: "partner-a", limit: 13.2, verdict: "exceeded" },
    ]);
    expect(verdicts(compare([partnerA(), partnerB()], { baseline: "partner-a" }))).toEqual([
      { option: "partner-b", limit: 20.9, verdict: "within" },
    ]);
  });

  test("is against the one before with the baseline `previous`", () => {
    const next = { ...partnerA(), id: "next" };
    expect(verdicts(compare([partnerB(), partnerA(), next], { baseline: "previous" }))).toEqual([
      { option: "partner-a", limit: 13.2, verdict: "exceeded" },
      { option: "next", limit: 20.9, verdict: "within" },
    ]);
  });

  test("proves nothing against a lower bound that is below, and within one above", () => {
    const base = { ...withUnknown(), id: "base" };
    expect(verdicts(compare([base, partnerB()], { baseline: "base" }))).toEqual([
      { option: "partner-b", limit: 20.9, verdict: "within" },
    ]);
    const small = { ...footprint({ id: "base", workloads: [agent()] }) };
    const [checked] = checkBudget(compare([small, partnerB()], { baseline: "base" }), limits);
    expect(checked).toMatchObject({ verdict: "notProven", relativeTo: { option: "base", percent: 10 } });
    expect(checked && budgetLine(checked)).toContain("+10 % of base");
  });
});
