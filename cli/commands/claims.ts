import { CLAIMS } from "../../config/claims";
import { OPTIONS } from "../../config/options";
import { REVIEWS } from "../../config/reviews";
import { SCORECARDS } from "../../config/scores";
import { computeScores, requiredOptions, verifyClaims } from "../../footprint/claims";
import { rendererOf } from "../../footprint/render";
import { UsageError } from "../errors";
import { format } from "../flags";
import { footprintsOf } from "../footprints";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge claims`. */
interface Flags {
  /** One of `formatNames("claims")`. */
  readonly format: string;
  /**
   * A contradicted claim makes the exit code 1.
   * @default false
   */
  readonly strict?: boolean;
}

/** `weighbridge claims`: the claims of one review, or of all. */
export const claims: Command<Flags> = {
  name: "claims",
  summary: "verifies the claims of the reviews",
  define: (parser) =>
    parser
      .argument("[review]", "number of a review (default: all)")
      .addOption(format("claims"))
      .option("--strict", "exit code 1 where a claim is contradicted"),

  async run([review], { format, strict = false }) {
    const reviews = review === undefined ? allReviews() : [existing(review)];
    const claims = CLAIMS.filter((claim) => reviews.includes(claim.review));
    const cards = SCORECARDS.filter((card) => reviews.includes(card.review));
    const required = requiredOptions(claims, cards);
    const footprints = await footprintsOf(OPTIONS.filter(({ id }) => required.includes(id)));
    const byOption = new Map(footprints.map((footprint) => [footprint.id, footprint]));
    const results = { claims: verifyClaims(claims, byOption), scores: computeScores(cards, byOption) };
    await print(rendererOf("claims", format)(results, { width: width(), paint: paint() }));
    return strict && results.claims.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
  },
};

function allReviews(): string[] {
  return REVIEWS.map(({ id }) => id);
}

function existing(review: string): string {
  const all = allReviews();
  if (all.includes(review)) return review;
  throw new UsageError(`there is no review "${review}"; choose one of ${all.join(", ")}`);
}
