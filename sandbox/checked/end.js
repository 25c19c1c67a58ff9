// After all tests: prints what was done with each stack, and fails where that is less than docs/checked.md says.
// With WEIGHBRIDGE_CHECKED=write the table there is written anew.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { lost, merge, parse, parseTable, tableOf } = require("./table.js");

const root = join(__dirname, "..", "..");
const page = join(root, "docs", "checked.md");
const BEGIN = "<!-- checked by the sandbox tests -->\n";
/** Why a provider is not on this machine is of no use to others. */
const NO_MIRROR = /: in no mirror[^|\n]*(?= \|)/g;
const END = "<!-- end -->\n";

module.exports = async ({ testNamePattern }) => {
  const record = join(root, ".cache", "checked.jsonl");
  if (!existsSync(record)) return;
  const run = parse(readFileSync(record, "utf8"));
  const text = readFileSync(page, "utf8");
  const [before, rest = ""] = text.split(BEGIN);
  const [table, after] = rest.split(END);
  const known = parseTable(table);
  process.stdout.write(`\n${tableOf(run)}\n`);
  if (process.env.WEIGHBRIDGE_CHECKED === "write")
    writeFileSync(
      page,
      `${before}${BEGIN}${tableOf(merge(known, run)).replace(NO_MIRROR, "")}${END}${after}`,
    );
  // Of a stack whose tests were chosen by their names, less is done on purpose.
  const missing = testNamePattern ? [] : lost(known, run);
  for (const line of missing) process.stderr.write(`checked: ${line}\n`);
  if (missing.length > 0)
    throw new Error("less was done with these stacks than docs/checked.md says; see the lines above");
};
