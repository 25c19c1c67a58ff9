import { type Figure, POINTS, type Point } from "../figure";
import { boundedFigure, type EverydayMeasured } from "./bounded";
import type { Measured } from "./definition";
import { FIGURES, type RegisteredFigure } from "./index";

/** One number of an option under the path that budgets and snapshots use. */
export interface FigurePath {
  /** `cpuCores.request.max`, `costUsdPerMonth.high`, `singlePointsOfFailure`. */
  readonly path: string;
  readonly figure: RegisteredFigure;
  /** @returns undefined if the option has no such number */
  readonly of: (option: Measured) => Figure | undefined;
  /** The same as a lower bound where it rests on everyday replicas that nobody gave. */
  readonly bounded: (option: EverydayMeasured) => Figure | undefined;
}

/** Every number of an option, in the order of the figures: one at each operating point where they differ. */
export const FIGURE_PATHS: readonly FigurePath[] = FIGURES.flatMap((figure) =>
  figure.points === "each"
    ? POINTS.map((point) => pathOf(figure, point, `${figure.key}.${point}`))
    : [pathOf(figure, "steady", figure.key)],
);

function pathOf(figure: RegisteredFigure, point: Point, path: string): FigurePath {
  return {
    path,
    figure,
    of: (option) => figure.of(option, point),
    bounded: (option) => boundedFigure(figure, option, point),
  };
}
