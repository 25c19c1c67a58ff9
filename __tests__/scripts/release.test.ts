import { textOf } from "../helpers/repository";

const { nextVersion, notesOf, released } = require("../../scripts/release/notes.js") as {
  nextVersion(version: string, messages: readonly string[]): string | undefined;
  notesOf(changelog: string, version: string): string;
  released(changelog: string, version: string, date: string): string;
};

test.each<[string, readonly string[], string | undefined]>([
  ["0.1.0", ["docs: a page", "test: a case"], undefined],
  ["0.1.0", ["fix(read): a value", "docs: a page"], "0.1.1"],
  ["0.1.3", ["perf: faster"], "0.1.4"],
  ["0.1.3", ["fix: a value", "feat(cli): a flag"], "0.2.0"],
  ["0.1.3", ["feat!: another shape"], "0.2.0"],
  ["1.4.3", ["fix: a value\n\nBREAKING CHANGE: another key"], "2.0.0"],
  ["1.4.3", ["refactor(core)!: another name"], "2.0.0"],
  ["1.4.3", ["feat: a flag"], "1.5.0"],
  ["1.4.3", ["a feat: in the middle", "feature: no type"], undefined],
])("%s with %j becomes %s", (last, messages, next) => {
  expect(nextVersion(last, messages)).toBe(next);
});

test("what is unreleased moves beneath the version, and is its notes", () => {
  const before =
    "# Changelog\n\n## [Unreleased]\n\n### Added\n- A flag.\n\n## [0.1.0] - 2026-01-02\n\n- First.\n";
  const after = released(before, "0.2.0", "2026-12-01");
  expect(after).toContain("## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n- A flag.");
  expect(notesOf(after, "0.2.0")).toBe("### Added\n- A flag.");
  expect(notesOf(after, "0.1.0")).toBe("- First.");
  expect(notesOf(after, "Unreleased")).toBe("");
  expect(() => released(after, "0.3.0", "2026-12-02")).toThrow("nothing is listed under Unreleased");
});

test("this changelog can be released", () => {
  expect(notesOf(textOf("CHANGELOG.md"), "Unreleased")).toContain("### Added");
});
