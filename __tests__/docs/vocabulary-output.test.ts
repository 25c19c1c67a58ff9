import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OPTIONS as EVERY_OPTION } from "../../config/options";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";
import { findWords, type TextKind } from "./vocabulary/find";

/** What each format is checked as: keys of JSON and CSV are a contract and keep their words. */
const KINDS: Readonly<Record<string, TextKind>> = {
  table: "text",
  markdown: "text",
  html: "text",
  json: "source",
  csv: "source",
};
/** Formats of each command, and the smallest set of options that has every kind of line. */
const OPTIONS = ["partner-a", "critter-eks", "shop-7-enterprise", "laravel-aks", "f3-inside"];
const RENDERED: readonly (readonly [command: string, format: string, ...words: string[]])[] = [
  ...Object.keys(KINDS).map((format) => ["compare", format, ...OPTIONS] as const),
  ...["table", "json", "csv"].map((format) => ["cost", format, ...OPTIONS] as const),
  ["compare", "table", ...EVERY_OPTION.map(({ id }) => id)],
  ["claims", "table"],
  ["claims", "json"],
  ["show", "table", "critter-eks"],
  ["options", "table"],
  ["options", "json"],
];
const COMMANDS = ["compare", "diff", "cost", "report", "claims", "show", "options", "synth"];

async function printed(...args: readonly string[]): Promise<string> {
  const { status, stdout } = await inProcess(args);
  expect(status).toBe(0);
  return stdout;
}

test.each(RENDERED)("%s as %s uses the field's words", async (command, format, ...words) => {
  const stdout = await printed(command, ...words, "--format", format);
  expect(stdout.length).toBeGreaterThan(500);
  expect(findWords(withoutClaims(stdout, format), KINDS[format] ?? "text")).toEqual([]);
});

test("the report uses the field's words", async () => {
  const file = join(temporaryFolder(), "report.html");
  await printed("report", ...OPTIONS, "--out", file);
  const text = readFileSync(file, "utf8").replace(/<q>[^<]*<\/q>|<[^>]*>/g, " ");
  expect(text).toContain("Inaccurate");
  expect(findWords(text, "text")).toEqual([]);
});

test.each([[], ...COMMANDS.map((command) => [command])])(
  "the help of %s uses the field's words",
  async (...words) => {
    const stdout = await printed(...words, "--help");
    expect(stdout).toContain("Usage");
    expect(findWords(stdout, "text")).toEqual([]);
  },
);

/** Output without what it quotes from a review and without the keys of JSON. */
function withoutClaims(output: string, format: string): string {
  return format === "json"
    ? output.replace(/"(words|section|claimed|unit)": "(?:[^"\\]|\\.)*"/g, '"$1": ""').replace(/"\w+": /g, "")
    : output.replace(/"[^"\n]*"|“[^”\n]*”/g, '""');
}
