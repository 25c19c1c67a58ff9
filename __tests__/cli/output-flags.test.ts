import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProcess } from "../helpers/command";

const folder = mkdtempSync(join(tmpdir(), "output-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["options"],
  ["compare", "partner-a", "partner-b", "-o", "csv"],
  ["cost", "partner-b"],
  ["claims", "000"],
  ["show", "partner-b"],
  ["network", "partner-b", "-o", "json"],
])("%s: --out has what stdout would have", async (...args) => {
  const file = join(folder, "result");
  const shown = await inProcess(args);
  const written = await inProcess([...args, "--out", file]);
  expect(written).toMatchObject({ status: shown.status, stdout: "" });
  expect(readFileSync(file, "utf8")).toBe(shown.stdout);
  expect(shown.stdout.length).toBeGreaterThan(20);
});

test("a command that fails writes no file", async () => {
  const file = join(folder, "none");
  expect(await inProcess(["show", "partner-q", "--out", file])).toMatchObject({ status: 2 });
  expect(existsSync(file)).toBe(false);
});

test("--quiet hides notes and keeps errors", async () => {
  const synth = ["synth", "partner-b", "--output", join(folder, "cdktf.out")];
  const noted = await inProcess(synth);
  const quiet = await inProcess([...synth, "--quiet"]);
  expect(noted.stderr).toContain("warning: partner-b");
  expect(quiet).toEqual({ ...noted, stderr: "" });
  expect((await inProcess(["compare", "partner-q", "--quiet"])).stderr).toContain("partner-q");
});
