// Prints ratios, never asserts times: `npm run bench`. Whole processes, start included.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ratios, spread } from "./pairs.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const options = ["partner-a", "partner-b", "partner-c"];
const weighbridge = join(root, "bin", "weighbridge.js");
const cdktf = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
const bindings = join(root, "bench", "bindings.cjs");

// A copy of the project's face, so that both commands write into a folder of their own.
const scratch = mkdtempSync(join(tmpdir(), "weighbridge-bench-"));
cpSync(join(root, "cdktf.json"), join(scratch, "cdktf.json"));
for (const name of ["bin", "dist", "charts", "imports", "node_modules", "package.json"]) {
  symlinkSync(join(root, name), join(scratch, name));
}

try {
  report(
    "`cdktf synth` over `weighbridge synth`, three stacks (at least 6)",
    ratios(
      ["node", weighbridge, "synth", ...options, "--output", "out"],
      ["node", cdktf, "synth", "--output", "cdktf.out"],
      { pairs: 5, cwd: scratch, env: { OPTIONS: options.join(",") } },
    ),
  );
  report(
    "`weighbridge compare` over node importing cdktf and the three stacks' bindings (at most 2)",
    ratios(["node", bindings], ["node", weighbridge, "compare", ...options], { pairs: 9, cwd: scratch }),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function report(title, pairs) {
  const [min, median, max] = spread(pairs.map(({ ratio }) => ratio));
  const seconds = (key) => (spread(pairs.map((pair) => pair[key]))[1] / 1000).toFixed(2);
  console.log(title);
  console.log(`  ratio  median ${median.toFixed(2)}  (min ${min.toFixed(2)}, max ${max.toFixed(2)})`);
  console.log(`  median seconds: ${seconds("b")} over ${seconds("a")}\n`);
}
