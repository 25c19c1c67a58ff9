// Which packages each entry of the compiled library imports, and a check of them where the user loads it.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const require = createRequire(import.meta.url);
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/;
const HEAD = '"use strict";';

/**
 * Writes `peers/modules.json` into the compiled library and adds `guardPeers` to what package.json exports.
 * @param {string} dist folder of the compiled library
 */
export function guard(dist) {
  const { peerDependencies } = require("../package.json");
  const isPeer = (name) => Object.hasOwn(peerDependencies, name);
  const peers = {};
  const add = (name) => {
    const file = require.resolve(join(dist, name));
    const packages = packagesOf(file);
    // cdktf has it as a peer of its own.
    if (packages.has("cdktf")) packages.add("constructs");
    peers[name] = [...packages].filter(isPeer).sort();
    return file;
  };
  for (const { module } of require(join(dist, "config/options.js")).OPTIONS) add(`stacks/${module}`);
  add("stacks/app");
  for (const name of exported(dist)) {
    const file = add(name);
    if (peers[name].length > 0)
      prepend(
        file,
        dist,
        `guardPeers(module, ${JSON.stringify(name)}, ${JSON.stringify(specifierOf(name))})`,
      );
  }
  for (const name of loadedLater(dist)) {
    const file = add(name);
    const subject = JSON.stringify(specifierOf(dirname(name)));
    prepend(file, dist, `requirePeers([${JSON.stringify(name)}], ${subject})`);
  }
  writeFileSync(join(dist, "peers", "modules.json"), JSON.stringify(peers));
}

/** What a user imports a module by. */
function specifierOf(name) {
  return `weighbridge/${name.replace("imports/providers", "bindings").replace("stacks/cdktf", "fast-synth")}`;
}

/** Modules that users import. */
function exported(dist) {
  const foldersOf = (name) => readdirSync(join(dist, name)).map((child) => `${name}/${child}`);
  const bindings = foldersOf("imports/providers").flatMap((provider) => [
    provider,
    ...foldersOf(provider).filter((child) => statSync(join(dist, child)).isDirectory()),
  ]);
  return [...foldersOf("constructs"), ...bindings, "stacks/cdktf"];
}

/** Modules of constructs that are loaded only when they are used. */
function loadedLater(dist) {
  const folder = join(dist, "constructs");
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));
  return files.flatMap((name) => {
    const file = join(folder, name);
    const requests = [...readFileSync(file, "utf8").matchAll(/^ +.*\brequire\("(\.[^"]+)"\)/gm)];
    return requests.map(([, request]) => relative(dist, resolve(file, request)).slice(0, -".js".length));
  });
}

/** Names of the packages that loading a file loads. */
function packagesOf(file, found = new Set(), seen = new Set()) {
  if (seen.has(file)) return found;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  // What is indented is loaded later, or by a function.
  for (const [, request] of text.matchAll(/^\S.*\brequire\("([^"]+)"\)/gm)) {
    if (request.startsWith(".")) packagesOf(resolve(file, request), found, seen);
    else found.add(PACKAGE.exec(request)[0]);
  }
  return found;
}

function resolve(file, request) {
  const path = join(dirname(file), request);
  return [path, `${path}.js`, join(path, "index.js")].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
}

/** On the first line, so that those of stack traces stay. */
function prepend(file, dist, call) {
  const text = readFileSync(file, "utf8");
  if (!text.startsWith(HEAD)) throw new Error(`${file} does not start with ${HEAD}`);
  const peers = JSON.stringify(relative(dirname(file), join(dist, "peers")));
  writeFileSync(file, `${HEAD} require(${peers}).${call};${text.slice(HEAD.length)}`);
}
