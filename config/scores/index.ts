import type { Scorecard } from "../model/scorecard";
import { REVIEWS } from "../reviews";

export type { Criterion, Scorecard } from "../model/scorecard";

/** The scores of the reviews that give any. */
export const SCORECARDS: readonly Scorecard[] = REVIEWS.flatMap(({ scores }) => scores ?? []);
