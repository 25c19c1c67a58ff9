import type { PricedEnvironments } from "../model/review";
import { REVIEWS } from "../reviews";

export type { PricedEnvironments } from "../model/review";

/** Environments that a review's estimate is for, each taken to be as large as production. */
export function pricedEnvironments(review: string): PricedEnvironments {
  return REVIEWS.find(({ id }) => id === review)?.environments ?? { names: ["production"] };
}
