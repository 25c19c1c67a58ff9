import type { Claim, ClaimedValue, Expectation } from "../../config/model";
import type { Bound } from "./evaluation";
import { type Exact, exact, magnitude, order, subtract } from "./exact";
import { fromClaimed, type Range, toClaimed, type Value } from "./value";

/**
 * What became of a claim.
 *
 * - `holds`: the computed value is the claimed one, within the tolerance
 * - `off`: an amount that is another one; the difference is given
 * - `contradicted`: a yes-or-no statement, a name, a list or a limit that is not so, whatever was assumed to build
 *   the option
 * - `unsupported`: nothing here can decide it, what is missing is given; or another review says otherwise, and
 *   `disagreement` names it
 */
export type Verdict = "holds" | "off" | "contradicted" | "unsupported";

/** The verdicts, worst first. */
export const VERDICTS: readonly Verdict[] = ["contradicted", "off", "unsupported", "holds"];

/** A verdict on something that could be computed. */
export interface Judgement {
  readonly verdict: Exclude<Verdict, "unsupported">;
  /** Computed less claimed; at both ends where one of the two is a range. Absent where the claim holds. */
  readonly difference?: ClaimedValue;
}

/**
 * Compares a computed value with the claim. Of a value that is only a bound, it judges what no real value can change.
 * @returns undefined where the real value decides
 * @throws Error when the two are of different kinds
 */
export function judge(
  claim: Claim,
  computed: Value,
  bounds: ReadonlySet<Bound["side"]> = new Set(),
): Judgement | undefined {
  const claimed = fromClaimed(claim.claimed);
  if (claimed.kind !== computed.kind) {
    throw new Error(`claim ${claim.id}: a ${claimed.kind} is claimed and a ${computed.kind} is computed`);
  }
  if (claimed.kind !== "range" || computed.kind !== "range") {
    if (bounds.size > 0) return undefined;
    return { verdict: isSame(claimed, computed) ? "holds" : "contradicted" };
  }
  const expects = claim.expects ?? "equal";
  const isDecided = [...bounds].every((side) => decides(side, claim, claimed, computed));
  if (!isDecided) return undefined;
  if (agrees(expects, claimed, computed, exact(claim.tolerance ?? 0))) return { verdict: "holds" };
  return {
    verdict: expects === "equal" || expects === "within" ? "off" : "contradicted",
    difference: difference(claimed, computed, claim),
  };
}

/** True where every value above a lower bound, or below an upper one, gets the same verdict. */
function decides(side: Bound["side"], claim: Claim, claimed: Range, computed: Range): boolean {
  const { expects = "equal" } = claim;
  const tolerance = exact(claim.tolerance ?? 0);
  const isKept = agrees(expects, claimed, computed, tolerance);
  if (expects === "atLeast") return side === "lower" ? isKept : !isKept;
  if (expects === "atMost" || expects === "below") return side === "lower" ? !isKept : isKept;
  const ends = expects === "within" ? { low: claimed.high, high: claimed.low } : claimed;
  if (side === "lower")
    return isBeyond(computed.low, ends.low, tolerance) || isBeyond(computed.high, claimed.high, tolerance);
  return isBeyond(ends.high, computed.high, tolerance) || isBeyond(claimed.low, computed.low, tolerance);
}

function isBeyond(one: Exact, other: Exact, tolerance: Exact): boolean {
  return order(subtract(one, other), tolerance) > 0;
}

function agrees(expects: Expectation, claimed: Range, computed: Range, tolerance: Exact): boolean {
  const low = order(computed.low, claimed.low);
  const high = order(computed.high, claimed.high);
  switch (expects) {
    case "equal":
      return near(computed.low, claimed.low, tolerance) && near(computed.high, claimed.high, tolerance);
    case "within":
      return low >= 0 && high <= 0;
    case "atLeast":
      return low >= 0 && high >= 0;
    case "atMost":
      return low <= 0 && high <= 0;
    case "below":
      return low < 0 && high < 0;
  }
}

function near(one: Exact, other: Exact, tolerance: Exact): boolean {
  return order(magnitude(subtract(one, other)), tolerance) <= 0;
}

/** At an end that is allowed to be inside the claimed range only what sticks out counts. */
function difference(claimed: Range, computed: Range, { expects, decimals }: Claim): ClaimedValue {
  const low = subtract(computed.low, claimed.low);
  const high = subtract(computed.high, claimed.high);
  const nothing = exact(0);
  // Not `range()`: the low end may be further off than the high end.
  return toClaimed(
    {
      kind: "range",
      low: expects === "within" && order(low, nothing) > 0 ? nothing : low,
      high: expects === "within" && order(high, nothing) < 0 ? nothing : high,
    },
    decimals,
  );
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind === "list" && other.kind === "list") {
    return one.items.length === other.items.length && one.items.every((item) => other.items.includes(item));
  }
  return toClaimed(one) === toClaimed(other);
}
