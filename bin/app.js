#!/usr/bin/env node
// What `cdktf synth`, `diff` and `deploy` run, after a build: see cdktf.json.
require("./supported.js");

const { failureOf } = require("../dist/cli/errors.js");

process.on("uncaughtException", (error) => {
  const { exitCode, lines } = failureOf(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
});

require("../dist/main.js");
