/** The claims of the reviews, put to the test. */
export type { Footprints } from "./measured";
export { neededOptions } from "./needed";
export { type WeighedCriterion, type WeighedScores, weighScores } from "./scores";
export { claimedText } from "./value";
export { VERDICTS, type Verdict } from "./verdict";
export { type Tally, tally, type WeighedClaim, weighClaims } from "./weigh";
