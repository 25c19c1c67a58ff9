/** A result as columns and rows; formats know nothing else of it. */
export interface Table {
  readonly columns: readonly string[];
  /** Read once. */
  readonly rows: Iterable<readonly string[]>;
}
