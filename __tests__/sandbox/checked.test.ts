const { lost, merge, parse, parseTable, tableOf } = require("../../sandbox/checked/table.js") as {
  parse(text: string): Stacks;
  parseTable(text: string): Stacks;
  tableOf(stacks: Stacks): string;
  merge(known: Stacks, run: Stacks): Stacks;
  lost(known: Stacks, run: Stacks): string[];
};
type Stacks = Map<string, { deeds: Set<string>; skipped?: string }>;

const lines = (...entries: object[]) => parse(entries.map((entry) => JSON.stringify(entry)).join("\n"));
const all = ["validated", "planned", "applied", "second plan empty", "destroyed"];
const whole = lines(...all.map((deed) => ({ stack: "shop-1", deed })), {
  stack: "f3-inside",
  skipped: "no mysql",
});

test("the table of a run is read back as it was", () => {
  const table = tableOf(whole);
  expect(table).toContain("| `shop-1` | yes | yes | yes | yes | yes |  |");
  expect(table).toContain("| `f3-inside` |  |  |  |  |  | no mysql |");
  expect(table).toContain("| 2 stacks | 1 | 1 | 1 | 1 | 1 | |");
  expect(parseTable(table)).toEqual(whole);
});

test("a run that does less with a stack than is known is reported, and one that skipped it is not", () => {
  expect(
    lost(whole, lines({ stack: "shop-1", deed: "validated" }, { stack: "shop-1", deed: "planned" })),
  ).toEqual(["shop-1: not applied, not second plan empty, not destroyed"]);
  expect(lost(whole, lines({ stack: "shop-1", skipped: "no docker" }))).toEqual([]);
  expect(lost(whole, whole)).toEqual([]);
});

test("what a run skipped keeps what an earlier one did", () => {
  expect(merge(whole, lines({ stack: "shop-1", skipped: "no docker" })).get("shop-1")?.deeds.size).toBe(5);
});
