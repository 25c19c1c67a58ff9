import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const PARTNERS = ["partner-a", "partner-b"];
const folder = temporaryFolder();

test("snapshots are written, checked, and a change gives exit code 1", async () => {
  const written = await inProcess(["compare", ...PARTNERS, "--write", "snapshots"], { cwd: folder });
  expect(written).toEqual({
    status: 0,
    stdout: "snapshots/partner-a.json\nsnapshots/partner-b.json\n",
    stderr: "",
  });
  expect(readdirSync(join(folder, "snapshots"))).toEqual(["partner-a.json", "partner-b.json"]);

  const check = () => inProcess(["compare", ...PARTNERS, "--check", "snapshots"], { cwd: folder });
  expect(await check()).toEqual({
    status: 0,
    stdout: "snapshots: unchanged: partner-a, partner-b\n",
    stderr: "",
  });

  const file = join(folder, "snapshots", "partner-a.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"pods.max": 19', '"pods.max": 18'));
  expect(await check()).toEqual({
    status: 1,
    stdout: "partner-a changed\n  figures: pods.max: was 18, is 19\n",
    stderr: "",
  });
});

test.each([
  [
    ["--check", "snapshots", "--format", "json"],
    "'--check <folder>' cannot be used with option '-o, --format <format>'; give one of them",
  ],
  [
    ["--check", "snapshots", "--write", "snapshots"],
    "'--check <folder>' cannot be used with option '--write <folder>'; give one of them",
  ],
])("%j is refused", async (flags, expected) => {
  const { status, stdout, stderr } = await inProcess(["compare", ...PARTNERS, ...flags], { cwd: folder });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: `weighbridge: option ${expected}\n`,
  });
});

test("a folder of snapshots that does not exist is refused in one line", async () => {
  const { status, stderr } = await inProcess(["compare", ...PARTNERS, "--check", "nowhere"], { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^weighbridge: nowhere: no such file or folder; [^\n]+\n$/);
});
