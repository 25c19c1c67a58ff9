import type { ClaimedValue } from "../../config/model";
import {
  type CriterionResult,
  claimedText,
  type Tally,
  VERDICTS,
  type Verdict,
  type VerifiedClaim,
} from "../claims";
import { signed } from "./numbers";

const LIMITS: Readonly<Record<VerifiedClaim["expects"], string>> = {
  equal: "",
  within: "",
  atLeast: "at least ",
  atMost: "at most ",
  below: "less than ",
};

const BOUNDS = { lower: "at least ", upper: "at most " } as const;

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
export function tallyText(tally: Tally): string {
  const { review, claims, holds, off, contradicted, unsupported, disagreements } = tally;
  const other = disagreements === 0 ? "" : `, ${disagreements} where reviews disagree`;
  const open = unsupported - disagreements;
  const count = claims === 1 ? "1 claim" : `${claims} claims`;
  return `${review}: ${count}: ${holds} hold, ${off} inaccurate, ${contradicted} contradicted${other}, ${open} cannot be checked`;
}

/** How ends of ranges belong together in every calculation. */
export const ENDS_NOTE =
  "Ranges are calculated low end with low end and high end with high end; a single number belongs to both.";

/** A verdict as people read it, with its claims. */
export interface ClaimGroup {
  readonly verdict: Verdict;
  readonly title: string;
  readonly claims: readonly VerifiedClaim[];
}

/** Claims by what people read of their verdict, worst first; no group is empty. */
export function groupsOf(claims: readonly VerifiedClaim[]): readonly ClaimGroup[] {
  const disagrees = ({ disagreement }: VerifiedClaim) => disagreement !== undefined;
  const groups = VERDICTS.flatMap((verdict): ClaimGroup[] => {
    const own = claims.filter((claim) => claim.verdict === verdict);
    return [
      { verdict, title: "The reviews disagree", claims: own.filter(disagrees) },
      { verdict, title: VERDICT_TITLES[verdict], claims: own.filter((claim) => !disagrees(claim)) },
    ];
  });
  return groups.filter((group) => group.claims.length > 0);
}

/** The claimed and the calculated value: `partitions: claimed 22, calculated 19 (-3)`. */
export function outcome(claim: VerifiedClaim): string {
  const { claimed, computed, expects, unit, tolerance, difference, missing, disagreement } = claim;
  const slack = tolerance === 0 ? "" : ` (±${tolerance})`;
  const said = `${unitText(unit)}: claimed ${LIMITS[expects]}${claimedText(claimed)}${slack}`;
  if (disagreement !== undefined)
    return `${said}; ${disagreement.place}: ${claimedText(disagreement.stated)}`;
  if (computed === undefined) return `${said}; missing: ${missing}`;
  const isAmount = typeof computed === "number" || (typeof computed === "object" && "low" in computed);
  const away = difference === undefined ? "" : ` (${apart(difference)})`;
  const limit = claim.bound === undefined ? "" : BOUNDS[claim.bound];
  const why = claim.assumption === undefined ? "" : `; assumed: ${claim.assumption}`;
  return `${said}, ${isAmount ? "calculated" : "found"} ${limit}${claimedText(computed)}${away}${why}`;
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

/** `Operations (weight 2)`; the name alone where every criterion counts the same. */
export function criterionText({ name, weight = 1 }: Pick<CriterionResult, "name" | "weight">): string {
  return weight === 1 ? name : `${name} (weight ${weight})`;
}
