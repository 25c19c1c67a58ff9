import type { Figure, Point } from "../figures/figure";
import type { RegisteredFigure } from "../figures/registry";
import { boundedFigure } from "../figures/registry/bounded";
import { measuredIn, type World } from "./world";

/** What options are put in order by. */
export interface Ranking {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** Whole steps in one unit: two values that are in one step are level. */
  readonly steps: number;
  readonly better: "lower" | "higher";
  readonly of: (world: World, id: string) => Figure | undefined;
}

/** A figure of the comparison, at one operating point. */
export function figureRanking(figure: RegisteredFigure, at: Point): Ranking {
  return {
    key: figure.key,
    label: figure.label,
    unit: figure.unit.name,
    steps: figure.unit.steps,
    better: figure.better === "higher" ? "higher" : "lower",
    of: (world, id) => {
      const measured = measuredIn(world, id);
      return measured && boundedFigure(figure, measured, at);
    },
  };
}

/** The weighted total of a review's scores. */
export const SCORE: Ranking = {
  key: "score",
  label: "Score",
  unit: "points",
  steps: 1_000_000,
  better: "higher",
  of: ({ cards }, id) => {
    const card = cards.find(({ columns }) => columns.some((column) => column.id === id));
    if (card === undefined) return undefined;
    const points = card.criteria.map(({ scores, weight = 1 }) => weight * (scores[id] ?? Number.NaN));
    const value = points.reduce((sum, each) => sum + each, 0);
    return Number.isNaN(value) ? undefined : { value, atLeast: false };
  },
};

/** True where there is nothing to put in order: no such figure, or none of it resolved. */
export function isUnranked(figure: Figure | undefined): figure is undefined {
  return figure === undefined || (figure.atLeast && figure.value === 0);
}

/** Below 0 where the first is ahead, above 0 where the second is, 0 where they are level. */
export function compareBy({ steps, better }: Ranking, one: Figure, other: Figure): number {
  const apart = Math.round(one.value * steps) - Math.round(other.value * steps);
  return better === "lower" ? apart : -apart;
}

/** True where no unresolved value can take the lead away: a lower bound is only ever higher. */
export function isSure({ better }: Ranking, leader: Figure, other: Figure): boolean {
  return better === "lower" ? !leader.atLeast : !other.atLeast;
}
