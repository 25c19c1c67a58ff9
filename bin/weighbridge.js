#!/usr/bin/env node
require("./supported.js");

const { existsSync } = require("node:fs");
const module_ = require("node:module");
const { join } = require("node:path");

// Only a checkout has sources that can be newer than the build.
const stale = join(__dirname, "..", "scripts", "stale.js");
if (existsSync(stale)) require(stale).refuseStale();

// Node 22 and later keep the compiled code between runs.
module_.enableCompileCache?.();
require("../dist/cli/command/weighbridge.js");
