/** Verifies the claims of the reviews. */
export type { Footprints } from "./evidence";
export { requiredOptions } from "./required-options";
export { type CriterionResult, computeScores, type ScoreResult } from "./scores";
export { claimedText } from "./value";
export { VERDICTS, type Verdict } from "./verdict";
export { type Tally, tally, type VerifiedClaim, verifyClaims } from "./verify";
