import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inProcess, weighbridge } from "../helpers/command";
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

test("writes only what is chosen, without a trace of this machine", async () => {
  const folder = temporaryFolder();
  expect((await inProcess(["synth", "partner-b"], { cwd: folder })).stdout).toBe(
    "cdktf.out/stacks/partner-b/cdk.tf.json\n",
  );
  const written = filesBelow(folder);
  expect(Object.keys(written)).not.toContainEqual(expect.stringContaining("partner-a"));
  for (const text of Object.values(written)) expect(text).not.toContain(join(__dirname, "..", ".."));
});

test("writes nothing when a word is wrong", async () => {
  const folder = temporaryFolder();
  expect((await inProcess(["synth", "partner-z"], { cwd: folder })).status).toBe(2);
  expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
});
