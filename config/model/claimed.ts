/** The place of a claim in its review. */
export interface Source {
  /** File name of the review. */
  readonly file: string;
  /** Headings above it, outermost first, joined by " > ". */
  readonly section: string;
  /** The review's words, exactly. */
  readonly words: string;
}

/** A value of a claim. A range is stated or computed at both ends. */
export type ClaimedValue = number | ClaimedRange | string | boolean | readonly string[];

/** Both ends of a range, in the claim's unit. */
export interface ClaimedRange {
  readonly low: number;
  readonly high: number;
}
