#!/usr/bin/env node
require("./ensure-built")();
require("../dist/cli/main.js");
