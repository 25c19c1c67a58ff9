#!/usr/bin/env node
// What `cdktf synth` runs: see cdktf.json.
require("./ensure-built")();
const { isUserError } = require("../dist/errors/user-error.js");

require("../dist/main.js").synthesised.catch((error) => {
  if (!isUserError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
