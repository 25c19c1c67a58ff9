import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { weighbridge } from "../helpers/command";
import { filesBelow, temporaryFolder } from "../helpers/folder";

const APP = join(__dirname, "..", "..", "bin", "app.js");

test("writes the same bytes as the app that cdktf runs", () => {
  const folder = temporaryFolder();
  execFileSync(process.execPath, [APP], { env: { ...process.env, CDKTF_OUTDIR: join(folder, "theirs") } });
  const ran = weighbridge(["synth", "--output", "ours"], { cwd: folder });
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain("ours/stacks/partner-a/cdk.tf.json\n");
  expect(ran.stderr).toContain("warning: partner-a/Gateway/Cache: WB068: partner-a-travel-api has one node");
  expect(filesBelow(join(folder, "ours"))).toEqual(filesBelow(join(folder, "theirs")));
});
