#!/usr/bin/env node
// What `cdktf synth` runs: see cdktf.json.
require("./ensure-built")();
try {
  require("../dist/main.js");
} catch (error) {
  if (error.name !== "ValidationError") throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
