import { writeFile } from "../../files/write-file";
import { type Comparison, compare, sensitivity } from "../../footprint";
import { renderHtml } from "../../footprint/render/html";
import { type BroughtFlags, broughtBy } from "../brought";
import { checkedBudget } from "../budget";
import { claimsOf } from "../claims-of";

import {
  asOf,
  at,
  baseline,
  builtin,
  config,
  foreign,
  namespace,
  OPTION_WORDS,
  prices,
  usage,
} from "../flags";
import { footprintsOf } from "../footprints";
import { type InForce, reviewsOf } from "../in-force";
import { print } from "../output";
import { provenanceOf } from "../provenance";
import type { Command } from "./command";

/** Flags of `weighbridge report`. */
interface Flags extends BroughtFlags {
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  /** Date for the end of support. */
  readonly asOf?: string;
  /** File to write. */
  readonly out: string;
}

/**
 * `weighbridge report`: the comparison, and the claims and scores of the reviews that its options come from, in one
 * HTML file.
 */
export const report: Command<Flags> = {
  name: "report",
  summary: "writes the comparison and the claims of the reviews as one HTML file",
  examples: [
    { words: "report 001 --out report.html", does: "every option of a built-in review, as one page" },
    { words: "report --from now=now.json --from next=next.json --out report.html", does: "two plans" },
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
      .requiredOption("--out <file>", "file to write"),

  async run(words, flags) {
    const { inForce, options: chosen, foreign, priceFiles, used } = await broughtBy(words, flags);
    const own = await footprintsOf(chosen, inForce);
    const reviews = reviewsOf(chosen, inForce);
    const footprints = used([...own, ...foreign]);
    priceFiles.reportUnused(footprints, inForce);
    const comparison = compare(footprints, {
      ...flags,
      reviews,
      prices: priceFiles.over(reviews),
    });
    const html = renderHtml(comparison, {
      budget: checkedBudget(undefined, comparison, inForce),
      ...(await claimsOf(chosen, own, inForce)),
      ...(comparison.options.length < 2
        ? {}
        : {
            sensitivity: sensitivity(comparison, {
              reviews,
              prices: priceFiles.over(reviews),
              pairs: pairsFor(comparison),
            }),
          }),
      provenance: provenanceOf({
        paths: filesOf(flags, inForce),
        footprints: comparison.options.map(({ footprint }) => footprint),
        words: wordsOf(words, flags),
        asOf: flags.asOf,
      }),
    });
    writeFile(flags.out, html, `--out ${flags.out}`);
    await print(`${flags.out}\n`);
    return 0;
  },
};

/** The report shows the pairs of the leader where there are many. */
function pairsFor({ options }: Comparison): "all" | "leader" {
  return options.length > 4 ? "leader" : "all";
}

/** Files and folders that the command reads. */
function filesOf({ from, prices, usage }: Flags, { own }: InForce): string[] {
  const review = own?.origin === undefined ? [] : [own.origin.file];
  return [...review, ...from.map(({ path }) => path), ...prices, ...(usage === undefined ? [] : [usage])];
}

/** The command that makes the report again, into a file beside it. */
function wordsOf(words: readonly string[], flags: Flags): string[] {
  const { config, builtin, from, namespace, baseline, at, prices, usage, asOf } = flags;
  const flag = (name: string, value: string | undefined) => (value === undefined ? [] : [name, value]);
  return [
    "weighbridge",
    "report",
    ...words,
    ...flag("--config", config),
    ...(builtin === true ? ["--builtin"] : []),
    ...from.flatMap(({ name, path }) => ["--from", `${name}=${path}`]),
    ...flag("--namespace", namespace),
    ...flag("--baseline", baseline),
    ...flag("--at", at === "steady" ? undefined : at),
    ...prices.flatMap((file) => ["--prices", file]),
    ...flag("--usage", usage),
    ...flag("--as-of", asOf),
    "--out",
    "report.html",
  ];
}
