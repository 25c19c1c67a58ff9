/** Where a review cannot be built as written: what was built instead, and why. */
export interface Deviation {
  /** Heading of the review. */
  readonly section: string;
  /** What the review has. */
  readonly review: string;
  /** What is built. */
  readonly built: string;
  readonly why: string;
}
