import { CLAIMS } from "../config/claims";
import { OPTIONS } from "../config/options";
import { SCORECARDS } from "../config/scores";
import { computeScores, requiredOptions, verifyClaims } from "../footprint/claims";
import { rendererOf } from "../footprint/render";
import { UsageError } from "./errors";
import { footprintsOf } from "./footprints";
import { paint, print, width } from "./output";

/** Flags of `weighbridge claims`. */
export interface ClaimsArguments {
  /** One of `formatNames("claims")`. */
  readonly format: string;
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
  const needed = requiredOptions(claims, cards);
  const footprints = await footprintsOf(OPTIONS.filter(({ id }) => needed.includes(id)));
  const byOption = new Map(footprints.map((footprint) => [footprint.id, footprint]));
  const results = { claims: verifyClaims(claims, byOption), scores: computeScores(cards, byOption) };
  print(rendererOf("claims", format)(results, { width: width(), paint: paint() }));
  if (strict && results.claims.some(({ verdict }) => verdict === "contradicted")) process.exitCode = 1;
}

function allReviews(): string[] {
  return [...new Set(CLAIMS.map(({ review }) => review))];
}

function known(review: string): string {
  const all = allReviews();
  if (all.includes(review)) return review;
  throw new UsageError(`there is no review "${review}"; choose one of ${all.join(", ")}`);
}
