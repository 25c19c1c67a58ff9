import { readFileSync } from "node:fs";
import type { Comparison, Footprint } from "../footprint";
import type { CheckedLimit } from "../footprint/budget";
import { rendererOf } from "../footprint/render";
import { chooseBeside } from "./choose";
import { footprintsFrom, footprintsOf } from "./footprints";
import type { ForeignInput } from "./foreign";
import { paint, print, width } from "./output";
import { tellPacking } from "./packing";
import { pricesFrom } from "./prices";

/** Flags of `weighbridge compare`. */
export interface CompareArguments {
  readonly from: readonly ForeignInput[];
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  /** Date that the end of support is held against. */
  readonly asOf?: string;
  /** One of `formatNames("compare")`. */
  readonly format: string;
  /** Files of prices. */
  readonly prices: readonly string[];
  /** File of ceilings. */
  readonly budget?: string;
  /** Folder to write the snapshots to. */
  readonly write?: string;
  /** Folder of snapshots to compare with. */
  readonly check?: string;
}

/**
 * `weighbridge compare`: foreign inputs alone are compared alone; words choose options beside them. The exit code
 * is 1 where a ceiling is exceeded or a footprint changed since its snapshot.
 * @throws UsageError, InputError
 */
export async function compareCommand(words: readonly string[], flags: CompareArguments): Promise<void> {
  // What the user brings is read first: it is what can be wrong.
  const prices = pricesFrom(flags.prices);
  const foreign = footprintsFrom(flags.from);
  const options = chooseBeside(words, flags.from);
  const footprints = [...(await footprintsOf(options)), ...foreign];
  const comparison = weighing().compare(footprints, { ...flags, prices });
  if (flags.write !== undefined || flags.check !== undefined) return writeOrCheck(footprints, flags);

  const budget = flags.budget === undefined ? undefined : readBudget(flags.budget, comparison);
  print(rendererOf("compare", flags.format)(comparison, { width: width(), paint: paint(), budget }));
  tellPacking(comparison);
  if (budget !== undefined) tellBudget(budget);
}

function writeOrCheck(footprints: readonly Footprint[], { write, check }: CompareArguments): void {
  const { checkSnapshots, snapshotOf, writeSnapshots } = snapshot();
  const snapshots = footprints.map(snapshotOf);
  if (write !== undefined) {
    const paths = writeSnapshots(write, snapshots);
    print(paths.map((path) => `${path}\n`).join(""));
  }
  if (check === undefined) return;
  const report = snapshotText().renderSnapshotCheck(checkSnapshots(check, snapshots), paint());
  const unchanged = `${check}: unchanged: ${snapshots.map(({ option }) => option).join(", ")}\n`;
  print(report === "" ? unchanged : report);
  if (report !== "") process.exitCode = 1;
}

function readBudget(file: string, comparison: Comparison): readonly CheckedLimit[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw json().unreadable(file, error);
  }
  const compared = comparison.options.map(({ id }) => id);
  return budgets().checkBudget(comparison, budgets().parseBudget({ text, file, compared }));
}

/** One line on stderr for each ceiling that does not hold for sure: not every format has a place for them. */
function tellBudget(budget: readonly CheckedLimit[]): void {
  for (const checked of budget) {
    if (checked.verdict !== "within")
      process.stderr.write(`weighbridge: ${ceilings().budgetLine(checked)}\n`);
  }
  if (budget.some(({ verdict }) => verdict === "exceeded")) process.exitCode = 1;
}

// Loaded when it is needed: a second thread can be started before, and most flags are not given.
const weighing = () => require("../footprint") as typeof import("../footprint");
const json = () => require("../footprint/read/input/json") as typeof import("../footprint/read/input/json");
const budgets = () => require("../footprint/budget") as typeof import("../footprint/budget");
const ceilings = () =>
  require("../footprint/render/sections/budget") as typeof import("../footprint/render/sections/budget");
const snapshot = () => require("../footprint/snapshot") as typeof import("../footprint/snapshot");
const snapshotText = () =>
  require("../footprint/render/snapshot") as typeof import("../footprint/render/snapshot");
