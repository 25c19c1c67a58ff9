import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../helpers/folder";

const ROOT = join(__dirname, "..", "..");
const SCRIPT = join(ROOT, "scripts", "stale.js");
const LONG_AGO = new Date("2001-01-01");

/** A checkout with two sources, built unless `isBuilt` is false. */
function checkout(isBuilt = true): string {
  const root = temporaryFolder();
  for (const folder of ["scripts", "cli", "dist"]) mkdirSync(join(root, folder));
  cpSync(SCRIPT, join(root, "scripts", "stale.js"));
  for (const file of ["main.ts", "cli/run.ts"]) {
    writeFileSync(join(root, file), "");
    utimesSync(join(root, file), LONG_AGO, LONG_AGO);
  }
  if (isBuilt) call(root, "startStamp()()");
  return root;
}

function call(root: string, code: string) {
  const script = `require(${JSON.stringify(join(root, "scripts", "stale.js"))}).${code}`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  return { status, stderr };
}

test("the command runs where the build is that of the sources", () => {
  const root = checkout();
  writeFileSync(join(root, "cli", ".run.ts.swp"), "");
  expect(call(root, "refuseStale()")).toEqual({ status: 0, stderr: "" });
});

test.each<[string, (root: string) => void, string]>([
  ["edited", (it) => writeFileSync(join(it, "main.ts"), "x"), "main.ts is newer than the build"],
  [
    "added, with an old date",
    (it) => {
      writeFileSync(join(it, "cli", "new.ts"), "");
      utimesSync(join(it, "cli", "new.ts"), LONG_AGO, LONG_AGO);
    },
    "cli/new.ts is newer than the build",
  ],
  ["removed", (it) => rmSync(join(it, "cli", "run.ts")), "cli/run.ts is in the build and no longer there"],
])("a source that was %s since the build is one line and exit code 2", (_, change, problem) => {
  const root = checkout();
  change(root);
  expect(call(root, "refuseStale()")).toEqual({
    status: 2,
    stderr: `weighbridge: ${problem}; run 'npm run build', or keep 'npm run dev' running\n`,
  });
});

test("so is a checkout that was never built", () => {
  expect(call(checkout(false), "refuseStale()")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^weighbridge: nothing is built yet; /),
  });
});

test("everything that is compiled is watched", () => {
  const { include } = JSON.parse(readFileSync(join(ROOT, "tsconfig.build.json"), "utf8")) as {
    include: string[];
  };
  const { SOURCES } = require(SCRIPT) as { SOURCES: string[] };
  expect(SOURCES).toEqual(expect.arrayContaining(include.map((path) => path.split("/")[0])));
});
