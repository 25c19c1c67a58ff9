/** What a review is, as data. */
export type { Acknowledgement } from "./acknowledgement";
export type { ClaimedRate, ConnectionBudget } from "./capacity";
export { type Claim, type ClaimDraft, claimsIn, type Expectation, type Reading } from "./claim";
export type { ClaimedRange, ClaimedValue, Source } from "./claimed";
export type {
  Amount,
  Arithmetic,
  Aspect,
  Assumed,
  Computation,
  Documented,
  Looked,
  Name,
  Stated,
  Statement,
} from "./computation";
export type { DecisionOf } from "./decision";
export type { Deviation } from "./deviation";
export type { Availability, Expected, ExpectedAmount, ExpectedText, Promised } from "./expected";
export { CACHE_MEMORY_GIB, CONVERSIONS, type Fact } from "./facts";
export type { ComputeMeasure, Measured, PlainMeasure } from "./measured";
export {
  type AddTo,
  type Option,
  type OptionDraft,
  type OptionInput,
  type PricedEnvironments,
  stacksOf,
} from "./option";
export { type FactsByOption, factsOf, type OptionFacts, onlyOptions } from "./option-facts";
export { namesIn, type Quotes, quotesOf } from "./quote";
export { type Origin, optionsOf, type Review, type SwitchedPrices } from "./review";
export type { Criterion, Scorecard } from "./scorecard";
export type { Chosen, Switches, Variant } from "./switches";
