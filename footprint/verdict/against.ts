import type { VerifiedClaim } from "../claims";
import type { ComparedOption } from "../compare";
import { unschedulable } from "../figures/packing";
import type { Against, DecisionTopic, Objection, Purpose, Ranking } from "./model";
import { isDecided } from "./topics";

/** What objections are looked for in. */
export interface Evidence {
  readonly topics: readonly DecisionTopic[];
  readonly purpose: Purpose;
  readonly claims: readonly VerifiedClaim[];
  readonly asOf?: string;
}

/** What speaks against an option, the most important first. */
export function against(option: ComparedOption, evidence: Evidence): Against {
  const { id, measures, footprint, deviations } = option;
  const { purpose, claims, asOf, topics } = evidence;
  const contradicted = claims.filter((claim) => claim.option === id && claim.verdict === "contradicted");
  const single = measures.singlePointsOfFailure.found.map(({ name }) => name);
  const outages = measures.rollBacks.filter(({ isOutage }) => isOutage).map(({ workload }) => workload);
  const ended = measures.support?.ended.map(({ name }) => name) ?? [];
  const unresolved = footprint.unknowns.length + Object.keys(footprint.unread).length;
  const crowded = unschedulable(measures.packing);
  const objections: readonly (Objection | false)[] = [
    crowded.length > 0 && { kind: "noRoom", workloads: crowded },
    ...topics.flatMap(({ rankings }) => rankings.flatMap((ranking) => behind(id, ranking, purpose))),
    contradicted.length > 0 && { kind: "claimsContradicted", ids: contradicted.map((claim) => claim.id) },
    purpose.is !== "same" && purpose.loads.length > 1 && { kind: "notSamePurpose", is: purpose.is },
    single.length > 0 && { kind: "singlePoints", names: single },
    outages.length > 0 && { kind: "rollbackOutage", workloads: outages },
    ended.length > 0 && asOf !== undefined && { kind: "outOfSupport", names: ended, asOf },
    deviations.length > 0 && { kind: "deviations", count: deviations.length },
    unresolved > 0 && { kind: "unresolved", count: unresolved },
  ];
  return { option: id, objections: objections.filter((each) => each !== false) };
}

/** Another one is surely ahead on a figure, and is expected to carry as much. */
function behind(id: string, ranking: Ranking, purpose: Purpose): Objection[] {
  const { key, label, unit, leaders, value: best, values, without } = ranking;
  const value = values[id];
  if (!isDecided(ranking) || leaders.includes(id) || without.includes(id)) return [];
  const ahead = leaders.filter((leader) => carriesAsMuch(leader, id, purpose));
  if (value == null || best === undefined || ahead.length === 0) return [];
  return [{ kind: "behind", key, label, unit, ahead, value, best }];
}

/** Of options for different loads, the one for less is no rival. */
function carriesAsMuch(one: string, other: string, { loads, lowestFor }: Purpose): boolean {
  if (lowestFor.length === 0) return true;
  const low = (id: string) => loads.find(({ option }) => option === id)?.low ?? 0;
  return low(one) >= low(other);
}
