// What was done with each stack, as a table: stack by deed.
const DEEDS = ["validated", "planned", "applied", "second plan empty", "destroyed"];

/** Deeds and reasons by stack, from the lines of a record. */
function parse(text) {
  const stacks = new Map();
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const { stack, deed, skipped } = JSON.parse(line);
    const known = stacks.get(stack) ?? { deeds: new Set() };
    if (deed !== undefined) known.deeds.add(deed);
    if (skipped !== undefined) known.skipped = skipped;
    stacks.set(stack, known);
  }
  return stacks;
}

/** The same from a table as `tableOf` writes it. */
function parseTable(table = "") {
  const stacks = new Map();
  for (const line of table.split("\n").filter((each) => each.startsWith("| ") && each.includes("`"))) {
    const [, stack, ...cells] = line.split("|").map((cell) => cell.trim());
    const deeds = new Set(DEEDS.filter((_, index) => cells[index] === "yes"));
    const skipped = cells[DEEDS.length];
    stacks.set(stack.replaceAll("`", ""), { deeds, ...(skipped !== "" && { skipped }) });
  }
  return stacks;
}

function tableOf(stacks) {
  const head = ["stack", ...DEEDS, "skipped"];
  const rows = [...stacks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, { deeds, skipped = "" }]) => {
      const cells = DEEDS.map((deed) => (deeds.has(deed) ? "yes" : ""));
      return `| \`${stack}\` | ${[...cells, deeds.size > 0 ? "" : skipped].join(" | ")} |`;
    });
  const counts = DEEDS.map((deed) => [...stacks.values()].filter(({ deeds }) => deeds.has(deed)).length);
  const sum = `| ${stacks.size} stacks | ${counts.join(" | ")} | |`;
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows, sum, ""].join("\n");
}

/** What is known, with what a run has done in its place. A stack that the run skipped keeps what is known. */
function merge(known, run) {
  const merged = new Map(known);
  for (const [stack, done] of run) if (done.deeds.size > 0 || !known.has(stack)) merged.set(stack, done);
  return merged;
}

/** A line for each stack with which a run has done less than is known; skipped ones have said so already. */
function lost(known, run) {
  return [...run].flatMap(([stack, { deeds, skipped }]) => {
    const missing = [...(known.get(stack)?.deeds ?? [])].filter((deed) => !deeds.has(deed));
    return skipped !== undefined || missing.length === 0 ? [] : [`${stack}: not ${missing.join(", not ")}`];
  });
}

module.exports = { lost, merge, parse, parseTable, tableOf };
