const { isAscii } = require("node:buffer");
const { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

const folder = join(__dirname, "..", "dist", "bundle");
/** Code compiled by one V8 is of no use to another one. The bundler empties the folder around it. */
const kept = join(folder, "code", `${process.versions.v8}-${process.arch}`);

const CHUNK = /^\.\/([\w-]+\.js)$/;
const requireFrom = createRequire(join(folder, "main.js"));
/** Modules and scripts by the name of their chunk. */
const modules = new Map();
const scripts = new Map();

/** Loads a chunk of the bundle, from its compiled code where that is kept: compiling is a third of a command's work. */
function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const filename = join(folder, name);
  const source = textOf(read(filename));
  const script = new Script(source, { filename, cachedData: codeOf(name) });
  scripts.set(name, script);
  script.runInThisContext()(module.exports, requireChunk, module, filename, folder);
  return module.exports;
}

function requireChunk(name) {
  const [, chunk] = CHUNK.exec(name) ?? [];
  return chunk === undefined ? requireFrom(name) : load(chunk);
}
requireChunk.resolve = requireFrom.resolve;

/**
 * One buffer for all files: memory that is fresh takes longer to get than a file to read.
 * What was read is there until the next file is.
 */
let room = Buffer.allocUnsafeSlow(1 << 21);

function read(path) {
  const file = openSync(path);
  try {
    const { size } = fstatSync(file);
    if (size > room.length) room = Buffer.allocUnsafeSlow(size);
    return room.subarray(0, readSync(file, room, 0, size));
  } finally {
    closeSync(file);
  }
}

/** Nearly every chunk is ASCII, which needs no decoding. */
function textOf(bytes) {
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

function codeOf(name) {
  try {
    return read(join(kept, name));
  } catch {
    return undefined;
  }
}

/** Keeps the code of every chunk that is loaded, with the functions that ran. */
function keepCode() {
  mkdirSync(kept, { recursive: true });
  for (const [name, script] of scripts) {
    const partial = join(kept, `${name}.partial`);
    writeFileSync(partial, script.createCachedData());
    renameSync(partial, join(kept, name));
  }
}

module.exports = { keepCode, load };
