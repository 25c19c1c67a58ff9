import { pricesOf } from "../../config/prices";
import { REVIEWS } from "../../config/reviews";
import { type CompareOptions, type Comparison, compare } from "../../footprint/compare";
import type { Footprint } from "../../footprint/model";

export { REVIEWS };

/** Claims, scorecards and prices of the built-in reviews. */
export const CLAIMS = REVIEWS.flatMap(({ claims }) => claims);
export const SCORECARDS = REVIEWS.flatMap(({ scores }) => scores ?? []);
export const PRICES = pricesOf(REVIEWS);

/** Everyday replicas of the built-in options, by stack id. */
export const STEADY_REPLICAS: Readonly<Record<string, Readonly<Record<string, number>>>> = Object.assign(
  {},
  ...REVIEWS.map(({ steadyReplicas }) => steadyReplicas),
);

/** Compares footprints of built-in options, which their reviews describe. */
export function compareBuiltIn(footprints: readonly Footprint[], options: CompareOptions = {}): Comparison {
  return compare(footprints, { reviews: REVIEWS, ...options });
}
