#!/usr/bin/env node
// A command is over before what V8 optimises pays for the optimising, which takes a quarter of all its work: V8 is told
// to wait fifteen times as long before it starts. What is hot for longer is still optimised.
require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
require("./ensure-built")();
require("./bundled").load("main.js");
