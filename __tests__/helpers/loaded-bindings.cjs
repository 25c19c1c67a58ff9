/**
 * Says of each option which bindings are loaded when the app is made with it alone, and which providers it has:
 * `{"<option>": {"loaded": ["aws", ...], "providers": ["aws", ...]}}`.
 * Everything of the project's own is forgotten between two options, so that one process does for all of them.
 * Usage: node loaded-bindings.cjs, in a compiled checkout.
 */
const Module = require("node:module");
const { join, sep } = require("node:path");
const { tmpdir } = require("node:os");
const { TerraformProvider } = require("cdktf");

const dist = join(__dirname, "..", "..", "dist") + sep;
const { OPTIONS } = require(join(dist, "config", "options.js"));
const { ENVIRONMENTS } = require(join(dist, "config", "environments", "index.js"));

const PACKAGED = /^@cdktf\/provider-([a-z]+)\//;
const GENERATED = /[\\/]imports[\\/]providers[\\/]([a-z]+)[\\/]/;

let loaded = new Set();
const load = Module._load;
Module._load = (request, parent, ...rest) => {
  const [, packaged] = PACKAGED.exec(request) ?? [];
  if (packaged !== undefined) loaded.add(packaged);
  return load(request, parent, ...rest);
};

async function main() {
  const found = {};
  for (const option of OPTIONS) {
    const own = Object.keys(require.cache).filter((path) => path.startsWith(dist));
    for (const path of own) delete require.cache[path];
    loaded = new Set();
    const { createApp } = require(join(dist, "stacks", "app.js"));
    const app = await createApp({ options: [option], environment: ENVIRONMENTS.sandbox, outdir: tmpdir() });
    for (const path of Object.keys(require.cache)) {
      const [, generated] = path.startsWith(dist) ? (GENERATED.exec(path) ?? []) : [];
      if (generated !== undefined) loaded.add(generated);
    }
    const providers = app.node.findAll().filter((node) => TerraformProvider.isTerraformProvider(node));
    found[option.id] = {
      loaded: [...loaded].sort(),
      providers: providers.map(({ terraformResourceType }) => terraformResourceType),
    };
  }
  process.stdout.write(JSON.stringify(found));
}

main();
