import type { Claim } from "./claim";
import { REVIEW_000_CLAIMS } from "./review-000";
import { REVIEW_001_CLAIMS } from "./review-001";
import { REVIEW_002_CLAIMS } from "./review-002";
import { REVIEW_003_CLAIMS } from "./review-003";
import { REVIEW_004_CLAIMS } from "./review-004";

export type { Claim, ClaimedRange, ClaimedValue, Expectation, Reading, Source } from "./claim";
export type { Amount, Arithmetic, Aspect, Computation, Documented, Looked, Statement } from "./computation";
export { CACHE_MEMORY_GIB, FACTS, type Fact, type FactName } from "./facts";
export type { ComputeMeasure, Measured, PlainMeasure } from "./measured";

/** What the five reviews claim, review by review. */
export const CLAIMS: readonly Claim[] = [
  ...REVIEW_000_CLAIMS,
  ...REVIEW_001_CLAIMS,
  ...REVIEW_002_CLAIMS,
  ...REVIEW_003_CLAIMS,
  ...REVIEW_004_CLAIMS,
];
