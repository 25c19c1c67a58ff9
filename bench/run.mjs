// Prints ratios, never asserts times: `npm run bench`. Whole processes, start included, of the packed package under the
// Node that runs this.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, ratios, spread, times } from "./pairs.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const node = process.execPath;
// The command of cdktf starts the app with the `node` that it finds.
process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
const all = createRequire(import.meta.url)("../dist/config/options.js").OPTIONS.map(({ id }) => id);
const partner = ["partner-a", "partner-b", "partner-c"];

const scratch = mkdtempSync(join(tmpdir(), "weighbridge-bench-"));
const weighbridge = join(installed(), "bin", "weighbridge.js");
const cdktf = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

const compare = (ids) => [node, weighbridge, "compare", ...ids];
// Without the compilation that cdktf.json asks for first.
const app = `${node} ${join(root, "bin", "app.js")}`;
const synth = [node, cdktf, "synth", "--app", app, "--output", join(scratch, "theirs")];

try {
  console.log(`Node ${process.version}\n`);
  report(
    `\`cdktf synth\` over \`weighbridge compare\`, all ${all.length} options (at least 6; 4 on Node 20)`,
    ratios(compare(all), synth, { pairs: 5, cwd: root }),
  );
  report(
    "`cdktf synth` over `weighbridge synth`, three stacks (at least 6)",
    ratios([node, weighbridge, "synth", ...partner, "--output", join(scratch, "ours")], synth, {
      pairs: 5,
      cwd: root,
      env: { OPTIONS: partner.join(",") },
    }),
  );
  reportLast();
  const every = join(scratch, "every");
  execFileSync(node, [weighbridge, "synth", "--output", every], { stdio: "ignore" });
  reportOwnReview(every);
  const footprint = [join(root, "bench", "footprint.mjs"), join(every, "stacks")];
  execFileSync(node, ["--expose-gc", ...footprint], { stdio: "inherit" });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The packed package beside its dependencies, as `npm install` leaves it. */
function installed() {
  const modules = join(scratch, "node_modules");
  const target = join(modules, "weighbridge");
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch];
  const [archive] = execFileSync("npm", pack, { cwd: root, encoding: "utf8" }).trim().split("\n").slice(-1);
  execFileSync("tar", ["-xzf", join(scratch, archive), "-C", target, "--strip-components=1"]);
  return target;
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

/** Fifty options from one file over the same options by --from. */
function reportOwnReview(every) {
  const ids = readdirSync(join(every, "stacks")).sort();
  const copies = Array.from({ length: 50 }, (_, index) => [`option-${index}`, ids[index % ids.length]]);
  const pathOf = (id) => join(every, "stacks", id);
  const options = copies.map(([name, id]) => `  ${name}: { from: ${JSON.stringify(pathOf(id))} }\n`);
  const file = join(scratch, "weighbridge.yaml");
  writeFileSync(file, `schemaVersion: 1\nreview: bench\noptions:\n${options.join("")}`);
  const from = copies.flatMap(([name, id]) => ["--from", `${name}=${pathOf(id)}`]);
  report(
    "50 options of a weighbridge.yaml over the same by --from (at most 1.5)",
    ratios(
      [node, weighbridge, "compare", "--builtin", ...from],
      [node, weighbridge, "compare", "--config", file],
      {
        pairs: 5,
        cwd: scratch,
      },
    ),
  );
}
