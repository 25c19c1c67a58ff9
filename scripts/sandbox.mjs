// The local sandbox in the package: its servers' code as two programs, and what installs and supervises them.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Read at run time, beside the programs, in the places that they have in the checkout. */
const FILES = [
  "supervise.mjs",
  "install.mjs",
  "installers",
  "versions.json",
  "kubernetes/definitions.json",
  "otel-collector/main.go",
];

export async function buildSandbox(root) {
  const target = join(root, "dist", "sandbox");
  mkdirSync(target, { recursive: true });
  for (const file of FILES) cpSync(join(root, "sandbox", file), join(target, file), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { local: "sandbox/local/index.ts", daemon: "sandbox/local/daemon.ts" },
    outdir: "dist/sandbox",
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "warning",
    minifyWhitespace: true,
    minifySyntax: true,
  }).catch(() => process.exit(1)); // esbuild has printed what is wrong.
}
