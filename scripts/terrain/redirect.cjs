// Preloaded by run.mjs: every import of cdktf and constructs, also by the bindings, finds those of CDK Terrain.
const Module = require("node:module");

const THEIRS = /^(?:cdktf|constructs)(?:\/|$)/;
const options = { paths: [process.env.TERRAIN] };
const resolve = Module._resolveFilename;

Module._resolveFilename = (request, parent, isMain, ...rest) =>
  THEIRS.test(request) && !parent?.filename?.startsWith(process.env.TERRAIN)
    ? resolve(request, null, false, options)
    : resolve(request, parent, isMain, ...rest);
