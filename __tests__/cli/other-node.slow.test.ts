import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { weighbridge } from "../helpers/command";

test("nothing that Node deprecates is used while an option is synthesised: it would print a warning", () => {
  const folder = mkdtempSync(join(tmpdir(), "weighbridge-node-"));
  const file = join(folder, "warn.cjs");
  writeFileSync(file, 'require("node:util").isArray = () => { throw new Error("util.isArray was called") };');
  // In another environment the option is synthesised; its output is an object, and cdktf checks whether it is a list.
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(file)}`, ENVIRONMENT: "staging" };
  const ran = weighbridge(["show", "shop-1-traditional"], { env });
  rmSync(folder, { recursive: true });
  expect(ran).toMatchObject({ status: 0, stderr: "" });
});
