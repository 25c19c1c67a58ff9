import type { ClaimedRate, ConnectionBudget } from "./model/capacity";
import { REVIEWS } from "./reviews";

export type { ClaimedRate, ConnectionBudget } from "./model/capacity";

/** Connection budgets by option id. The budget of an option that is not listed is unresolved. */
export const CONNECTION_BUDGETS: Readonly<Record<string, ConnectionBudget>> = Object.assign(
  {},
  ...REVIEWS.map(({ connectionBudgets }) => connectionBudgets),
);

/** Claimed request rates by option id. */
export const CLAIMED_RATES: Readonly<Record<string, readonly ClaimedRate[]>> = Object.assign(
  {},
  ...REVIEWS.map(({ claimedRates }) => claimedRates),
);
