import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { weighbridge } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const PARTNERS = ["partner-a", "partner-b"];
const folder = temporaryFolder();

test("snapshots are written, checked, and a change gives exit code 1", () => {
  const written = weighbridge(["compare", ...PARTNERS, "--write", "snapshots"], { cwd: folder });
  expect(written).toEqual({
    status: 0,
    stdout: "snapshots/partner-a.json\nsnapshots/partner-b.json\n",
    stderr: "",
  });
  expect(readdirSync(join(folder, "snapshots"))).toEqual(["partner-a.json", "partner-b.json"]);

  const check = () => weighbridge(["compare", ...PARTNERS, "--check", "snapshots"], { cwd: folder });
  expect(check()).toEqual({ status: 0, stdout: "snapshots: unchanged: partner-a, partner-b\n", stderr: "" });

  const file = join(folder, "snapshots", "partner-a.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"pods.max": 19', '"pods.max": 18'));
  expect(check()).toEqual({
    status: 1,
    stdout: "partner-a changed\n  figures: pods.max: was 18, is 19\n",
    stderr: "",
  });
});

test.each([
  [
    ["--check", "snapshots", "--format", "json"],
    "'--check <folder>' cannot be used with option '--format <format>'",
  ],
  [
    ["--check", "snapshots", "--write", "snapshots"],
    "'--check <folder>' cannot be used with option '--write <folder>'",
  ],
])("%j is refused", (flags, expected) => {
  const { status, stdout, stderr } = weighbridge(["compare", ...PARTNERS, ...flags], { cwd: folder });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: `weighbridge: option ${expected}\n`,
  });
});

test("a folder of snapshots that does not exist is refused in one line", () => {
  const { status, stderr } = weighbridge(["compare", ...PARTNERS, "--check", "nowhere"], { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^weighbridge: nowhere: no such file or folder; [^\n]+\n$/);
});
