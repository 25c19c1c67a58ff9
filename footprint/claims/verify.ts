import type { Claim, ClaimedValue, Reading, Source } from "../../config/model";
import type { Review } from "../../config/model/review";
import { evaluate } from "./evaluate";
import type { Evidence } from "./evidence";
import type { Footprints } from "./measured";
import { Missing } from "./missing";
import { type Term, toClaimed, valueText, withResult } from "./value";
import { judge, VERDICTS, type Verdict } from "./verdict";

/** A claim with its verdict. */
export interface VerifiedClaim {
  readonly id: string;
  readonly review: string;
  readonly option?: string;
  readonly claimed: ClaimedValue;
  readonly expects: NonNullable<Claim["expects"]>;
  /** Absent where nothing here can compute it. */
  readonly computed?: ClaimedValue;
  readonly unit: string;
  /** In the unit. */
  readonly tolerance: number;
  readonly verdict: Verdict;
  /** Computed less claimed, where an amount does not hold. */
  readonly difference?: ClaimedValue;
  /** What would be needed, where the claim is unsupported. */
  readonly missing?: string;
  /** The computation with its numbers, for people; empty if there is none. */
  readonly how: string;
  readonly source: Source;
}

/** How many claims have which verdict. */
export interface Tally extends Readonly<Record<Verdict, number>> {
  readonly review: string;
  readonly claims: number;
}

/**
 * Verifies claims, in their order.
 * @param footprints of the options that the claims refer to; a claim over another one cannot be checked
 * @param reviews that the claims are from and refer to: their prices, scores and facts
 */
export function verifyClaims(
  claims: readonly Claim[],
  footprints: Footprints,
  reviews: readonly Review[],
): readonly VerifiedClaim[] {
  return claims.map((claim) => verifyClaim(claim, { footprints, reviews, review: claim.review }));
}

/** Counts verdicts, one tally a review, in the order in which the reviews come. */
export function tally(claims: readonly VerifiedClaim[]): readonly Tally[] {
  return [...new Set(claims.map(({ review }) => review))].map((review) => {
    const own = claims.filter((claim) => claim.review === review);
    const counts = VERDICTS.map((verdict) => [
      verdict,
      own.filter((claim) => claim.verdict === verdict).length,
    ]);
    return { review, claims: own.length, ...(Object.fromEntries(counts) as Record<Verdict, number>) };
  });
}

function verifyClaim(claim: Claim, evidence: Evidence): VerifiedClaim {
  const { id, review, option, claimed, unit, source, expects = "equal", tolerance = 0 } = claim;
  const stated = { id, review, option, claimed, expects, unit, tolerance, source };
  const readings = (claim.readings ?? []).map((reading) => readingText(reading, claim, evidence));
  const how = (...first: readonly string[]) =>
    [...first, ...readings, ...(claim.note === undefined ? [] : [claim.note])].join("; ");
  try {
    const term = evaluate(claim.compute, evidence);
    const computed = toClaimed(term.value, claim.decimals);
    return {
      ...stated,
      computed,
      ...judge(claim, term.value),
      how: how(computation(term, unit, claim.decimals)),
    };
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    return { ...stated, verdict: "unsupported", missing: error.message, how: how() };
  }
}

/** A reading whose computation lacks something names it; the verdict does not depend on it. */
function readingText({ reading, compute, unit }: Reading, claim: Claim, evidence: Evidence): string {
  try {
    return `${reading}: ${computation(evaluate(compute, evidence), unit ?? claim.unit, claim.decimals)}`;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    return `${reading}: cannot be checked without ${error.message}`;
  }
}

/**
 * `3 x 300m + 2 x 150m = 1.2 cores`; the formula of anything but an amount contains its result. A unit that is
 * a phrase is printed with the claim already.
 */
function computation({ value, formula }: Term, unit: string, decimals?: number): string {
  if (value.kind !== "range") return formula;
  const amount = valueText(value, decimals);
  return withResult(formula, amount, unit.includes(" ") ? amount : `${amount} ${unit}`);
}
