import type { Claim, ClaimedValue, Reading, Source, Stated } from "../../config/model";
import type { Review } from "../../config/model/review";
import { evaluate } from "./evaluate";
import { type Bound, type Evaluation, evaluationOf } from "./evaluation";
import type { Evidence, Footprints } from "./evidence";
import { Missing } from "./missing";
import { placeOf } from "./review-data";
import { type Term, toClaimed, valueText, withResult } from "./value";
import { type Judgement, judge, VERDICTS, type Verdict } from "./verdict";

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
  /** What another review says instead, where two reviews disagree; the verdict is then `unsupported`. */
  readonly disagreement?: Disagreement;
  /** Why the claim is no more than `off`: what was assumed to build the option, and nothing else, contradicts it. */
  readonly assumption?: string;
  /** Set where the computed value is only an end of what the real one can be. */
  readonly bound?: Bound["side"];
  /** What the computation quotes, in its order. */
  readonly operands: readonly Stated[];
  /** The computation with its numbers, for people; empty if there is none. */
  readonly how: string;
  readonly source: Source;
}

/** What another review says, and where, for people: `review 001, "Storage"`. */
export interface Disagreement extends Stated {
  readonly place: string;
}

/** How many claims have which verdict. */
export interface Tally extends Readonly<Record<Verdict, number>> {
  readonly review: string;
  readonly claims: number;
  /** Those among the unsupported ones where another review says otherwise. */
  readonly disagreements: number;
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
    const disagreements = own.filter(({ disagreement }) => disagreement !== undefined).length;
    return {
      review,
      claims: own.length,
      disagreements,
      ...(Object.fromEntries(counts) as Record<Verdict, number>),
    };
  });
}

function verifyClaim(claim: Claim, evidence: Evidence): VerifiedClaim {
  const { id, review, option, claimed, unit, source, expects = "equal", tolerance = 0 } = claim;
  const evaluation = evaluationOf(claim, evidence);
  const { operands } = evaluation;
  const stated = { id, review, option, claimed, expects, unit, tolerance, source, operands };
  const readings = (claim.readings ?? []).map((reading) => readingText(reading, claim, evidence));
  const how = (...first: readonly string[]) =>
    [...first, ...readings, ...(claim.note === undefined ? [] : [claim.note])].join("; ");
  try {
    const term = evaluate(claim.compute, evaluation);
    const sides = new Set(evaluation.bounds.map(({ side }) => side));
    const judgement = judge(claim, term.value, sides);
    const text = how(computation(term, unit, sides, claim.decimals));
    const other = judgement?.verdict === "holds" ? undefined : otherReview(claim);
    if (other !== undefined) {
      const missing = "which of the two reviews is right";
      return {
        ...stated,
        verdict: "unsupported",
        missing,
        disagreement: { ...other, place: placeOf(other.source, evidence.reviews) },
        how: text,
      };
    }
    if (judgement === undefined) {
      const missing = [...new Set(evaluation.bounds.map(({ open }) => open))].join("; ");
      return { ...stated, verdict: "unsupported", missing, how: text };
    }
    return {
      ...stated,
      computed: toClaimed(term.value, claim.decimals),
      ...fair(judgement, claim, evaluation, evidence),
      ...(sides.size === 1 && { bound: [...sides][0] }),
      how: text,
    };
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    return { ...stated, verdict: "unsupported", missing: error.message, how: how() };
  }
}

/** What a claim is compared with, where that is nothing but the words of another document. */
function otherReview({ compute, source }: Claim): Stated | undefined {
  const isOther = typeof compute === "object" && "stated" in compute && compute.source.file !== source.file;
  return isOther ? compute : undefined;
}

/** A verdict that only an assumption of the option leads to is `off`. */
function fair(
  judgement: Judgement,
  claim: Claim,
  { assumptions }: Evaluation,
  evidence: Evidence,
): Judgement & Pick<VerifiedClaim, "assumption"> {
  if (judgement.verdict !== "contradicted" || assumptions.length === 0) return judgement;
  const free = evaluationOf(claim, evidence, true);
  try {
    const { value } = evaluate(claim.compute, free);
    const sides = new Set(free.bounds.map(({ side }) => side));
    if (judge(claim, value, sides)?.verdict === "contradicted") return judgement;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
  }
  return { ...judgement, verdict: "off", assumption: [...new Set(assumptions)].join("; ") };
}

/** A reading whose computation lacks something names it; the verdict does not depend on it. */
function readingText({ reading, compute, unit }: Reading, claim: Claim, evidence: Evidence): string {
  const evaluation = evaluationOf(claim, evidence);
  try {
    const term = evaluate(compute, evaluation);
    const sides = new Set(evaluation.bounds.map(({ side }) => side));
    return `${reading}: ${computation(term, unit ?? claim.unit, sides, claim.decimals)}`;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    return `${reading}: cannot be checked without ${error.message}`;
  }
}

const BOUND_WORDS = { lower: "at least ", upper: "at most " } as const;

/**
 * `3 x 300m + 2 x 150m = 1.2 cores`; the formula of anything but an amount contains its result. A unit that is
 * a phrase is printed with the claim already.
 */
function computation(
  { value, formula }: Term,
  unit: string,
  sides: ReadonlySet<Bound["side"]>,
  decimals?: number,
): string {
  if (value.kind !== "range") return formula;
  const amount = valueText(value, decimals);
  const [side] = sides;
  const limit = side === undefined ? "" : BOUND_WORDS[side];
  if (limit !== "" && formula.startsWith(`${amount} (`)) return `${limit}${formula}`;
  return withResult(formula, amount, `${limit}${unit.includes(" ") ? amount : `${amount} ${unit}`}`);
}
