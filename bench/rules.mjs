// All rules over all options, on top of reading them: `node bench/rules.mjs`, after a build. Prints, never asserts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const load = createRequire(import.meta.url);
const { OPTIONS, stacksOf } = load("../dist/config/options.js");
const { terraformWithObjects } = load("../dist/footprint/read/with-objects.js");
const { check } = load("../dist/rules/index.js");

const texts = OPTIONS.map((option) => ({
  name: option.id,
  stacks: stacksOf(option).map((id) => [
    id,
    readFileSync(join(root, "dist/options/stacks", id, "cdk.tf.json"), "utf8"),
  ]),
}));
const [reading, checked] = timed(() =>
  texts.map(({ name, stacks }) => ({
    name,
    ...terraformWithObjects(
      name,
      stacks.map(([id, text]) => ({ id, file: id, document: JSON.parse(text) })),
    ),
  })),
);
const runs = Array.from({ length: 5 }, () => timed(() => check(checked, { severity: "note" }))[0]);
const [, result] = timed(() => check(checked, { severity: "note" }));
console.log(
  `${result.rules.length} rules over ${checked.length} options, ${result.findings.length} findings`,
);
console.log(
  `  reading ${reading.toFixed(0)} ms; first run ${runs[0].toFixed(0)} ms (at most 300), fifth ${runs[4].toFixed(0)} ms`,
);

function timed(work) {
  const start = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}
