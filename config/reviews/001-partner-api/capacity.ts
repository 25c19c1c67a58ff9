import type { ClaimedRate, ConnectionBudget } from "../../model/capacity";
import { PARTNER } from "./application";

const REVIEW_001 = "001_57ea113d5c58119c.txt";

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
