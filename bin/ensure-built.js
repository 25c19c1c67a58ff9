const { existsSync, mkdirSync, readdirSync, statSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { forgetStale, rooms } = require("./forget-stale");
const oneAtATime = require("./one-at-a-time");

const root = join(__dirname, "..");
// The last thing that a successful build writes.
const stamp = join(root, "dist", "bundle", "main.js");

/**
 * In a checkout, compiles when a source is newer than what was compiled from it, so that an edited stack is
 * what gets weighed. An installed package has no sources and nothing to do.
 */
module.exports = function ensureBuilt() {
  if (!existsSync(join(root, "tsconfig.build.json")) || !isStale()) return;
  mkdirSync(join(root, "dist"), { recursive: true });
  const isBuilt = oneAtATime(join(root, "dist", ".compiling"), () => !isStale() || compile());
  if (!isBuilt) process.exit(2);
};

/** False where the sources do not compile, which is told. */
function compile() {
  process.stderr.write("weighbridge: sources changed, compiling...\n");
  const { execFileSync } = require("node:child_process");
  try {
    forgetStale();
    const options = { cwd: root, stdio: ["ignore", "pipe", "inherit"] };
    execFileSync(process.execPath, [compiler(), "-b", "tsconfig.build.json"], options);
    execFileSync(process.execPath, [join(root, "bin", "bundle.mjs")], options);
    return true;
  } catch (error) {
    process.stderr.write(
      `${error.stdout ?? error.message}\nweighbridge: the sources do not compile; mend the above\n`,
    );
    return false;
  }
}

function compiler() {
  const manifest = require.resolve("typescript/package.json");
  return join(dirname(manifest), require(manifest).bin.tsc);
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const isNewer = (path) => statSync(path).mtimeMs > built;
  return (
    isNewer(join(root, "main.ts")) ||
    rooms.some((room) => existsSync(join(root, room)) && anyFile(join(root, room), isNewer))
  );
}

function anyFile(folder, test) {
  return readdirSync(folder).some((name) => {
    const path = `${folder}/${name}`;
    return name.endsWith(".ts") ? test(path) : statSync(path).isDirectory() && anyFile(path, test);
  });
}
