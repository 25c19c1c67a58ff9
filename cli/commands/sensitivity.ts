import { Option } from "commander";
import { compare, sensitivity as sensitivityOf } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { type BroughtFlags, broughtBy } from "../brought";

import { at, builtin, config, foreign, format, namespace, OPTION_WORDS, prices, usage } from "../flags";
import { footprintsOf } from "../footprints";
import { reviewsOf } from "../in-force";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge sensitivity`. */
interface Flags extends BroughtFlags {
  readonly at: "min" | "steady" | "max";
  /** Keys of figures; none means the usual ones. */
  readonly figure: readonly string[];
  /** Names or kinds of inputs; none means all. */
  readonly input: readonly string[];
  /** One of `formatNames("sensitivity")`. */
  readonly format: string;
}

/** `weighbridge sensitivity`: what would have to be different for another option to be ahead. */
export const sensitivity: Command<Flags> = {
  name: "sensitivity",
  summary: "finds the smallest change of one input that puts another option ahead",
  examples: [
    { words: "sensitivity partner-a partner-b", does: "what puts the other option ahead" },
    {
      words: "sensitivity 001 --figure listCostUsdPerMonth --input price",
      does: "prices alone, for the cost at list prices",
    },
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
      .addOption(
        repeated(
          "--figure <key>",
          "figure to put in order, or score; may be repeated (default: cost, requests, score)",
        ),
      )
      .addOption(
        repeated(
          "--input <name>",
          "input to move, such as replicas:api, or a kind such as price; may be repeated (default: all)",
        ),
      )
      .addOption(format("sensitivity")),

  async run(words, flags) {
    const { at, format, figure, input } = flags;
    const { inForce, options, foreign, priceFiles, used } = await broughtBy(words, flags);
    const reviews = reviewsOf(options, inForce);
    const footprints = used([...(await footprintsOf(options, inForce)), ...foreign]);
    priceFiles.reportUnused(footprints, inForce);
    const comparison = compare(footprints, {
      at,
      reviews,
      prices: priceFiles.over(reviews),
    });
    const result = sensitivityOf(comparison, {
      reviews,
      prices: priceFiles.over(reviews),
      figures: figure.length === 0 ? undefined : figure,
      inputs: input.length === 0 ? undefined : input,
    });
    await print(rendererOf("sensitivity", format)(result, { width: width(), paint: paint() }));
    return 0;
  },
};

function repeated(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((word: string, earlier: readonly string[]) => [...earlier, word])
    .default([], "none");
}
