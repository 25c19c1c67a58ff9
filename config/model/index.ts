/** What a review is, as data. */
export type { ClaimedRate, ConnectionBudget } from "./capacity";
export { type Claim, type ClaimDraft, claimsIn, type Expectation, type Reading } from "./claim";
export type { ClaimedRange, ClaimedValue, Source } from "./claimed";
export type {
  Amount,
  Arithmetic,
  Aspect,
  Computation,
  Documented,
  Looked,
  Statement,
} from "./computation";
export type { Deviation } from "./deviation";
export { CACHE_MEMORY_GIB, type Fact } from "./facts";
export type { ComputeMeasure, Measured, PlainMeasure } from "./measured";
export { type Option, type OptionDraft, type PricedEnvironments, stacksOf } from "./option";
export { type FactsByOption, factsOf, type OptionFacts, onlyOptions } from "./option-facts";
export { optionsOf, type Review } from "./review";
export type { Criterion, Scorecard } from "./scorecard";
