import type { Claim } from "../../config/model";
import type { Scorecard } from "../../config/model/scorecard";
import { distinct } from "../order";

/** Ids of the options whose footprints the claims and scores are computed from, sorted. */
export function requiredOptions(claims: readonly Claim[], cards: readonly Scorecard[]): readonly string[] {
  const ofClaims = claims.flatMap(({ compute, readings }) => optionsIn([compute, readings]));
  const ofCards = cards
    .filter(({ criteria }) => criteria.some(({ measures }) => measures.length > 0))
    .flatMap(({ columns }) => columns.map(({ id }) => id));
  return distinct([...ofClaims, ...ofCards]);
}

/** Every `option` beside a `measure`, however deep. */
function optionsIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "measure" in part && "option" in part && typeof part.option === "string" ? [part.option] : [];
  return [...own, ...Object.values(part).flatMap(optionsIn)];
}
