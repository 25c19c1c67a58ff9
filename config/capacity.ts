import { PARTNER } from "./partner";

const REVIEW_001 = "001_57ea113d5c58119c.txt";

/** What the server behind an option's workloads grants to them. */
export interface ConnectionBudget {
  /** Whose it is, for people. */
  readonly backend: string;
  /** Connections of all pods together. */
  readonly connections: number;
  /** Where the number comes from, and whether it is assumed. */
  readonly source: string;
}

/** What a review says that one pod serves: its claim, which no stack can confirm. */
export interface ClaimedRate {
  /** Workload whose pods it speaks of. */
  readonly workload: string;
  /** Requests a second of one pod. */
  readonly low: number;
  readonly high: number;
  /** Of which requests. */
  readonly of: string;
  readonly source: { readonly file: string; readonly section: string; readonly words: string };
}

const FRONTEND3: ConnectionBudget = {
  backend: `${PARTNER.frontend3.namespace}/${PARTNER.frontend3.app}`,
  connections: PARTNER.frontend3.connectionBudget,
  source: `assumed: 10 pods x 100, ${REVIEW_001}, section 2.3 "Scaling Design"; the review leaves it to be agreed`,
};

/** Budgets by option id. An option that is not listed has none that is known. */
export const CONNECTION_BUDGETS: Readonly<Record<string, ConnectionBudget>> = {
  "partner-a": FRONTEND3,
  "partner-c": FRONTEND3,
};

/** Claimed rates by option id. Option C is "nearly identical to Option A", which is no number. */
export const CLAIMED_RATES: Readonly<Record<string, readonly ClaimedRate[]>> = {
  "partner-a": [
    {
      workload: "travel-api",
      low: 200,
      high: 400,
      of: "search",
      source: {
        file: REVIEW_001,
        section: "2.1 Option A: Trimmed .NET > Scaling Design",
        words: "~200-400 RPS for search",
      },
    },
  ],
};
