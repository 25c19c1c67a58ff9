import type { Claim } from "../model/claim";
import { REVIEWS } from "../reviews";

export type { Claim, ClaimedRange, ClaimedValue, Expectation, Reading, Source } from "../model/claim";
export type {
  Amount,
  Arithmetic,
  Aspect,
  Computation,
  Documented,
  Looked,
  Statement,
} from "../model/computation";
export { CACHE_MEMORY_GIB, FACTS, type Fact, type FactName } from "../model/facts";
export type { ComputeMeasure, Measured, PlainMeasure } from "../model/measured";

/** The claims of all reviews, in the order of `config/reviews`. */
export const CLAIMS: readonly Claim[] = REVIEWS.flatMap(({ claims }) => claims);
