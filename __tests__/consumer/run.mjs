// Installs the packed package as its users do, and uses it: `npm run test:consumer`. Each package manager has a project
// of its own, with the newest cdktf and constructs that the registry has. Prints what fails with its output.
// Usage: node run.mjs [--json FILE]: the file gets the counts in the form of Jest's report.
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Lane, run } from "./lane.mjs";
import { firstComparison, reviewInTypeScript } from "./reviews.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const tools = join(root, "scripts", "tools");
const require = createRequire(import.meta.url);
const { cdktf: dated } = require(join(root, "package.json")).devDependencies;
const node = process.execPath;

const PROVIDERS = ["aws", "datadog", "docker", "helm", "kubernetes"].map((name) => `@cdktf/provider-${name}`);
const LARGEST_MB = 2.5;
/** Both major versions of the AWS bindings that are supported. */
const AWS = { "npm 10": "20", "npm 11": "latest", pnpm: "20" };
const MANAGERS = {
  "npm 10": [node, join(tools, "node_modules/npm-10/bin/npm-cli.js"), "install", "--no-audit", "--no-fund"],
  "npm 11": [node, join(tools, "node_modules/npm-11/bin/npm-cli.js"), "install", "--no-audit", "--no-fund"],
  pnpm: [node, join(tools, "node_modules/pnpm/bin/pnpm.cjs"), "add"],
};
/** Of TypeScript 5.9; 7 no longer has node10. */
const RESOLUTIONS = [
  ["node10", "commonjs"],
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["bundler", "esnext"],
];

const scratch = mkdtempSync(join(tmpdir(), "weighbridge-consumer-"));
const lanes = [];
try {
  if (await isOffline()) console.log("consumer: skipped, because no registry answers");
  else await check();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report();

/** A registry that has cdktf, within half a minute. */
async function isOffline() {
  const view = ["view", `cdktf@${dated}`, "version", "--fetch-retries=0", "--fetch-timeout=15000"];
  const { status } = await run(["npm", ...view], { cwd: scratch, timeout: 30_000 });
  return status !== 0;
}

async function check() {
  const ready = new Lane("package", root);
  lanes.push(ready);
  await ready.step("tools", ["npm", "ci", "--prefix", tools, "--no-audit", "--no-fund"]);
  const packing = ["npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", scratch];
  const archive = join(
    scratch,
    String(await ready.step("npm pack", packing))
      .trim()
      .split("\n")
      .at(-1),
  );
  if (ready.hasFailed) return;
  const { size } = statSync(archive);
  ready.steps.push({
    name: `package: ${(size / 1e6).toFixed(2)} MB, at most ${LARGEST_MB}`,
    seconds: "0.0",
    output:
      size > LARGEST_MB * 1e6 ? "remove what users do not need from `files` in package.json" : undefined,
  });
  await Promise.all([
    lint(ready, archive),
    ...Object.keys(MANAGERS).map((manager) => consume(manager, archive)),
  ]);
}

/** What the package promises to every module resolution. */
async function lint(lane, archive) {
  const bin = (name) => join(tools, "node_modules", ".bin", name);
  const { exports } = require(join(root, "package.json"));
  const { PATTERNS } = await import("./entries.mjs");
  const entries = Object.keys(exports).flatMap((name) => PATTERNS[name] ?? []);
  await lane.step("docs/api is that of the sources", [node, join(root, "scripts", "api.mjs"), "--check"]);
  await lane.step("publint", [bin("publint"), archive, "--strict"]);
  await lane.step("attw", [
    bin("attw"),
    archive,
    "--no-definitely-typed",
    "--include-entrypoints",
    ...entries,
  ]);
}

/** A project of its own, used as a user would. */
async function consume(manager, archive) {
  const lane = new Lane(manager, join(scratch, manager.replace(" ", "-")));
  lanes.push(lane);
  const modules = (...parts) => join(root, "node_modules", ...parts);
  cpSync(join(here, "project"), lane.folder, { recursive: true });
  cpSync(join(root, "docs", "examples"), join(lane.folder, "src", "examples"), {
    recursive: true,
    filter: (path) => !path.endsWith(".yaml"),
  });
  const providers = PROVIDERS.map((name) => (name.endsWith("aws") ? `${name}@${AWS[manager]}` : name));
  const packages = [
    archive,
    "cdktf@latest",
    "constructs@latest",
    ...providers,
    "@types/node@20",
    "@types/jest@30",
    "tsx@4",
  ];
  if (!(await lane.step("install", [...MANAGERS[manager], ...packages]))) return;

  await lane.step("strict types", [node, modules("typescript/bin/tsc"), "-p", "."]);
  const jest = [modules("jest/bin/jest.js"), "--rootDir", "out", "--testMatch", "**/*.spec.js"];
  await lane.step("Jest", [node, ...jest]);
  await lane.step("cdktf synth", [node, modules("cdktf-cli/bundle/bin/cdktf"), "synth"]);
  const weighbridge = join(lane.folder, "node_modules", ".bin", "weighbridge");
  await lane.step("compare --from", [weighbridge, "compare", "--from", "mine=cdktf.out"], /mine-swarm-stack/);
  await lane.step(
    "compare a built-in option",
    [weighbridge, "compare", "partner-a", "partner-b"],
    /partner-b/,
  );
  const synth = [weighbridge, "synth", "partner-b", "--output", "other"];
  await lane.step("another environment", synth, /partner-b/, { ENVIRONMENT: "staging" });
  await lane.step("ESM", [node, "out/esm.mjs"], /KafkaTopicSet .*kubernetes_namespace_v1/);
  await reviewInTypeScript(lane, `${node} ${modules("cdktf-cli/bundle/bin/cdktf")}`);
  await firstComparison(lane);
  if (manager === "npm 11") await resolve(lane);
}

/** Types under each module resolution. */
async function resolve(lane) {
  const tsc = join(tools, "node_modules", "typescript", "bin", "tsc");
  for (const [resolution, module] of RESOLUTIONS) {
    const flags = ["--moduleResolution", resolution, "--module", module, "--noEmit"];
    await lane.step(`types under ${resolution}`, [node, tsc, "-p", "tsconfig.types.json", ...flags]);
  }
}

function report() {
  const steps = lanes.flatMap((lane) => lane.steps);
  for (const { name, seconds, output } of steps) {
    console.log(`${output === undefined ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (output !== undefined) console.log(output.replace(/^/gm, "    "));
  }
  const failed = steps.filter(({ output }) => output !== undefined).length;
  const counts = {
    numPassedTests: steps.length - failed,
    numFailedTests: failed,
    numPendingTests: steps.length === 0 ? 1 : 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  const [flag, file] = process.argv.slice(2);
  if (flag === "--json" && file !== undefined) writeFileSync(file, JSON.stringify(counts));
  console.log(
    `consumer: ${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}
