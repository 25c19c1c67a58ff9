import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { weighbridge } from "../helpers/command";

const FLAGS = join(__dirname, "..", "..", "bin", "v8-flags.js");

/** Flags that are set where V8 is of this version. */
function flagsOn(v8: string): string[] {
  const code = `
    Object.defineProperty(process, "versions", { value: { ...process.versions, v8: "${v8}" } });
    require("node:v8").setFlagsFromString = (flag) => console.log(flag);
    require(${JSON.stringify(FLAGS)});`;
  const { stdout } = spawnSync(process.execPath, ["--eval", code], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}

describe("on another Node than 20", () => {
  test("no flag is set, of which its V8 may know nothing", () => {
    expect(flagsOn("11.3.244.8-node.38")).toContain("--interrupt-budget=1000000");
    expect(flagsOn("12.4.254.21-node.33")).toEqual([]);
    expect(flagsOn("13.6.233.17-node.37")).toEqual([]);
  });

  test("nothing that Node gives up is asked, of which it would warn", () => {
    const folder = mkdtempSync(join(tmpdir(), "weighbridge-node-"));
    const file = join(folder, "warn.cjs");
    writeFileSync(
      file,
      'require("node:util").isArray = () => { throw new Error("util.isArray was asked") };',
    );
    const env = { NODE_OPTIONS: `--require ${JSON.stringify(file)}` };
    // Its output is an object, of which cdktf asks whether it is a list.
    const ran = weighbridge(["show", "shop-1-traditional"], { env });
    rmSync(folder, { recursive: true });
    expect(ran).toMatchObject({ status: 0, stderr: "" });
  });
});
