import { type ScoreResult, tally, type VerifiedClaim } from "../../../claims";
import { ENDS_NOTE, tallyText } from "../../claims-text";
import { type LayoutOptions, plain } from "../../paint";
import { wrap } from "../../text";
import { layClaims } from "./list";
import { layScores } from "./scores";

/** Claims and scores for people: the counts first, then review by review, worst first. */
export function renderClaims(
  claims: readonly VerifiedClaim[],
  scores: readonly ScoreResult[],
  { width = 80, paint = plain }: LayoutOptions = {},
): string {
  const tallies = tally(claims);
  const lines = tallies.flatMap((each) => wrap(tallyText(each), width)).map((line) => paint.bold(line));
  for (const { review } of tallies) {
    if (tallies.length > 1)
      lines.push("", ...wrap(`Review ${review}`, width).map((line) => paint.bold(line)));
    lines.push(
      ...layClaims(
        claims.filter((claim) => claim.review === review),
        width,
        paint,
      ),
      ...scores.filter((card) => card.review === review).flatMap((card) => layScores(card, width, paint)),
    );
  }
  if (claims.some(hasRange)) lines.push("", ...wrap(ENDS_NOTE, width).map((line) => paint.dim(line)));
  return `${lines.join("\n")}\n`;
}

function hasRange({ claimed, computed }: VerifiedClaim): boolean {
  return [claimed, computed].some((value) => typeof value === "object" && "low" in value);
}
