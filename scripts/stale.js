const { existsSync, readdirSync, statSync } = require("node:fs");
const { join, relative } = require("node:path");

const root = join(__dirname, "..");
/** What the build reads. */
const SOURCES = [
  "main.ts",
  "package.json",
  "cdktf.json",
  "tsconfig.json",
  "charts",
  "cli",
  "config",
  "constructs",
  "errors",
  "files",
  "footprint",
  "imports",
  "network",
  "stacks",
];

/** Path of a source that is newer than the build, or of the build itself where there is none. */
function staleSource() {
  const stamp = join(root, "dist", "built");
  if (!existsSync(stamp)) return "dist";
  const built = statSync(stamp).mtimeMs;
  for (const source of SOURCES) {
    const found = newer(join(root, source), built);
    if (found !== undefined) return relative(root, found);
  }
  return undefined;
}

function newer(path, built) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) return stat.mtimeMs > built ? path : undefined;
  for (const name of readdirSync(path)) {
    const found = newer(`${path}/${name}`, built);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a checkout, ends the process where it would run code of other sources than those that are there. */
function refuseStale() {
  const source = staleSource();
  if (source === undefined) return;
  const problem = source === "dist" ? "nothing is built yet" : `${source} is newer than the build`;
  process.stderr.write(`weighbridge: ${problem}; run 'npm run build', or keep 'npm run dev' running\n`);
  process.exit(2);
}

module.exports = { refuseStale, SOURCES };
