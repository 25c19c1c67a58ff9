#!/usr/bin/env node
// What `cdktf synth`, `diff` and `deploy` run, after a build: see cdktf.json.
const { failureOf } = require("../dist/cli/errors.js");

require("../dist/main.js").synthesised.catch((error) => {
  const { exitCode, lines } = failureOf(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
});
