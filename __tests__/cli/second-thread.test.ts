import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPTIONS } from "../../config/options";
import { weighbridge } from "../helpers/command";

const folder = mkdtempSync(join(tmpdir(), "weighbridge-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compares every option in a process that runs some code first, in each of its threads. */
function compareAfter(name: string, code: string, env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(
    file,
    `const os = require("node:os");
     const { isMainThread } = require("node:worker_threads");
     os.availableParallelism = () => 2;
     ${code}`,
  );
  const ids = OPTIONS.map(({ id }) => id);
  return weighbridge(["compare", ...ids, "--format", "json"], {
    env: { ...env, NODE_OPTIONS: `--require ${JSON.stringify(file)}` },
  });
}

const TELL = `if (!isMainThread) require("node:fs").writeSync(2, "helps\\n");`;
/** Tells which chunks of the bundle the first thread has read once it starts the second, and at the end. */
const TELL_CHUNKS = `
  if (isMainThread) {
    const fs = require("node:fs");
    const threads = require("node:worker_threads");
    const { openSync } = fs;
    const chunks = new Set();
    fs.openSync = (path, ...rest) => {
      if (/bundle.[\\w-]+\\.js$/.test(path)) chunks.add(path);
      return openSync(path, ...rest);
    };
    const tell = () => fs.writeSync(2, JSON.stringify([...chunks]) + "\\n");
    threads.Worker = class extends threads.Worker {
      constructor(...args) {
        tell();
        super(...args);
      }
    };
    process.on("exit", tell);
  }`;
const ONE_CORE = "os.availableParallelism = () => 1;";

describe("a comparison of many options", () => {
  const alone = compareAfter("alone", ONE_CORE + TELL);

  test("takes one thread where there is one core", () => {
    expect(alone).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(alone.stdout)).toMatchObject({
      options: OPTIONS.map(({ id }) => expect.objectContaining({ id })),
    });
  });

  test("is shared with a second thread, and says the same", () => {
    expect(compareAfter("both", TELL)).toEqual({ ...alone, stderr: "helps\n" });
  });

  test("starts that thread before the first one has loaded what weighs", () => {
    const told = compareAfter("chunks", TELL_CHUNKS).stderr.trimEnd().split("\n");
    const [before, after] = told.map((line) =>
      (JSON.parse(line) as string[]).some((path) =>
        readFileSync(path, "utf8").includes("function toFootprint("),
      ),
    );
    expect({ before, after }).toEqual({ before: false, after: true });
  });

  test("goes on alone where that thread fails", () => {
    expect(compareAfter("failing", `if (!isMainThread) throw new Error("no memory");`)).toEqual(alone);
  });

  test("tells a refusal as one thread does", () => {
    const wrong = { ENVIRONMENT: "nowhere" };
    const refused = compareAfter("refused-alone", ONE_CORE, wrong);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^weighbridge: 'ENVIRONMENT' must be one of .*\n$/);
    expect(compareAfter("refused", "", wrong)).toEqual(refused);
  });
});
