#!/usr/bin/env node
// What `cdktf synth` runs: see cdktf.json.
// Errors whose message is one line for a person; everything else is a defect and keeps its stack.
const TOLD = ["UnknownOptionError", "EnvironmentError", "ValidationError"];

require("./ensure-built")();
require("../dist/main.js").synthesised.catch((error) => {
  if (!TOLD.includes(error.name)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
