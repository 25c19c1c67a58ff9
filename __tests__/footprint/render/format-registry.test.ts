import { OPTIONS } from "../../../config/options";
import { FORMATS, formatNames, rendererOf } from "../../../footprint/render";
import { partnerA } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const comparison = () => compare([partnerA()]);

test.each([
  ["compare", ["table", "wide", "markdown", "json", "ndjson", "yaml", "csv", "html"]],
  ["diff", ["table", "markdown", "json", "yaml"]],
  ["cost", ["table", "json", "yaml", "csv"]],
  ["claims", ["table", "json", "yaml"]],
  ["sensitivity", ["table", "markdown", "json", "yaml", "csv", "html"]],
  ["show", ["table", "json", "yaml"]],
  ["options", ["table", "json", "yaml"]],
] as const)("%s has the formats %s", (command, names) => {
  expect(formatNames(command)).toEqual(names);
});

test("names are unique", () => {
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
});

test("every renderer that a command offers gives a text", () => {
  const texts = [
    ...formatNames("compare").map((name) => rendererOf("compare", name)(comparison(), {})),
    ...formatNames("cost").map((name) => rendererOf("cost", name)(comparison(), {})),
    ...formatNames("claims").map((name) => rendererOf("claims", name)({ claims: [], scores: [] }, {})),
    ...formatNames("show").map((name) => rendererOf("show", name)(partnerA(), {})),
    ...formatNames("options").map((name) => rendererOf("options", name)(OPTIONS, {})),
  ];
  for (const text of texts) expect(text).toMatch(/\n$/);
});

test("a budget reaches the renderer", () => {
  const budget = [
    {
      option: "partner-a",
      figure: "pods.max",
      limit: 6,
      isMinimum: false,
      value: 19,
      atLeast: false,
      verdict: "exceeded" as const,
    },
  ];
  for (const name of ["table", "markdown", "json", "html"]) {
    expect(rendererOf("compare", name)(comparison(), { budget })).toContain("pods.max");
  }
});

test("a format that a command does not offer is refused", () => {
  expect(() => rendererOf("claims", "html")).toThrow("claims has no format 'html'");
});
