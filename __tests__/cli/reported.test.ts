import { linesOf, reportedIn } from "../../cli/synth/reported";

const annotation = (level: "warn" | "info", constructPath: string, message: string) => ({
  level: `@cdktf/${level}`,
  constructPath,
  message,
});
const stack = (name: string, ...annotations: readonly ReturnType<typeof annotation>[]) => ({
  [name]: { name, workingDirectory: `stacks/${name}`, annotations },
});
const reported = reportedIn({
  version: "0.21.0",
  stacks: {
    ...stack("a", annotation("info", "a", "WB079: said"), annotation("warn", "a/Cache", "WB068: one node")),
    ...stack("b", annotation("warn", "b/Cache", "WB068: one node")),
    ...stack("c", annotation("info", "c", "WB077: one (acknowledged: a test)")),
  },
});

test("risks are said once each, and what nothing is wrong with is counted", () => {
  expect(linesOf(reported, { verbose: false })).toEqual([
    "warning: a/Cache and 1 more: WB068: one node",
    "1 risk, 1 deviation from the reviews, 1 note; --verbose lists the deviations",
  ]);
});

test("--verbose lists it", () => {
  expect(linesOf(reported, { verbose: true })).toEqual([
    "warning: a/Cache and 1 more: WB068: one node",
    "note: a: WB079: said",
    "note: c: WB077: one (acknowledged: a test)",
    "1 risk, 1 deviation from the reviews, 1 note",
  ]);
});

test("nothing reported is no line", () => {
  expect(linesOf(reportedIn({ version: "0.21.0", stacks: stack("d") }), { verbose: false })).toEqual([]);
});
