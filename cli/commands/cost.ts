import { compare } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { type BroughtFlags, broughtBy } from "../brought";

import { asOf, at, builtin, config, foreign, format, namespace, OPTION_WORDS, prices, usage } from "../flags";
import { footprintsOf } from "../footprints";
import { reviewsOf } from "../in-force";
import { paint, print, report, width } from "../output";
import { packingProblems } from "../packing";
import type { Command } from "./command";

/** Flags of `weighbridge cost`. */
interface Flags extends BroughtFlags {
  readonly at: "min" | "steady" | "max";
  /** Date for the age of prices. */
  readonly asOf?: string;
  /** One of `formatNames("cost")`. */
  readonly format: string;
}

/** `weighbridge cost`: every line item of both price sources. */
export const cost: Command<Flags> = {
  name: "cost",
  summary: "traces every line item of the cost to its price, source and date",
  examples: [
    { words: "cost partner-b", does: "every line item with its price, source and date" },
    {
      words: "cost --from next=next.json --usage usage.yml",
      does: "a plan, with usage figures in Infracost's form",
    },
    { words: "cost partner-a partner-b -o csv --out cost.csv", does: "two options, for a spreadsheet" },
  ],
  define: (parser) =>
    parser
      .argument(...OPTION_WORDS)
      .addOption(config())
      .addOption(builtin())
      .addOption(foreign())
      .addOption(namespace())
      .addOption(at())
      .addOption(prices())
      .addOption(usage())
      .addOption(asOf())
      .addOption(format("cost")),

  async run(words, flags) {
    const { at, asOf, format } = flags;
    const { inForce, options, foreign, priceFiles, used } = await broughtBy(words, flags);
    const reviews = reviewsOf(options, inForce);
    const footprints = used([...(await footprintsOf(options, inForce)), ...foreign]);
    priceFiles.reportUnused(footprints, inForce);
    const comparison = compare(footprints, {
      at,
      asOf,
      reviews,
      prices: priceFiles.over(reviews),
    });
    await print(rendererOf("cost", format)(comparison, { width: width(), paint: paint() }));
    const { lines, isImpossible } = packingProblems(comparison);
    for (const line of lines) report(line);
    return isImpossible ? 1 : 0;
  },
};
