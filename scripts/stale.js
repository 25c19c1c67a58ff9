const { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
/** What the build reads. */
const SOURCES = [
  "main.ts",
  "package.json",
  "cdktf.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "tsconfig.imports.json",
  "app",
  "charts",
  "cli",
  "config",
  "constructs",
  "errors",
  "files",
  "footprint",
  "imports",
  "network",
  "peers",
  "rules",
  "sandbox",
  "scripts/build.mjs",
  "scripts/sandbox.mjs",
  "stacks",
  "testing",
];

const STAMP = join(root, "dist", "built");

/** Every file that the build reads, each with the time of its last change. */
function sources() {
  const found = new Map();
  const add = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    // Editors keep their own files in hidden ones; no test is built.
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)))
        if (!name.startsWith(".") && !name.endsWith(".test.ts")) add(`${path}/${name}`);
    } else if (stat !== undefined) found.set(path, stat.mtimeMs);
  };
  SOURCES.forEach(add);
  return found;
}

/**
 * Call where a build starts.
 * @returns what its end calls: it leaves the names of the sources, and the time when they were read
 */
function startStamp() {
  const names = [...sources().keys()].join("\n");
  const started = new Date();
  return () => {
    writeFileSync(STAMP, names);
    utimesSync(STAMP, started, started);
  };
}

/** Why the build is not that of the sources; undefined where it is. */
function problemOfBuild() {
  if (!existsSync(STAMP)) return "nothing is built yet";
  const built = statSync(STAMP).mtimeMs;
  const before = new Set(readFileSync(STAMP, "utf8").split("\n"));
  for (const [path, changed] of sources()) {
    if (changed > built || !before.delete(path)) return `${path} is newer than the build`;
  }
  const [removed] = before;
  return removed === undefined ? undefined : `${removed} is in the build and no longer there`;
}

/** In a checkout, ends the process where it would run code of other sources than those that are there. */
function refuseStale() {
  const problem = problemOfBuild();
  if (problem === undefined) return;
  process.stderr.write(`weighbridge: ${problem}; run 'npm run build', or keep 'npm run dev' running\n`);
  process.exit(2);
}

module.exports = { problemOfBuild, refuseStale, SOURCES, startStamp };
