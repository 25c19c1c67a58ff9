#!/usr/bin/env node
require("./ensure-built")();
import("../dist/bundle/main.mjs");
