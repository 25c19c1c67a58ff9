import { factsOf } from "../../config/model/option-facts";
import type { Review } from "../../config/model/review";
import type { Criterion, Scorecard } from "../../config/model/scorecard";
import { pricesOf } from "../../config/prices";
import { type Figure, type Measures, measure } from "../figures";
import { findFigure } from "../figures/registry";
import type { Footprint } from "../model";
import type { Footprints } from "./evidence";

/** A scorecard with its totals, and what the stacks say of each criterion. */
export interface ScoreResult {
  readonly review: string;
  readonly source: Scorecard["source"];
  readonly best: number;
  readonly columns: Scorecard["columns"];
  readonly criteria: readonly CriterionResult[];
  /** Sum by column id. */
  readonly totals: Readonly<Record<string, number>>;
  /** Column with the highest total and its lead over the next; absent where several are level. */
  readonly leader?: { readonly column: string; readonly points: number };
}

/** A criterion and the measures that bear on it. */
export interface CriterionResult extends Omit<Criterion, "measures"> {
  /** At steady state; a column without a footprint, or without the number, is absent. */
  readonly measures: readonly {
    readonly key: string;
    readonly figures: Readonly<Record<string, Figure>>;
  }[];
}

/**
 * Adds the scores up and sets the measures beside them.
 * @param reviews that the columns' options belong to
 * @throws Error for a measure that is no line
 */
export function computeScores(
  cards: readonly Scorecard[],
  footprints: Footprints,
  reviews: readonly Review[],
): readonly ScoreResult[] {
  return cards.map((card) => {
    const measured = measuredColumns(card, footprints, reviews);
    const totals = Object.fromEntries(card.columns.map(({ id }) => [id, total(card, id)]));
    return {
      ...card,
      criteria: card.criteria.map(({ measures, ...criterion }) => ({
        ...criterion,
        measures: measures.map((key) => ({ key, figures: figuresOn(key, measured) })),
      })),
      totals,
      leader: leader(totals),
    };
  });
}

interface MeasuredColumn {
  readonly id: string;
  readonly footprint: Footprint;
  readonly measures: Measures;
}

function measuredColumns(
  { columns }: Scorecard,
  footprints: Footprints,
  reviews: readonly Review[],
): MeasuredColumn[] {
  const [facts, prices] = [factsOf(reviews), pricesOf(reviews)];
  return columns.flatMap(({ id }) => {
    const footprint = footprints.get(id);
    if (footprint === undefined) return [];
    return [{ id, footprint, measures: measure(footprint, { prices, facts: facts.get(id) }) }];
  });
}

function figuresOn(key: string, columns: readonly MeasuredColumn[]): Readonly<Record<string, Figure>> {
  const definition = findFigure(key);
  if (definition === undefined) throw new Error(`there is no figure "${key}" in a comparison`);
  return Object.fromEntries(
    columns.flatMap((column) => {
      const figure = definition.of(column, "steady");
      return figure === undefined ? [] : [[column.id, figure]];
    }),
  );
}

function total({ review, criteria }: Scorecard, column: string): number {
  return criteria.reduce((sum, { name, scores, weight = 1 }) => {
    const score = scores[column];
    if (score === undefined) throw new Error(`review ${review} has no score of ${column} for "${name}"`);
    return sum + weight * score;
  }, 0);
}

function leader(totals: Readonly<Record<string, number>>): ScoreResult["leader"] {
  const [first, second] = Object.entries(totals).sort(([, left], [, right]) => right - left);
  if (first === undefined || second === undefined || first[1] === second[1]) return undefined;
  return { column: first[0], points: first[1] - second[1] };
}
