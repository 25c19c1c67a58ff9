import { factsOf } from "../../config/model/option-facts";
import type { Review } from "../../config/model/review";
import type { Prices } from "../../config/prices";
import { pricesOf } from "../../config/prices";
import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import type { Comparison } from "../compare";
import { FIGURES, figureOf } from "../figures/registry";
import { InputError } from "../read/input-error";
import { largest } from "./input";
import { inputsOf } from "./inputs";
import { leadsOf } from "./leads";
import type { DecisionSensitivity, Sensitivity } from "./model";
import { movedWorlds, pairOrder } from "./pairs";
import { compareBy, figureRanking, isUnranked, type Ranking, SCORE } from "./ranking";
import { trafficOf } from "./traffic";
import type { World } from "./world";

export type * from "./model";

/** Figures that are looked at without a word; the score where a review gives one. */
const USUAL = [
  "listCostUsdPerMonth",
  "costUsdPerMonth.low",
  "costUsdPerMonth.high",
  "cpuCores.request",
  "memoryGiB.request",
];

/** What is moved, and what for. */
export interface SensitivityOptions {
  /** Reviews that the options belong to. @default - none: no estimate, no scores, no claimed traffic */
  readonly reviews?: readonly Review[];
  /** @default - list prices that come with the project, and the line items of `reviews` */
  readonly prices?: Prices;
  /** Keys of figures, and `score`. @default - cost, requests, and the score where there is one */
  readonly figures?: readonly string[];
  /**
   * Inputs that are moved: `replicas:checkout`, or a kind such as `price`.
   * @default - all
   */
  readonly inputs?: readonly string[];
  /**
   * `leader`: the pairs of the option that is ahead on a figure, without those of the others.
   * @default "all"
   */
  readonly pairs?: "all" | "leader";
}

/**
 * For each two options of a decision the first value of each input, moved alone and by sign, at which their order on a
 * figure is the other way round. Each value is tried with the functions that `compare` uses: an answer is exact to the
 * step in which the input is moved, and one step before it the order is as it was.
 *
 * @throws InputError for fewer than two options, for an unknown figure or input, and where a figure that was asked for
 * is not there for two options
 */
export function sensitivity(
  { options, decisions, at }: Comparison,
  {
    reviews = [],
    prices = pricesOf(reviews),
    figures,
    inputs: wanted,
    pairs = "all",
  }: SensitivityOptions = {},
): Sensitivity {
  if (options.length < 2)
    throw new InputError({
      problem: "one option has no order with another",
      fix: "name two options at least",
    });
  const world: World = {
    footprints: new Map(options.map(({ id, footprint }) => [id, footprint])),
    prices,
    cards: reviews.flatMap(({ scores }) => scores ?? []),
    facts: factsOf(reviews),
  };
  const rankings = rankingsOf(figures, at);
  const ids = options.map(({ id }) => id);
  const known = inputsOf(world, ids, at);
  refuseUnknown(
    wanted,
    known.flatMap(({ id, kind }) => [id, kind]),
  );
  for (const { key, label, of } of figures === undefined ? [] : rankings) {
    const lacking = ids.filter((id) => isUnranked(of(world, id)));
    if (ids.length - lacking.length < 2)
      throw new InputError({
        problem: `fewer than two options have the figure '${key}' (${label}); not ${lacking.join(", ")}`,
        fix: key.toLowerCase().includes("cost")
          ? "give prices with --prices or in the review"
          : "ask for another figure",
      });
  }
  const inputs =
    wanted === undefined
      ? largest(known)
      : known.filter(({ id, kind }) => wanted.some((word) => word === id || word === kind));
  const moved = movedWorlds(world);
  const notMoved = wanted === undefined ? known.length - inputs.length : 0;
  return {
    at,
    ...(notMoved === 0 ? {} : { notMoved }),
    decisions: decisions.map(({ title, options: own }): DecisionSensitivity => {
      const orders = rankings.flatMap((ranking) =>
        (pairs === "all" ? pairsOf(own) : pairsOfLeader(ranking, own, world)).flatMap(
          (pair) => pairOrder(ranking, pair, { world, inputs, moved }) ?? [],
        ),
      );
      return {
        title,
        options: own,
        orders,
        leads: leadsOf(orders, own),
        notCompared: rankings.flatMap(({ key, label, of }) =>
          own.some((id) => !isUnranked(of(world, id))) || figures !== undefined
            ? own.filter((id) => isUnranked(of(world, id))).map((option) => ({ figure: key, label, option }))
            : [],
        ),
        traffic: trafficOf(world, own),
      };
    }),
  };
}

function rankingsOf(keys: readonly string[] | undefined, at: Comparison["at"]): Ranking[] {
  const ranked = FIGURES.filter(({ better }) => better !== "none").map(({ key }) => key as string);
  const all = [...ranked, SCORE.key];
  const unknown = (keys ?? []).filter((key) => !all.includes(key));
  const [first, ...others] = unknown.map((key) => ({
    problem: `'${key}' is not a figure that options are put in order by`,
    fix: didYouMean(key, all),
  }));
  if (first !== undefined) throw new InputError(first, ...others);
  return (keys ?? [...USUAL, SCORE.key]).map((key) =>
    key === SCORE.key ? SCORE : figureRanking(figureOf(key), at),
  );
}

function refuseUnknown(wanted: readonly string[] | undefined, known: readonly string[]): void {
  const words = [...new Set(known)];
  const [first, ...others] = (wanted ?? [])
    .filter((word) => !words.includes(word))
    .map((word) => ({ problem: `'${word}' is no input of these options`, fix: didYouMean(word, words) }));
  if (first !== undefined) throw new InputError(first, ...others);
}

function didYouMean(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  if (near.length > 0) return `did you mean ${either(near)}?`;
  return `write one of ${words.slice(0, 12).join(", ")}${words.length > 12 ? ", ..." : ""}`;
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
}

/** The first of those that no other one is ahead of, with each of the others that have the figure. */
function pairsOfLeader(
  ranking: Ranking,
  ids: readonly string[],
  world: World,
): (readonly [string, string])[] {
  const values = ids.flatMap((id) => {
    const figure = ranking.of(world, id);
    return isUnranked(figure) ? [] : [{ id, figure }];
  });
  const leader = values.find(({ figure }) =>
    values.every((other) => compareBy(ranking, figure, other.figure) <= 0),
  );
  if (leader === undefined) return [];
  return values.filter(({ id }) => id !== leader.id).map(({ id }) => [leader.id, id] as const);
}
