import { Option } from "commander";
import { type CheckedLimit, compare as compareFootprints } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { budgetLine } from "../../footprint/render/sections/budget";
import { renderSnapshotCheck } from "../../footprint/render/snapshot";
import { checkSnapshots, type Snapshot, snapshotOf, writeSnapshots } from "../../footprint/snapshot";
import { type BroughtFlags, broughtBy } from "../brought";
import { checkedBudget } from "../budget";
import { claimsOf } from "../claims-of";

import { columns, refuseUnusedColumns } from "../columns";
import {
  asOf,
  at,
  baseline,
  builtin,
  config,
  foreign,
  format,
  namespace,
  OPTION_WORDS,
  prices,
  usage,
} from "../flags";
import { footprintsOf } from "../footprints";
import { reviewsOf } from "../in-force";
import { paint, print, report, width } from "../output";
import { packingProblems } from "../packing";
import type { Command } from "./command";

/** Flags of `weighbridge compare`. */
interface Flags extends BroughtFlags {
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  /** Date for the end of support. */
  readonly asOf?: string;
  /** One of `formatNames("compare")`. */
  readonly format: string;
  /** Columns of the table, from `COLUMN_NAMES`. */
  readonly columns?: readonly string[];
  /** @default false: an undetermined budget is a line on stderr */
  readonly strict?: boolean;
  /** Folder to write the snapshots to. */
  readonly write?: string;
  /** Folder of snapshots to compare with. */
  readonly check?: string;
}

/**
 * `weighbridge compare`: options side by side. Foreign inputs are beside the options of the user's own review, and
 * alone where there is none; arguments choose.
 */
export const compare: Command<Flags> = {
  name: "compare",
  summary: "sets options side by side",
  examples: [
    { words: "compare partner-a partner-b partner-c", does: "three options of a built-in review" },
    {
      words: "compare --from now=now.json --from next=next.json --baseline now",
      does: "two plans, as `terraform show -json` prints them",
    },
    { words: "compare 001 -o markdown --out comment.md", does: "the same as a comment for a pull request" },
    {
      words: "compare --from next=next.json --budget budget.yaml",
      does: "exit code 1 where a budget is exceeded",
    },
  ],
  define: (parser) =>
    parser
      .argument(...OPTION_WORDS)
      .addOption(config())
      .addOption(builtin())
      .addOption(foreign())
      .addOption(namespace())
      .addOption(baseline())
      .addOption(at())
      .addOption(prices())
      .addOption(usage())
      .addOption(asOf())
      .addOption(format("compare"))
      .addOption(columns())
      .option("--budget <file>", "YAML of budgets (min/max); exit code 1 where a figure exceeds one")
      .option("--strict", "exit code 1 also where an unresolved value leaves a budget undetermined")
      .addOption(
        new Option("--write <folder>", "write a snapshot of each footprint to this folder").conflicts([
          "format",
          "budget",
          "prices",
          "usage",
        ]),
      )
      .addOption(
        new Option(
          "--check <folder>",
          "exit code 1 if a footprint differs from its snapshot in this folder",
        ).conflicts(["format", "budget", "prices", "usage", "write"]),
      ),

  async run(words, flags) {
    refuseUnusedColumns(flags);
    const { inForce, options, foreign, priceFiles, used, budget: given } = await broughtBy(words, flags);
    const own = await footprintsOf(options, inForce);
    const footprints = used([...own, ...foreign]);
    priceFiles.reportUnused(footprints, inForce);
    const reviews = reviewsOf(options, inForce);
    const comparison = compareFootprints(footprints, { ...flags, reviews, prices: priceFiles.over(reviews) });
    const snapshots = () => footprints.map((each) => snapshotOf(each, { reviews }));
    if (flags.write !== undefined) return write(snapshots(), flags.write);
    if (flags.check !== undefined) return check(snapshots(), flags.check);

    const budget = checkedBudget(given, comparison, inForce);
    const { claims } = CLAIMLESS.has(flags.format) ? { claims: [] } : await claimsOf(options, own, inForce);
    const layout = { width: width(), paint: paint(), budget, claims, columns: flags.columns };
    await print(rendererOf("compare", flags.format)(comparison, layout));
    // Not every format has a place for these.
    const { lines, isImpossible } = packingProblems(comparison);
    for (const line of lines) report(line);
    for (const checked of budget ?? []) if (checked.verdict !== "within") report(budgetLine(checked));
    const { strict = false } = flags;
    const isOver = ({ verdict }: CheckedLimit) =>
      verdict === "exceeded" || (strict && verdict === "notProven");
    return isImpossible || budget?.some(isOver) ? 1 : 0;
  },
};

/** Formats that have no verdict, and so no claims. */
const CLAIMLESS: ReadonlySet<string> = new Set(["csv"]);

async function write(snapshots: readonly Snapshot[], folder: string): Promise<0> {
  const paths = writeSnapshots(folder, snapshots);
  await print(paths.map((path) => `${path}\n`).join(""));
  return 0;
}

async function check(snapshots: readonly Snapshot[], folder: string): Promise<0 | 1> {
  const changed = renderSnapshotCheck(checkSnapshots(folder, snapshots), paint());
  await print(changed || `${folder}: unchanged: ${snapshots.map(({ option }) => option).join(", ")}\n`);
  return changed === "" ? 0 : 1;
}
