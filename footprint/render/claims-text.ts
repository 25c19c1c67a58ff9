import type { ClaimedValue } from "../../config/claims";
import { claimedText, type Tally, type VerifiedClaim } from "../claims";
import { signed } from "./numbers";

const LIMITS: Readonly<Record<VerifiedClaim["expects"], string>> = {
  equal: "",
  within: "",
  atLeast: "at least ",
  atMost: "at most ",
  below: "less than ",
};

/** `001: 41 claims: 28 hold, 9 off, 3 contradicted, 1 unsupported`. */
export function tallyText({ review, claims, holds, off, contradicted, unsupported }: Tally): string {
  return `${review}: ${claims} claims: ${holds} hold, ${off} off, ${contradicted} contradicted, ${unsupported} unsupported`;
}

/** What the review says and what it comes to: `partitions: says 22, computed 19 (-3)`. */
export function outcome(claim: VerifiedClaim): string {
  const { claimed, computed, expects, unit, tolerance, difference, missing } = claim;
  const slack = tolerance === 0 ? "" : ` (±${tolerance})`;
  const said = `${unit}: says ${LIMITS[expects]}${claimedText(claimed)}${slack}`;
  if (computed === undefined) return `${said}; missing: ${missing}`;
  const isAmount = typeof computed === "number" || (typeof computed === "object" && "low" in computed);
  const away = difference === undefined ? "" : ` (${apart(difference)})`;
  return `${said}, ${isAmount ? "computed" : "found"} ${claimedText(computed)}${away}`;
}

/** `+0.5`; for a range the ends that are off: `+15 at the low end`, `+35 and +70 at the ends`. */
function apart(difference: ClaimedValue): string {
  if (typeof difference !== "object" || !("low" in difference)) {
    return typeof difference === "number" ? signed(difference) : claimedText(difference);
  }
  const { low, high } = difference;
  if (low === 0) return `${signed(high)} at the high end`;
  if (high === 0) return `${signed(low)} at the low end`;
  return `${signed(low)} and ${signed(high)} at the ends`;
}
