#!/usr/bin/env node
// What `cdktf synth` runs: see cdktf.json.
require("./ensure-built")();
require("../dist/main.js").synthesised.catch((error) => {
  if (error.name !== "ValidationError") throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
