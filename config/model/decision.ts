/** A question of a review, and the options that answer it. */
export interface DecisionOf {
  /** What is decided: `Where Critter Supply runs`. */
  readonly title: string;
  /** Ids of the options that are alternatives to each other. */
  readonly options: readonly string[];
}
