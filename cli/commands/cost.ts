import { compare } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { chooseBeside } from "../choose";

import { asOf, at, builtin, config, foreign, format, namespace, OPTION_WORDS, prices, usage } from "../flags";
import { footprintsFrom, footprintsOf } from "../footprints";
import { type ForeignInput, withStatesBefore } from "../foreign";
import { type ReviewFlags, reviewsInForce, reviewsOf } from "../in-force";
import { paint, print, report, width } from "../output";
import { packingProblems } from "../packing";
import { pricesFrom } from "../prices";
import { usageFrom } from "../usage";
import type { Command } from "./command";

/** Flags of `weighbridge cost`. */
interface Flags extends ReviewFlags {
  readonly from: readonly ForeignInput[];
  /** Namespace of foreign Kubernetes objects without one. */
  readonly namespace?: string;
  readonly at: "min" | "steady" | "max";
  /** Files of prices. */
  readonly prices: readonly string[];
  /** Usage file in Infracost's form. */
  readonly usage?: string;
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
    const priceFiles = pricesFrom(flags.prices);
    const used = usageFrom(flags.usage);
    const inputs = withStatesBefore(words, flags.from);
    const foreign = await footprintsFrom(inputs, flags.namespace);
    const inForce = await reviewsInForce(flags);
    const options = chooseBeside(words, inputs, inForce);
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
