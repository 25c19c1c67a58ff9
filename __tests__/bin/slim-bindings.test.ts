import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PLUGIN = pathToFileURL(join(__dirname, "..", "..", "bin", "slim-bindings.mjs")).href;

/** A module of bindings as cdktf's generator writes it: a block that makes another one. */
const BINDING = `"use strict";
var _a, _b;
Object.defineProperty(exports, "__esModule", { value: true });
exports.Inner = exports.Outer = void 0;
exports.innerToTerraform = innerToTerraform;
exports.innerToHclTerraform = innerToHclTerraform;
const JSII_RTTI_SYMBOL_1 = Symbol.for("jsii.rtti");
const cdktf = require("cdktf");
function innerToTerraform(struct) {
    return { inner: struct };
}
function innerToHclTerraform(struct) {
    return { hcl: struct };
}
class Inner extends cdktf.ComplexObject {
}
exports.Inner = Inner;
_a = JSII_RTTI_SYMBOL_1;
Inner[_a] = { fqn: "x.Inner", version: "1.0.0" };
class Outer extends cdktf.ComplexObject {
    inner() {
        return new Inner();
    }
}
exports.Outer = Outer;
_b = JSII_RTTI_SYMBOL_1;
Outer[_b] = { fqn: "x.Outer", version: "1.0.0" };
`;

/** A module that hands on what others export, with the helpers that TypeScript writes for it. */
const INDEX = `"use strict";
var __createBinding = (this && this.__createBinding) || (function(o, m, k) {
    o[k] = m[k];
});
var __exportStar = (this && this.__exportStar) || function(m, exports) {
    for (var p in m) __createBinding(exports, m, p);
};
Object.defineProperty(exports, "__esModule", { value: true });
__exportStar(require("./structs0"), exports);
__exportStar(require("./structs400"), exports);
__exportStar(require("./structs800"), exports);
`;

/**
 * What a script prints, which has `run(source, modules)` to run a slim module. Each base class that is asked for adds
 * to `made`.
 */
function printed(script: string): unknown {
  const code = `
    import { createRequire } from "node:module";
    import { slim } from ${JSON.stringify(PLUGIN)};
    const require = createRequire(${JSON.stringify(PLUGIN)});
    let made = 0;
    const cdktf = { get ComplexObject() { made += 1; return class {}; } };
    function run(source, modules = {}) {
      const exports = {};
      const known = { cdktf, ...modules };
      new Function("exports", "require", slim(source))(exports, (name) => known[name] ?? require(name));
      return exports;
    }
    const BINDING = ${JSON.stringify(BINDING)};
    const INDEX = ${JSON.stringify(INDEX)};
    ${script}`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" }),
  );
}

describe("slim bindings", () => {
  test("make a block's class when it is first used, and once", () => {
    const counts = printed(`
      const binding = run(BINDING);
      const counts = [made];
      const outer = new binding.Outer();
      counts.push(made);
      const inner = outer.inner();
      counts.push(made, inner instanceof binding.Inner, binding.Inner === binding.Inner, made);
      console.log(JSON.stringify(counts));`);
    expect(counts).toEqual([0, 1, 2, true, true, 2]);
  });

  test("keep names, and all but what writes HCL", () => {
    const kept = printed(`
      const binding = run(BINDING);
      const { Outer, innerToTerraform } = binding;
      console.log(JSON.stringify([Object.keys(binding).sort(), Outer.name, innerToTerraform(1), slim(BINDING).includes("Hcl")]));`);
    expect(kept).toEqual([["Inner", "Outer", "innerToTerraform"], "Outer", { inner: 1 }, false]);
  });

  test("hand on what each of several modules exports, without asking for it", () => {
    const handed = printed(`
      const modules = { "./structs0": run(BINDING), "./structs400": { other: () => 400 }, "./structs800": { last: () => 800 } };
      const index = run(INDEX, modules);
      const again = run(INDEX, modules);
      const before = made;
      console.log(JSON.stringify([before, index.other(), again.last(), index.Outer === modules["./structs0"].Outer, made]));`);
    expect(handed).toEqual([0, 400, 800, true, 1]);
  });

  test("leave what the generator did not write as it is", () => {
    const text = "class Own extends Base {\n}\nmodule.exports = new Own();\n";
    expect(printed(`console.log(JSON.stringify(slim(${JSON.stringify(text)})));`)).toBe(text);
  });
});
