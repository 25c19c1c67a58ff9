import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * An esbuild plugin: of a provider's bindings a command uses a twentieth. A class that describes a block is made when
 * it is first used, what a module hands on from others is inherited from them, and what only writes HCL is left out.
 * What is not written as cdktf's generator writes it stays as it is.
 */
export function slimBindings() {
  return {
    name: "slim-bindings",
    setup({ onLoad }) {
      onLoad({ filter: /@cdktf[\\/]provider-\w+[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
        contents: slim(readFileSync(path, "utf8")),
      }));
    },
  };
}

const BEGIN = /^(?=Object\.defineProperty\(exports, "__esModule")/m;
const LEFT_OUT = [
  // TypeScript's helpers for `export *`, and names that are declared before they have a value.
  /^var __createBinding = [\s\S]*?^var __exportStar = [\s\S]*?^};\n/m,
  /^exports\.\w+ = (?:exports\.\w+ = )*void 0;\n/gm,
  /^exports\.\w+ToHclTerraform = \w+;\n/gm,
  /^function \w+ToHclTerraform\([\s\S]*?^}\n/gm,
  /^ {4}synthesizeHclAttributes\(\) \{[\s\S]*?^ {4}}\n/gm,
];
const HANDED_ON = /^__exportStar\((require\("[^"]+"\)), exports\);$/gm;
const BLOCK =
  /^(class (\w+) extends cdktf\.Complex[\s\S]*?^})\nexports\.\2 = \2;\n\w+ = JSII_RTTI_SYMBOL_1;\n\2\[\w+] = .*;\n/gm;
const MADE = /\bnew (\w+)\(/g;

const HELPERS = fileURLToPath(new URL("lazy-exports.js", import.meta.url));

/** The text of a binding made slim. */
export function slim(source) {
  const needed = LEFT_OUT.reduce((text, part) => text.replace(part, ""), source);
  const blocks = new Set([...needed.matchAll(BLOCK)].map(([, , name]) => name));
  return needed
    .replace(MADE, (made, name) => (blocks.has(name) ? `new exports.${name}(` : made))
    .replace(BLOCK, (_, block, name) => `$.lazy(exports, "${name}", () => ${block});\n`)
    .replace(HANDED_ON, (_, module) => `$.inherit(exports, ${module});`)
    .replace(BEGIN, `const $ = require(${JSON.stringify(HELPERS)});\n`);
}
