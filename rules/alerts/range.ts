/** Values that a measure can have. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Measures by the form of their name; a measure that is in none has an unknown range. */
const RANGES: readonly (readonly [pattern: RegExp, range: Range])[] = [
  [/^up(?:\{[^{}]*\})?$/, { low: 0, high: 1 }],
  [/^\w*_up(?:\{[^{}]*\})?$/, { low: 0, high: 1 }],
  // Metrics of clouds that are a share.
  [/(?:CPUUtilization|Percentage CPU|\b\w*_?percent(?:age)?\b|MemoryUtilization)$/i, { low: 0, high: 100 }],
  [/^(?:count|absent)\s*\(/, { low: 1, high: Number.POSITIVE_INFINITY }],
  // A rate or a count is never below zero.
  [
    /^(?:sum\s*(?:by\s*\([^)]*\)\s*)?\(\s*)?(?:rate|increase|irate)\s*\(/,
    { low: 0, high: Number.POSITIVE_INFINITY },
  ],
  [
    /^\w+_(?:total|count|bucket|bytes|seconds|messages|depth|length|lag)(?:\{[^{}]*\})?$/,
    { low: 0, high: Number.POSITIVE_INFINITY },
  ],
];

export function rangeOf(measure: string): Range | undefined {
  const bare = measure.trim().replace(/^(?:Average|Maximum|Minimum|Sum|Total) of /i, "");
  return RANGES.find(([pattern]) => pattern.test(bare))?.[1];
}

/** Whether a comparison is true for every value of a range, for none, or for some. */
export function outcome({ low, high }: Range, operator: string, value: number): "always" | "never" | "some" {
  switch (operator) {
    case ">":
      return low > value ? "always" : high <= value ? "never" : "some";
    case ">=":
      return low >= value ? "always" : high < value ? "never" : "some";
    case "<":
      return high < value ? "always" : low >= value ? "never" : "some";
    case "<=":
      return high <= value ? "always" : low > value ? "never" : "some";
    case "==":
      return value < low || value > high ? "never" : "some";
    case "!=":
      return value < low || value > high ? "always" : "some";
    default:
      return "some";
  }
}
