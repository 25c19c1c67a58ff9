/** A quantity per month: the product of figures of a usage file, times a factor. */
export interface UsageFormula {
  readonly factors: readonly UsageFactor[];
  /** For example the memory of a function in GiB, where its run time is a figure. @default 1 */
  readonly times?: number;
}

/** A figure of a usage file. */
export interface UsageFactor {
  /** As usage files write it; in a map behind a dot: `standard.storage_gb`. */
  readonly key: string;
  /**
   * Size of what is charged as one, whether it is full or not: SQS charges each 64 KB of a message that are started.
   * @default - the figure counts as it is
   */
  readonly chunk?: number;
  /**
   * Value where the file does not have the figure.
   * @default - there is no quantity
   */
  readonly absent?: number;
}

/** Figures that a quantity rests on. */
export interface AssumedUsage {
  /** Usage file, as the user named it. */
  readonly file: string;
  /** For example `monthly_requests 1000000`. */
  readonly figures: readonly string[];
}
