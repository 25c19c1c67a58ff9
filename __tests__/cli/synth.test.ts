import { existsSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { filesBelow, temporaryFolder } from "../helpers/folder";

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
