import type { Option } from "../config/model/option";
import { computeScores, type Footprint, requiredOptions, verifyClaims } from "../footprint";
import type { ClaimResults } from "../footprint/render";
import { footprintsOf } from "./footprints";
import { type InForce, optionsInForce } from "./in-force";

/**
 * The claims and scores of the reviews of some options, verified. A claim may refer to an option of its review that
 * was not chosen, or of another review: its footprint is made as well.
 *
 * @param footprints of the options, in their order
 */
export async function claimsOf(
  options: readonly Option[],
  footprints: readonly Footprint[],
  inForce: InForce,
): Promise<ClaimResults> {
  const reviews = inForce.reviews.filter(({ id }) => options.some(({ review }) => review === id));
  const claims = reviews.flatMap((review) => review.claims);
  const cards = reviews.flatMap(({ scores }) => scores ?? []);
  if (claims.length === 0 && cards.length === 0) return { claims: [], scores: [] };
  const required = requiredOptions(claims, cards);
  const more = optionsInForce(inForce).filter(
    ({ id }) => required.includes(id) && !options.some((option) => option.id === id),
  );
  const all = [...footprints, ...(await footprintsOf(more, inForce))];
  const byId = new Map(all.map((footprint) => [footprint.id, footprint]));
  return {
    claims: verifyClaims(claims, byId, inForce.reviews),
    scores: computeScores(cards, byId, inForce.reviews),
  };
}
