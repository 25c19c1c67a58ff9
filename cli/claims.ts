import { CLAIMS } from "../config/claims";
import { OPTIONS } from "../config/options";
import { SCORECARDS } from "../config/scores";
import { neededOptions, weighClaims, weighScores } from "../footprint/claims";
import { renderClaimsJson } from "../footprint/render/json/claims";
import { renderClaims } from "../footprint/render/table/claims";
import { UsageError } from "./errors";
import { footprintsOf } from "./footprints";
import { paint, print, width } from "./output";

/** Flags of `weighbridge claims`. */
export interface ClaimsArguments {
  readonly format: "table" | "json";
  /**
   * A contradicted claim makes the exit code 1.
   * @default false
   */
  readonly strict?: boolean;
}

/** `weighbridge claims`: the claims of one review, or of all. @throws UsageError for an unknown review */
export async function claimsCommand(
  review: string | undefined,
  { format, strict = false }: ClaimsArguments,
): Promise<void> {
  const reviews = review === undefined ? allReviews() : [known(review)];
  const claims = CLAIMS.filter((claim) => reviews.includes(claim.review));
  const cards = SCORECARDS.filter((card) => reviews.includes(card.review));
  const needed = neededOptions(claims, cards);
  const footprints = await footprintsOf(OPTIONS.filter(({ id }) => needed.includes(id)));
  const byOption = new Map(footprints.map((footprint) => [footprint.id, footprint]));
  const weighed = weighClaims(claims, byOption);
  const scores = weighScores(cards, byOption);
  print(
    format === "json"
      ? renderClaimsJson(weighed, scores)
      : renderClaims(weighed, scores, { width: width(), paint: paint() }),
  );
  if (strict && weighed.some(({ verdict }) => verdict === "contradicted")) process.exitCode = 1;
}

function allReviews(): string[] {
  return [...new Set(CLAIMS.map(({ review }) => review))];
}

function known(review: string): string {
  const all = allReviews();
  if (all.includes(review)) return review;
  throw new UsageError(`there is no review "${review}"; choose one of ${all.join(", ")}`);
}
