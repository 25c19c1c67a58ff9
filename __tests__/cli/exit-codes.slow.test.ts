import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failureOf } from "../../cli/errors";
import { COMMAND, weighbridge } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

/** Runs the command after code that breaks something that it needs. */
function broken(code: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const file = join(temporaryFolder(), "broken.cjs");
  writeFileSync(file, code);
  return weighbridge(args, { env: { ...env, NODE_OPTIONS: `--require ${JSON.stringify(file)}` } });
}

const DEFECT = `
  const { parse } = JSON;
  JSON.parse = (text, ...rest) => {
    if (text.length > 10000) throw new TypeError("x is not a function\\nsecond line");
    return parse(text, ...rest);
  };`;

describe("a defect", () => {
  test("is exit code 3 and one line, without the source of the bundle", () => {
    expect(broken(DEFECT, ["show", "partner-b"])).toEqual({
      status: 3,
      stdout: "",
      stderr:
        "weighbridge: internal error: x is not a function; please report it with what WEIGHBRIDGE_DEBUG=1 prints\n",
    });
  });

  test("shows its stack with WEIGHBRIDGE_DEBUG=1", () => {
    const ran = broken(DEFECT, ["show", "partner-b"], { WEIGHBRIDGE_DEBUG: "1" });
    expect(ran.status).toBe(3);
    expect(ran.stderr).toContain("    at ");
  });

  test("outside of any promise ends the same way", () => {
    const code = `setImmediate(() => { throw new RangeError("too far"); });`;
    const ran = broken(code, ["options"]);
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/^weighbridge: internal error: too far; [^\n]+\n$/);
  });
});

test("what the operating system refuses is the user's to fix", () => {
  const refused = { code: "EROFS", syscall: "mkdtemp", path: "/tmp/x" };
  expect(failureOf(Object.assign(new Error("EROFS"), refused))).toEqual({
    exitCode: 2,
    lines: ["/tmp/x: mkdtemp failed: the file system is read-only (EROFS)"],
  });
});

const hasFull = process.platform === "linux";

(hasFull ? test : test.skip)("a full stdout is one line and exit code 2", () => {
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, "options"], {
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "weighbridge: stdout cannot be written (ENOSPC); free some space, or write to another file\n",
  });
});

test.each([
  [
    "a reader that stops early",
    `"$0" "$1" report 001 --out /dev/stdout | head -c 10 >/dev/null; exit "\${PIPESTATUS[0]}"`,
  ],
  ["stdout that is closed", `"$0" "$1" options >&- ; exit 0`],
])("%s is no error", (_, script) => {
  const { status, stderr } = spawnSync("bash", ["-c", script, process.execPath, COMMAND], {
    encoding: "utf8",
  });
  expect({
    status,
    stderr: stderr.replace(/^weighbridge: stdout cannot be written \(EBADF\).*\n/, ""),
  }).toEqual({
    status: 0,
    stderr: "",
  });
});

test("stderr that is closed early changes nothing but what it would have got", () => {
  const script = `"$0" "$1" synth partner-a --output "$2" 2>&-; exit $?`;
  const args = ["-c", script, process.execPath, COMMAND, join(temporaryFolder(), "out")];
  expect(spawnSync("bash", args, { encoding: "utf8" })).toMatchObject({ status: 0 });
});

test("a review's module that waits for ever is no success", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "weighbridge.config.mjs"), "await new Promise(() => {}); export default {};");
  expect(weighbridge(["compare"], { cwd: folder })).toEqual({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^weighbridge: the review's module waits for something that never ends; [^\n]+\n$/,
    ),
  });
});
