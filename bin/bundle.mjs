// Bundles the command: loading cdktf's and the bindings' hundreds of files takes longer than everything else.
// A stack stays a chunk of its own, so that an option never loads another cloud's bindings.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { slimBindings } from "./slim-bindings.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(root, "dist", "bundle");
// A command that starts meanwhile finds the bundle of before, or none: never one that is half made.
const outdir = `${bundle}.${process.pid}`;

try {
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: "dist/cli/main.js",
      worker: "dist/cli/worker.js",
      // Nobody starts with these. But an entry has chunks of its own: the thread of `worker` is started when the data of
      // the options is loaded, and the footprint, which uses it too, is not.
      options: "dist/config/options.js",
      usage: "dist/config/usage.js",
      footprint: "dist/footprint/index.js",
    },
    outdir,
    bundle: true,
    // Node reads and parses a third less. Names stay, for errors and for whoever asks a class for its own.
    minifyWhitespace: true,
    minifySyntax: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
    plugins: [slimBindings(), onceUsed("archiver", "child_process", "node:child_process")],
  });
  await asCommonJs(outdir);
  rmSync(bundle, { recursive: true, force: true });
  renameSync(outdir, bundle);
} finally {
  rmSync(outdir, { recursive: true, force: true });
}

/** Modules that a command seldom or never uses, with many below them: each is loaded by the first use of it. */
function onceUsed(...names) {
  const filter = new RegExp(`^(?:${names.join("|")})$`);
  return {
    name: "once-used",
    setup({ onLoad, onResolve }) {
      onResolve({ filter }, ({ path, namespace, resolveDir }) =>
        namespace === "once-used" ? undefined : { path, namespace: "once-used", pluginData: resolveDir },
      );
      onLoad({ filter: /./, namespace: "once-used" }, ({ path, pluginData: resolveDir }) => ({
        contents: `module.exports = new Proxy(() => {}, {
          get: (_, key) => require("${path}")[key],
          apply: (_, self, args) => Reflect.apply(require("${path}"), self, args),
        });`,
        resolveDir,
      }));
    },
  };
}

/** Only CommonJS can be loaded from compiled code, and esbuild splits only ES modules. */
async function asCommonJs(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { code } = await transform(readFileSync(path, "utf8"), {
      format: "cjs",
      platform: "node",
      target: "node20",
      supported: { "dynamic-import": false },
      minifyWhitespace: true,
    });
    writeFileSync(
      path,
      `(function (exports, require, module, __filename, __dirname) {${onFirstUse(code)}\n})`,
    );
  }
}

/** Chunks hold nothing but functions that run a module: each is loaded when the first of them is called. */
function onFirstUse(code) {
  return code
    .replace(/\bvar (import_chunk_\w+)=(require\("[^"]+"\));/g, "var $1=()=>$2;")
    .replace(/\b(import_chunk_\w+)\./g, "$1().");
}
