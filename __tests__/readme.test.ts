import { readFileSync } from "node:fs";
import { join } from "node:path";
import { weighbridge } from "./helpers/command";

const README = readFileSync(join(__dirname, "..", "README.md"), "utf8");

test("the README shows what the command prints", () => {
  const [, shown = "", last = ""] = /npm start\n\n([\s\S]*?)\n\.\.\.\n(.*)\n```/.exec(README) ?? [];
  const { stdout } = weighbridge(["compare", "partner-a", "partner-b", "partner-c"]);
  expect(shown.split("\n").length).toBeGreaterThan(30);
  expect(stdout.slice(0, shown.length)).toBe(shown);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe(last);
});
