import type { VerifiedClaim } from "../claims";
import type { Comparison } from "../compare";
import type { ComparedDecision } from "../decisions";
import { unschedulable } from "../figures/packing";
import { against } from "./against";
import { claimsOf } from "./claims";
import type { ComparisonVerdict, Decision, DecisionTopic, Purpose } from "./model";
import { openOrders } from "./open";
import { purposeOf } from "./purpose";
import { topicsOf } from "./topics";

export type * from "./model";
export { loadOf } from "./purpose";

/** What a verdict takes into account in addition to the comparison. */
export interface VerdictOptions {
  /**
   * The reviews' claims, verified.
   * @default - none
   */
  readonly claims?: readonly VerifiedClaim[];
}

/** A leader leads on so many topics at least: to lead on one alone is no reason to choose. */
const LEAST_TOPICS = 2;

/** Which option leads, why, and what could be wrong with that, for each decision of a comparison. */
export function verdictOf(comparison: Comparison, { claims = [] }: VerdictOptions = {}): ComparisonVerdict {
  return { decisions: comparison.decisions.map((decision) => decide(decision, comparison, claims)) };
}

function decide(
  { title, review, options: ids }: ComparedDecision,
  comparison: Comparison,
  claims: readonly VerifiedClaim[],
): Decision {
  const { at, asOf } = comparison;
  const options = comparison.options.filter(({ id }) => ids.includes(id));
  // One option alone is in no order.
  const topics = options.length < 2 ? [] : topicsOf(options, at);
  const purpose = purposeOf(options, at);
  const leader = leaderOf(topics, purpose);
  const short = leader === undefined ? [] : shortfalls(claims, leader);
  const led = leader === undefined ? inFront(topics, purpose) : [leader];
  const crowded = options.filter(({ measures }) => unschedulable(measures.packing).length > 0);
  const suspects = new Set(options.length < 2 ? ids : [...led, ...crowded.map(({ id }) => id)]);
  const evidence = { topics, purpose, claims, asOf };
  return {
    title,
    review,
    options: ids,
    ...(leader === undefined ? {} : { leader }),
    ...(short.length === 0 ? {} : { fallsShort: short }),
    topics,
    purpose,
    against: options.filter(({ id }) => suspects.has(id)).map((option) => against(option, evidence)),
    ...optional(claimsOf(claims, { review, options: ids, leader })),
    open: openOrders(topics, options),
  };
}

/** Units of what an option carries. */
const LOAD = /\b(?:requests|users)\b/;

/** Claims about the load of an option of which less was calculated. */
function shortfalls(claims: readonly VerifiedClaim[], id: string): readonly string[] {
  return claims
    .filter(({ option, verdict }) => option === id && verdict === "contradicted")
    .filter(({ unit, difference }) => LOAD.test(unit) && isLess(difference))
    .map((claim) => claim.id);
}

function isLess(difference: VerifiedClaim["difference"]): boolean {
  if (typeof difference !== "object" || !("low" in difference)) return false;
  return (difference.low ?? 0) < 0;
}

function optional(claims: Decision["claims"]): Pick<Decision, "claims"> {
  return claims === undefined ? {} : { claims };
}

/** Without a leader: the lowest of each load, else whoever leads on a topic. */
function inFront(topics: readonly DecisionTopic[], { lowestFor }: Purpose): readonly string[] {
  return lowestFor.length > 0
    ? lowestFor.map(({ option }) => option)
    : topics.flatMap(({ leaders }) => leaders);
}

/** The one that leads on most topics; nobody where the lowest of one load is compared with the lowest of another. */
function leaderOf(topics: readonly DecisionTopic[], purpose: Purpose): string | undefined {
  if (purpose.is === "different") return undefined;
  const led = new Map<string, number>();
  for (const { leaders } of topics) for (const id of leaders) led.set(id, (led.get(id) ?? 0) + 1);
  const most = Math.max(0, ...led.values());
  const [first, ...others] = [...led].filter(([, count]) => count === most);
  if (first === undefined || others.length > 0 || most < LEAST_TOPICS) return undefined;
  return first[0];
}
