const { existsSync, readdirSync, rmSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
/** The folders that are compiled. */
const rooms = ["config", "constructs", "stacks", "footprint", "network", "rules", "testing", "cli"];

/**
 * Takes away what was compiled from sources that are gone: the compiler leaves it, and node would find
 * `config/critter.js` before `config/critter/index.js`.
 */
function forgetStale() {
  for (const room of rooms) forget(join(root, room), join(root, "dist", room));
}

function forget(sources, compiled) {
  if (!existsSync(compiled)) return;
  for (const entry of readdirSync(compiled, { withFileTypes: true })) {
    const path = join(compiled, entry.name);
    if (entry.isDirectory()) forget(join(sources, entry.name), path);
    else if (!existsSync(join(sources, entry.name.replace(/(\.d\.ts|\.js)$/, ".ts")))) rmSync(path);
  }
}

module.exports = { forgetStale, rooms };
if (require.main === module) forgetStale();
