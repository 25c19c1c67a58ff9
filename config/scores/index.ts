import { REVIEW_000_SCORES } from "./review-000";
import { REVIEW_001_SCORES } from "./review-001";
import type { Scorecard } from "./scorecard";

export type { Criterion, Scorecard } from "./scorecard";

/** The scores of the reviews that give any. */
export const SCORECARDS: readonly Scorecard[] = [REVIEW_000_SCORES, REVIEW_001_SCORES];
