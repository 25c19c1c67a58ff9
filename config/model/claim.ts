import type { ClaimedValue, Source } from "./claimed";
import type { Computation } from "./computation";

export type { ClaimedRange, ClaimedValue, Source } from "./claimed";

/** A statement of a review that can be compared with the infrastructure, or against the review itself. */
export interface Claim {
  /** `<review>-<subject>`, unique over all reviews. */
  readonly id: string;
  /** Number of the review, `000` to `004`. */
  readonly review: string;
  /**
   * Id of the option that it speaks of.
   * @default - it speaks of the review as a whole
   */
  readonly option?: string;
  /** What the review says: a number, a range with both ends, a text, a list, or yes or no. */
  readonly claimed: ClaimedValue;
  /**
   * How the computed value must relate to the claimed one.
   * @default "equal"
   */
  readonly expects?: Expectation;
  /** Unit of a number; for anything else, what it is. */
  readonly unit: string;
  /**
   * How far the computed number may be away, in the unit: half of the last digit given where the review
   * rounds ("~1.2" allows 0.05, "~$650" allows 5: zeros that end a whole number are not given digits), or
   * where it gives a quotient ("87%" allows 0.5), else nothing. The edge itself is allowed.
   * @default 0
   */
  readonly tolerance?: number;
  /**
   * Decimals of the computed value. The verdict is found before rounding.
   * @default 4
   */
  readonly decimals?: number;
  readonly source: Source;
  readonly compute: Computation;
  /** The same thing read otherwise, where that explains the review's number. */
  readonly readings?: readonly Reading[];
  /** Explanation of the computed value, if the computation alone does not explain it. */
  readonly note?: string;
}

/**
 * How a computed value must relate to the claimed one; ranges are compared bound by bound.
 *
 * - `equal`: the same, within the tolerance
 * - `within`: inside the claimed range ("3-4 weeks" is kept by 3.4)
 * - `atLeast`, `atMost`: the claimed value is a limit
 * - `below`: the claimed value is a limit that itself is not reached
 */
export type Expectation = "equal" | "within" | "atLeast" | "atMost" | "below";

/** A second computation that explains the review's number. */
export interface Reading {
  /** Completes the sentence "...: <formula> = <value>". */
  readonly reading: string;
  readonly compute: Computation;
  /** @default - the claim's unit */
  readonly unit?: string;
}

/** A claim as it is written down in a section, which gives the rest. */
export type ClaimDraft = Omit<Claim, "review" | "source"> & { readonly words: string };

/** Claims of one section of a review; each id gets the review's number in front. */
export function claimsIn(
  review: string,
  file: string,
  section: string,
  drafts: readonly ClaimDraft[],
): readonly Claim[] {
  return drafts.map(({ words, ...draft }) => ({
    ...draft,
    id: `${review}-${draft.id}`,
    review,
    source: { file, section, words },
  }));
}
