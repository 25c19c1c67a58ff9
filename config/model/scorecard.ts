/** The scores that a review gives, criterion by criterion. */
export interface Scorecard {
  /** Number of the review. */
  readonly review: string;
  readonly source: { readonly file: string; readonly section: string };
  /** Best score. */
  readonly best: number;
  /** What is scored, in the review's order. Ids of options where the columns are options. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly criteria: readonly Criterion[];
}

/** One row of a scorecard. */
export interface Criterion {
  readonly name: string;
  /** Score by column id. */
  readonly scores: Readonly<Record<string, number>>;
  /**
   * Factor of the scores in the totals.
   * @default 1
   */
  readonly weight?: number;
  /**
   * Column that the review sets in bold.
   * @default - none
   */
  readonly bold?: string;
  /** Lines of a comparison that bear on the criterion; none where no measure does. */
  readonly measures: readonly string[];
}
