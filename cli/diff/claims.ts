import { type Footprint, requiredOptions, type VerifiedClaim, verifyClaims } from "../../footprint";
import type { InForce } from "../in-force";

/**
 * The claims about options of one side, verified. What a claim needs must all be on the side: an option of elsewhere
 * would be the same on both.
 */
export function verifiedOn(footprints: readonly Footprint[], { reviews }: InForce): readonly VerifiedClaim[] {
  const byId = new Map(footprints.map((footprint) => [footprint.id, footprint]));
  const seen = new Set<string>();
  const claims = reviews.flatMap((review) => {
    // The first review that defines an option has it.
    const own = review.options.filter(({ id }) => byId.has(id) && !seen.has(id)).map(({ id }) => id);
    for (const id of own) seen.add(id);
    if (own.length === 0) return [];
    return review.claims.filter((claim) => {
      const required = requiredOptions([claim], []);
      return required.length > 0 && required.every((id) => byId.has(id));
    });
  });
  return verifyClaims(claims, byId, reviews);
}
