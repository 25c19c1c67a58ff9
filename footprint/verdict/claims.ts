import { VERDICTS, type VerifiedClaim } from "../claims";
import type { ClaimSummary } from "./model";

/** More than these are not looked at in a first screen. */
const FIRST = 3;

/** Words of units that bear on what matters: requests, cost, failure, reach, and the load that the options are for. */
const MATTERS =
  /usd|mib|gib|cores|replica|\bpods?\b|request|worker|uptime|%|fail|outage|stops|entry point|ways? in|rto|rpo|deploy/i;

/**
 * Counts the claims about alternatives, and finds those to look at first: contradicted ones about the leader, then
 * those that bear on what matters, then those that are furthest off.
 *
 * @param options ids of the alternatives
 */
export function claimsOf(
  claims: readonly VerifiedClaim[],
  {
    review,
    options,
    leader,
  }: { readonly review: string; readonly options: readonly string[]; readonly leader?: string },
): ClaimSummary | undefined {
  const ids = options.map((id) => id.split("@")[0]);
  const own = claims.filter(
    (claim) =>
      (review === "" || claim.review === review) &&
      (claim.option === undefined ? review !== "" : ids.includes(claim.option.split("@")[0])),
  );
  if (own.length === 0) return undefined;
  const ranked = own
    .filter(({ verdict }) => verdict === "contradicted")
    .map((claim, index) => ({ claim, index, weight: weightOf(claim, leader) }))
    .sort((one, other) => other.weight - one.weight || one.index - other.index);
  return {
    claims: own.length,
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, own.filter((claim) => claim.verdict === verdict).length]),
    ) as ClaimSummary["verdicts"],
    first: ranked.slice(0, FIRST).map(({ claim }) => claim),
  };
}

function weightOf(claim: VerifiedClaim, leader: string | undefined): number {
  const isOfLeader = leader !== undefined && claim.option === leader;
  return (isOfLeader ? 8 : 0) + (MATTERS.test(claim.unit) ? 4 : 0) + Math.min(2, shareOff(claim));
}

/** How far an amount is off, of what is claimed; 0 where it is none. */
function shareOff({ claimed, difference }: VerifiedClaim): number {
  const amount = (value: unknown): number => {
    if (typeof value === "number") return Math.abs(value);
    if (typeof value === "object" && value !== null && "low" in value && "high" in value)
      return Math.max(amount(value.low), amount(value.high));
    return 0;
  };
  const base = amount(claimed);
  return base === 0 ? 0 : amount(difference) / base;
}
