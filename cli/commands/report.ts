import { CLAIMS } from "../../config/claims";
import { OPTIONS } from "../../config/options";
import { SCORECARDS } from "../../config/scores";
import { writeFile } from "../../files/write-file";
import { compare } from "../../footprint";
import { computeScores, verifyClaims } from "../../footprint/claims";
import { renderHtml } from "../../footprint/render/html";
import { chooseBeside } from "../choose";
import { asOf, at, baseline, foreign, namespace, OPTION_WORDS, prices } from "../flags";
import { footprintsFrom, footprintsOf } from "../footprints";
import type { ForeignInput } from "../foreign";
import { print } from "../output";
import { pricesFrom } from "../prices";
import type { Command } from "./command";

/** Flags of `weighbridge report`. */
interface Flags {
  readonly from: readonly ForeignInput[];
  /** Namespace of foreign Kubernetes objects without one. */
  readonly namespace?: string;
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  /** Date for the end of support. */
  readonly asOf?: string;
  /** Files of prices. */
  readonly prices: readonly string[];
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
  define: (parser) =>
    parser
      .argument(...OPTION_WORDS)
      .addOption(foreign())
      .addOption(namespace())
      .addOption(baseline())
      .addOption(at())
      .addOption(prices())
      .addOption(asOf())
      .requiredOption("--out <file>", "file to write"),

  async run(words, flags) {
    const prices = pricesFrom(flags.prices);
    const foreign = footprintsFrom(flags.from, flags.namespace);
    const chosen = chooseBeside(words, flags.from);
    const reviews = new Set(chosen.map(({ review }) => review));
    // A claim may refer to an option of the review that was not chosen.
    const reviewed = await footprintsOf(OPTIONS.filter(({ review }) => reviews.has(review)));
    const byId = new Map(reviewed.map((footprint) => [footprint.id, footprint]));
    const own = chosen.flatMap(({ id }) => byId.get(id) ?? []);
    const html = renderHtml(compare([...own, ...foreign], { ...flags, prices }), {
      claims: verifyClaims(
        CLAIMS.filter(({ review }) => reviews.has(review)),
        byId,
      ),
      scores: computeScores(
        SCORECARDS.filter(({ review }) => reviews.has(review)),
        byId,
      ),
    });
    writeFile(flags.out, html, `--out ${flags.out}`);
    await print(`${flags.out}\n`);
    return 0;
  },
};
