// Prints ratios, never asserts times: `npm run bench`. Whole processes, start included.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, ratios, spread, times } from "./pairs.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const all = createRequire(import.meta.url)("../dist/config/options.js").OPTIONS.map(({ id }) => id);
const partner = ["partner-a", "partner-b", "partner-c"];
const weighbridge = join(root, "bin", "weighbridge.js");
const cdktf = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
const bindings = join(root, "bench", "bindings.cjs");

const compare = (ids) => ["node", weighbridge, "compare", ...ids];
const synth = ["node", cdktf, "synth", "--output", "cdktf.out"];

// A copy of the project's face, so that both commands write into a folder of their own.
const scratch = mkdtempSync(join(tmpdir(), "weighbridge-bench-"));
cpSync(join(root, "cdktf.json"), join(scratch, "cdktf.json"));
for (const name of ["bin", "dist", "charts", "imports", "node_modules", "package.json"]) {
  symlinkSync(join(root, name), join(scratch, name));
}

try {
  report(
    `\`cdktf synth\` over \`weighbridge compare\`, all ${all.length} options (at least 6)`,
    ratios(compare(all), synth, { pairs: 5, cwd: scratch }),
  );
  report(
    "`cdktf synth` over `weighbridge synth`, three stacks (at least 6)",
    ratios(["node", weighbridge, "synth", ...partner, "--output", "out"], synth, {
      pairs: 5,
      cwd: scratch,
      env: { OPTIONS: partner.join(",") },
    }),
  );
  report(
    "`weighbridge compare` over node importing cdktf and the three stacks' bindings (at most 2)",
    ratios(["node", bindings], compare(partner), { pairs: 9, cwd: scratch }),
  );
  reportLast();
  execFileSync("node", [weighbridge, "synth", "--output", "every"], { cwd: scratch, stdio: "ignore" });
  const footprint = [join(root, "bench", "footprint.mjs"), join(scratch, "every", "stacks")];
  execFileSync("node", ["--expose-gc", ...footprint], { stdio: "inherit" });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function report(title, pairs) {
  const [min, middle, max] = spread(pairs.map(({ ratio }) => ratio));
  const seconds = (key) => (median(pairs.map((pair) => pair[key])) / 1000).toFixed(2);
  console.log(title);
  console.log(`  ratio  median ${middle.toFixed(2)}  (min ${min.toFixed(2)}, max ${max.toFixed(2)})`);
  console.log(`  median seconds: ${seconds("b")} over ${seconds("a")}\n`);
}

/** What the same option adds to the time, as the second of two and as the last of all. */
function reportLast() {
  const [first, last] = [all[0], all.at(-1)];
  const sets = [[first], [first, last], all.slice(0, -1), all];
  const rounds = times(sets.map(compare), { rounds: 9, cwd: scratch });
  const second = median(rounds.map(([one, two]) => two - one));
  const nth = median(rounds.map(([, , others, every]) => every - others));
  console.log(`what ${last} adds as option ${all.length}, over what it adds as option 2 (at most 1)`);
  console.log(`  ratio of medians ${(nth / second).toFixed(2)}`);
  console.log(`  median seconds: ${(nth / 1000).toFixed(3)} over ${(second / 1000).toFixed(3)}\n`);
}
