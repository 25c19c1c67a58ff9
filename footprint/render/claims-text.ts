import type { ClaimedValue } from "../../config/model";
import { claimedText, type Tally, type Verdict, type VerifiedClaim } from "../claims";
import { signed } from "./numbers";

const LIMITS: Readonly<Record<VerifiedClaim["expects"], string>> = {
  equal: "",
  within: "",
  atLeast: "at least ",
  atMost: "at most ",
  below: "less than ",
};

/** Words for the units of reviews; JSON has the units of the reviews. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bUSD a (month|hour|day)\b/g, "USD/$1"],
  [/\bsupply chains\b/g, "runtimes and base images"],
  [/\bways in\b/g, "entry points"],
  [/\bway in\b/g, "entry point"],
  [/\boption that reserves \w+$/, "option with the lowest requests"],
];

/** What people read for each verdict. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  contradicted: "Contradicted",
  off: "Inaccurate",
  unsupported: "Cannot be checked",
  holds: "Holds",
};

/** `001: 41 claims: 28 hold, 9 inaccurate, 3 contradicted, 1 cannot be checked`. */
export function tallyText({ review, claims, holds, off, contradicted, unsupported }: Tally): string {
  return `${review}: ${claims} claims: ${holds} hold, ${off} inaccurate, ${contradicted} contradicted, ${unsupported} cannot be checked`;
}

/** The claimed and the calculated value: `partitions: claimed 22, calculated 19 (-3)`. */
export function outcome(claim: VerifiedClaim): string {
  const { claimed, computed, expects, unit, tolerance, difference, missing } = claim;
  const slack = tolerance === 0 ? "" : ` (±${tolerance})`;
  const said = `${unitText(unit)}: claimed ${LIMITS[expects]}${claimedText(claimed)}${slack}`;
  if (computed === undefined) return `${said}; missing: ${missing}`;
  const isAmount = typeof computed === "number" || (typeof computed === "object" && "low" in computed);
  const away = difference === undefined ? "" : ` (${apart(difference)})`;
  return `${said}, ${isAmount ? "calculated" : "found"} ${claimedText(computed)}${away}`;
}

function unitText(unit: string): string {
  return UNIT_WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), unit);
}

/** `+0.5`; for a range the inaccurate bounds: `+15 at the low bound`, `+35 and +70 at the low/high bound`. */
function apart(difference: ClaimedValue): string {
  if (typeof difference !== "object" || !("low" in difference)) {
    return typeof difference === "number" ? signed(difference) : claimedText(difference);
  }
  const { low, high } = difference;
  if (low === 0) return `${signed(high)} at the high bound`;
  if (high === 0) return `${signed(low)} at the low bound`;
  return `${signed(low)} and ${signed(high)} at the low/high bound`;
}
