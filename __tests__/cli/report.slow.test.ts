import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, inProcess, weighbridge } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";
import { problemsOf } from "../helpers/well-formed";

const PARTNERS = ["partner-a", "partner-b", "partner-c"];

test("the report is one file, well formed, with the claims of the review, the same bytes anywhere", async () => {
  const folder = temporaryFolder();
  const ran = await inProcess(["report", ...PARTNERS, "--out", "report.html"], { cwd: folder });
  expect(ran).toEqual({ status: 0, stdout: "report.html\n", stderr: "" });
  expect(readdirSync(folder)).toEqual(["report.html"]);

  const report = readFileSync(join(folder, "report.html"), "utf8");
  expect(problemsOf(report)).toEqual([]);
  expect(report).toContain("<h1>Comparison of partner-a, partner-b and partner-c</h1>");
  expect(report).toContain('<section id="claims"');

  weighbridge(["report", ...PARTNERS, "--out", join(folder, "again.html")], {
    cwd: "/",
    env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  });
  expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(report);
});

test("the foot names version, date, commit, digests and the command; no clock is read", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "it's.yaml"), "kind: Namespace\napiVersion: v1\nmetadata: { name: shop }\n");
  mkdirSync(join(folder, ".git"));
  writeFileSync(join(folder, ".git", "HEAD"), "0123456789abcdef0123456789abcdef01234567\n");
  const command = ["report", "--from", "mine=it's.yaml", "--as-of", "2026-11-24", "--out", "r.html"];
  expect(await inProcess(command, { cwd: folder })).toMatchObject({ status: 0, stderr: "" });
  const [, foot = ""] = readFileSync(join(folder, "r.html"), "utf8")
    .replaceAll("<wbr>", "")
    .split("<footer>");
  expect(foot).toContain(", 2026-11-24, commit 0123456789ab. Made again by");
  expect(foot).toContain(
    "<code>weighbridge report --from &#39;mine=it&#39;\\&#39;&#39;s.yaml&#39; --as-of 2026-11-24 --out report.html</code>",
  );
  const digest = createHash("sha256")
    .update(readFileSync(join(folder, "it's.yaml")))
    .digest("hex");
  expect(foot).toContain(`it&#39;s.yaml <code>${digest}</code>`);
});

test("/dev/stdout is the stream, not the file behind it: what is in the file stays", () => {
  const file = join(temporaryFolder(), "log");
  writeFileSync(file, "before\n");
  const stdout = openSync(file, "a");
  const { status } = spawnSync(process.execPath, [COMMAND, "report", ...PARTNERS, "--out", "/dev/stdout"], {
    stdio: ["ignore", stdout, "ignore"],
  });
  closeSync(stdout);
  expect(status).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(/^before\n<!DOCTYPE html>[\s\S]*<\/html>\n\/dev\/stdout\n$/);
});

test("a comparison as HTML is a report without claims", async () => {
  const { status, stdout, stderr } = await inProcess(["compare", ...PARTNERS, "--format", "html"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(problemsOf(stdout)).toEqual([]);
  expect(stdout).not.toContain('id="claims"');
});

test.each([
  [["report", "partner-a"], "required option '--out <file>' not specified; add --out <file>"],
  [
    ["report", "partner-a", "--out", "no/report.html"],
    "--out no/report.html: cannot be written (ENOENT); name a file in a folder that exists",
  ],
])("%j is refused in one line", async (args, expected) => {
  const folder = temporaryFolder();
  expect(await inProcess(args, { cwd: folder })).toEqual({
    status: 2,
    stdout: "",
    stderr: `weighbridge: ${expected}\n`,
  });
  expect(readdirSync(folder)).toEqual([]);
});
