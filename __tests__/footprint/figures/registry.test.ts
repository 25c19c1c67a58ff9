import { createColors } from "picocolors";
import { FIGURES, figureOf, findFigure, titleOf } from "../../../footprint/figures/registry";
import { FIGURE_PATHS } from "../../../footprint/figures/registry/paths";
import { renderCsv } from "../../../footprint/render/csv";
import { renderTable } from "../../../footprint/render/table";
import { footprint, partnerA, partnerB } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const keys = FIGURES.map(({ key }) => key);

test("keys and paths are unique, labels too", () => {
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(FIGURES.map(({ label }) => label)).size).toBe(keys.length);
  const paths = FIGURE_PATHS.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test("a figure with operating points has a path for each", () => {
  const paths = FIGURE_PATHS.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["pods.min", "pods.steady", "pods.max", "stores"]));
  expect(paths).not.toContain("pods");
});

test("the title has the unit, and an unknown key is its own title", () => {
  expect([titleOf("cpuCores.request"), titleOf("pods"), titleOf("beauty")]).toEqual([
    "CPU requests (cores)",
    "Pods",
    "beauty",
  ]);
  expect(findFigure("beauty")).toBeUndefined();
  expect(() => figureOf("beauty")).toThrow("no figure 'beauty' in the registry");
});

test("both ends of a range name each other", () => {
  for (const { key, range } of FIGURES) {
    if (range === undefined) continue;
    expect([range.low, range.high]).toContain(key);
    expect(figureOf(range.low).range).toEqual(figureOf(range.high).range);
  }
});

describe("a figure without a better direction", () => {
  const without = FIGURES.filter(({ better }) => better === "none").map(({ key }) => key);
  const comparison = compare([partnerA(), partnerB(), footprint({ id: "idle" })]);

  test("is one of topics, runtimes and paging alerts", () => {
    const known = ["topics.count", "topics.partitions", "topics.replicas", "supplyChains", "pages"];
    expect(without).toEqual(expect.arrayContaining(known));
  });

  test("has no best, and a difference to the baseline", () => {
    for (const key of without) expect(comparison.best[key]).toEqual([]);
    expect(comparison.options[0]?.difference.pages).toMatchObject({ bound: "exact" });
  });

  test("has no mark and no colour in the table", () => {
    const text = renderTable(comparison, { paint: createColors(true) });
    for (const label of ["Paging alerts", "Topics", "Runtimes and base"]) {
      const line = text.split("\n").find((each) => each.startsWith(label));
      expect(line).toBeDefined();
      expect(line).not.toMatch(/▾|▴/);
    }
  });

  test("has empty columns least, better and best in CSV", () => {
    const row = renderCsv(comparison)
      .split("\r\n")
      .find((each) => each.startsWith("partner-a,pages,"));
    expect(row).toMatch(/,,,$/);
  });
});
