/** Environments that a monthly cost is counted for. */
export interface PricedEnvironments {
  readonly names: readonly string[];
  /** File and section that says so; absent where nobody does and production alone is taken. */
  readonly source?: string;
}

const PRODUCTION: PricedEnvironments = { names: ["production"] };

const BY_REVIEW: Readonly<Record<string, PricedEnvironments>> = {
  "001": {
    names: ["production", "staging"],
    source: "001_57ea113d5c58119c.txt, section 4: production + staging environments",
  },
  "002": {
    names: ["production"],
    source: "002_3f566cf14e5265d2.txt, Recurring Costs (Production - Cycle 21)",
  },
};

/** Environments that a review's estimate is for, each taken to be as large as production. */
export function pricedEnvironments(review: string): PricedEnvironments {
  return BY_REVIEW[review] ?? PRODUCTION;
}
