/**
 * Synthesises the options of a review in a process of its own, so that its folder, time zone and language can
 * be others. Usage: node synth-in-child.cjs REVIEW OUTDIR
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

const root = join(__dirname, "..", "..");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), { filename, cwd: root });
  module._compile(code, filename);
};

// What a module names with the ending that it has once compiled, is found without.
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) => {
  const isOwn = request.startsWith(".") && parent?.filename.endsWith(".ts");
  return resolve(isOwn ? request.replace(/\.js$/, "") : request, parent, ...rest);
};

const { ENVIRONMENTS } = require("../../config/environments.ts");
const { OPTIONS } = require("../../config/options.ts");
const { createApp } = require("../../stacks/app.ts");

const [review, outdir] = process.argv.slice(2);
const options = OPTIONS.filter((option) => option.review === review);
createApp({ options, environment: ENVIRONMENTS.sandbox, outdir }).then((app) => {
  app.synth();
  // Said so that the test can see that the child was really elsewhere.
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  console.log(JSON.stringify({ locale, timeZone, folder: process.cwd() }));
});
