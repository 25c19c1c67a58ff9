import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENVIRONMENTS } from "../../config/environments";
import { OPTIONS } from "../../config/options";
import { createApp } from "../../stacks/app";
import { filesBelow } from "../helpers/folder";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "weighbridge-test-")));
const options = OPTIONS.filter(({ review }) => review === "001");

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function synthHere(name: string): Promise<Record<string, string>> {
  const outdir = join(scratch, name);
  (await createApp({ options, environment: ENVIRONMENTS.sandbox, outdir })).synth();
  return filesBelow(outdir);
}

test("two synths in one process write the same bytes", async () => {
  const first = await synthHere("first");
  expect(Object.keys(first).filter((path) => path.endsWith("cdk.tf.json"))).toEqual(
    ["a", "b", "c"].map((id) => join("stacks", `partner-${id}`, "cdk.tf.json")),
  );
  expect(await synthHere("second")).toEqual(first);
});

test("a synth elsewhere, in Turkish and on the far side of the date line, writes the same bytes", async () => {
  const outdir = join(scratch, "elsewhere");
  const child = join(__dirname, "..", "helpers", "synth-in-child.cjs");
  const env = { PATH: process.env["PATH"], TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" };
  const said = execFileSync(process.execPath, [child, "001", outdir], {
    cwd: scratch,
    env,
    encoding: "utf8",
  });
  expect(JSON.parse(said)).toEqual({ locale: "tr-TR", timeZone: "Pacific/Kiritimati", folder: scratch });
  expect(filesBelow(outdir)).toEqual(await synthHere("here"));
});

test("nothing that is written names this machine", async () => {
  for (const text of Object.values(await synthHere("named"))) {
    expect(text).not.toContain(scratch);
    expect(text).not.toContain(process.cwd());
  }
});
