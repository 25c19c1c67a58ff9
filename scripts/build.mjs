// Builds the package: the library with tsc and checks of its peers, the command as one file, and every option
// synthesised. With `--if-stale` only where a source has changed since the last build.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { guard } from "./peers.mjs";
import { buildSandbox } from "./sandbox.mjs";

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const { problemOfBuild, startStamp } = require("./stale.js");
if (process.argv.includes("--if-stale") && problemOfBuild() === undefined) process.exit(0);
const stamp = startStamp();

// What was compiled from a source that is gone would still be found.
rmSync(dist, { recursive: true, force: true });

const manifest = require.resolve("typescript/package.json");
const tsc = join(dirname(manifest), require(manifest).bin.tsc);
try {
  execFileSync(process.execPath, [tsc, "-b", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
} catch {
  process.exit(1);
}

await build({
  absWorkingDir: root,
  entryPoints: ["cli/main.ts"],
  outfile: "dist/cli/command/weighbridge.js",
  bundle: true,
  platform: "node",
  target: "node20",
  // The stacks bring cdktf and the bindings: an option that ships synthesised needs neither.
  external: ["../../stacks/*", "../../sandbox/*"],
  logLevel: "warning",
  minifyWhitespace: true,
  minifySyntax: true,
}).catch(() => process.exit(1)); // esbuild has printed what is wrong.

await buildSandbox(root);
guard(dist);
await require("../dist/stacks/ship.js").ship();
const command = join(dist, "cli", "command", "weighbridge.js");
writeFileSync(join(dist, "weighbridge.1"), execFileSync(process.execPath, [command, "__man"]));
stamp();
