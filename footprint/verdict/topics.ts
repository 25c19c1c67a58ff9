import type { ComparedOption } from "../compare";
import type { Point } from "../figures/figure";
import { bounded } from "../figures/hidden";
import { type FigureKey, figureOf } from "../figures/registry";
import { COUNT } from "../figures/registry/units";
import { intervalOf } from "./interval";
import type { Certainty, DecisionTopic, Ranking, TopicName } from "./model";
import { ESTIMATE, type Ranked, ranked, rankingOf } from "./ranking";

/** What can be reached from the internet: the fewer, the less there is to defend. */
const ENTRY_POINTS: Ranked = {
  key: "entryPoints",
  label: "Entry points from the internet",
  unit: COUNT,
  ofWorkloads: false,
  of: ({ measures, footprint }) =>
    intervalOf(bounded({ value: measures.blastRadius.entryPoints, atLeast: false }, footprint)),
  isComparable: () => true,
};

/** A figure of what can fail. */
function ofRunning(key: FigureKey): Ranked {
  return { ...ranked(figureOf(key)), ofRunning: true };
}

/** What matters, in the order in which it is shown. */
const TOPICS: Readonly<Record<TopicName, readonly Ranked[]>> = {
  requests: [ranked(figureOf("cpuCores.request")), ranked(figureOf("memoryGiB.request"))],
  cost: [ESTIMATE, ranked(figureOf("listCostUsdPerMonth"))],
  failure: [
    ofRunning("singlePointsOfFailure"),
    ofRunning("stoppedBySinglePoint"),
    ofRunning("rollBackSeconds"),
  ],
  reach: [ENTRY_POINTS],
};

/** First places that no unresolved value can take away. */
const DECIDED: ReadonlySet<Certainty> = new Set(["sure", "overlapping"]);

/** True where somebody leads, and not only by what is resolved. */
export function isDecided({ certainty }: Ranking): boolean {
  return DECIDED.has(certainty);
}

/** The order of alternatives on everything that matters; a topic without a figure is absent. */
export function topicsOf(options: readonly ComparedOption[], at: Point): readonly DecisionTopic[] {
  return (Object.keys(TOPICS) as TopicName[]).flatMap((name) => {
    const rankings = TOPICS[name].flatMap((figure) => rankingOf(figure, options, at) ?? []);
    if (rankings.length === 0) return [];
    return [{ name, rankings, leaders: leadersOf(rankings) }];
  });
}

/** Best on one figure that is decided, and on all of them. */
function leadersOf(rankings: readonly Ranking[]): readonly string[] {
  const [first, ...rest] = rankings.filter(isDecided);
  if (first === undefined) return [];
  return first.leaders.filter((id) => rest.every(({ leaders }) => leaders.includes(id)));
}
