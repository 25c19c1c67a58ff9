import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENVIRONMENTS } from "../../config/environments";
import { OPTIONS, stacksOf } from "../../config/options";
import { createApp } from "../../stacks/app";
import { weighbridge } from "../helpers/command";
import { filesBelow } from "../helpers/folder";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "weighbridge-test-")));
const partner = OPTIONS.filter(({ review }) => review === "001");

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function synthHere(name: string): Promise<Record<string, string>> {
  const outdir = join(scratch, name);
  (await createApp({ options: partner, environment: ENVIRONMENTS.sandbox, outdir })).synth();
  return filesBelow(outdir);
}

test("two synths in one process write the same bytes", async () => {
  const first = await synthHere("first");
  expect(Object.keys(first).filter((path) => path.endsWith("cdk.tf.json"))).toEqual(
    ["a", "b", "c"].map((id) => join("stacks", `partner-${id}`, "cdk.tf.json")),
  );
  expect(await synthHere("second")).toEqual(first);
});

describe("every option", () => {
  const here = join(scratch, "here");
  const elsewhere = join(scratch, "elsewhere");

  beforeAll(() => {
    expect(weighbridge(["synth", "--output", here]).status).toBe(0);
  });

  test("is the same bytes elsewhere, in Turkish and on the far side of the date line", () => {
    const hook = join(__dirname, "..", "helpers", "report-surroundings.cjs");
    const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const ran = weighbridge(["synth", "--output", elsewhere], {
      cwd: scratch,
      // Left to cdktf alone: our short cuts change no byte either.
      env: { ...env, NODE_OPTIONS: `--require=${hook}`, WEIGHBRIDGE_TRACE: "1" },
    });
    // Said by the process itself, so that the test can see that it was really elsewhere.
    expect(JSON.parse(ran.stderr.trimEnd().split("\n").at(-1) ?? "")).toEqual({
      locale: "tr-TR",
      timeZone: "Pacific/Kiritimati",
      folder: scratch,
    });
    expect(Object.keys(filesBelow(elsewhere)).filter((path) => path.endsWith("cdk.tf.json"))).toHaveLength(
      OPTIONS.flatMap(stacksOf).length,
    );
    expect(filesBelow(elsewhere)).toEqual(filesBelow(here));
  });

  test("names nothing of this machine", () => {
    for (const text of Object.values(filesBelow(here))) {
      expect(text).not.toContain(scratch);
      expect(text).not.toContain(process.cwd());
    }
  });
});
