#!/usr/bin/env node
require("./v8-flags");
require("./ensure-built")();
require("./bundled").load("main.js");
