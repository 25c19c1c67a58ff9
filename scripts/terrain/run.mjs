// Synthesises every option with cdktf and with CDK Terrain, its fork, and compares the documents: `npm run
// test:terrain`. Where `tofu` is installed, OpenTofu validates those of CDK Terrain. Skips, and says so, where no
// registry answers.
// Usage: node run.mjs [--json FILE]: the file gets the counts in the form of Jest's report.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TERRAIN = ["cdktf@npm:cdktn@0.24.0", "constructs@10.7.2"];
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "weighbridge-terrain-"));
const versions = { cdktf: {}, terrain: {} };
const results = { passed: [], failed: [], skipped: [] };
try {
  if (isInstalled()) compare();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report();

function isInstalled() {
  mkdirSync(join(scratch, "node_modules"));
  const flags = ["--no-audit", "--no-fund", "--no-save", "--fetch-retries=1", "--fetch-timeout=30000"];
  const { status, stderr } = spawnSync("npm", ["install", "--prefix", scratch, ...flags, ...TERRAIN], {
    encoding: "utf8",
    timeout: 120_000,
  });
  if (status === 0) return true;
  results.skipped.push(`CDK Terrain could not be installed: ${stderr.trim().split("\n")[0]}`);
  return false;
}

function compare() {
  const cdktf = documents("cdktf", []);
  const terrain = documents("terrain", ["--require", join(here, "redirect.cjs")]);
  const ids = [...new Set([...Object.keys(cdktf), ...Object.keys(terrain)])].sort();
  for (const id of ids) {
    const isSame = JSON.stringify(cdktf[id]) === JSON.stringify(terrain[id]);
    results[isSame ? "passed" : "failed"].push(`${id}: equal but for the version`);
  }
  if (Object.values(versions.terrain).some((version) => !version.startsWith("0.24.")))
    results.failed.push("the second synthesis was not by CDK Terrain");
  validate(ids);
}

/** Documents by stack, without the version, which is kept aside. */
function documents(name, flags) {
  const outdir = join(scratch, name);
  execFileSync(process.execPath, [...flags, join(root, "bin", "app.js")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, CDKTF_OUTDIR: outdir, TERRAIN: scratch },
  });
  const stacks = join(outdir, "stacks");
  return Object.fromEntries(
    readdirSync(stacks).map((id) => {
      const document = JSON.parse(readFileSync(join(stacks, id, "cdk.tf.json"), "utf8"));
      versions[name][id] = document["//"].metadata.version;
      delete document["//"].metadata.version;
      return [id, document];
    }),
  );
}

/** Needs the providers, from a registry of Terraform's or from a mirror in the user's own configuration. */
function validate(ids) {
  const hasTofu = spawnSync("tofu", ["version"]).status === 0;
  if (!hasTofu) return results.skipped.push("OpenTofu: tofu is not installed");
  for (const id of ids) {
    const cwd = join(scratch, "terrain", "stacks", id);
    const init = spawnSync("tofu", ["init", "-backend=false", "-input=false", "-no-color"], {
      cwd,
      encoding: "utf8",
    });
    if (init.status !== 0) {
      results.skipped.push(`OpenTofu: ${id}: its providers cannot be installed`);
      continue;
    }
    const { status, stdout } = spawnSync("tofu", ["validate", "-no-color"], { cwd, encoding: "utf8" });
    results[status === 0 ? "passed" : "failed"].push(
      `${id}: tofu validate\n${status === 0 ? "" : stdout}`.trim(),
    );
  }
}

function report() {
  for (const line of results.failed) console.log(`FAILED ${line}`);
  for (const line of results.skipped) console.log(`skipped ${line}`);
  const [passed, failed, skipped] = [results.passed, results.failed, results.skipped].map(
    ({ length }) => length,
  );
  const [flag, file] = process.argv.slice(2);
  if (flag === "--json" && file !== undefined) {
    const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped };
    writeFileSync(file, JSON.stringify({ ...counts, numTodoTests: 0, numRuntimeErrorTestSuites: 0 }));
  }
  console.log(`terrain: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
