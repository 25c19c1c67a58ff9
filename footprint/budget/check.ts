import type { ComparedOption, Comparison } from "../compare";
import type { Figure } from "../figures/figure";
import type { RegisteredFigure } from "../figures/registry";
import { FIGURE_PATHS, type FigurePath } from "../figures/registry/paths";

/**
 * Ceilings by figure path, for example `cpuCores.request.max`, in the figure's own unit. On a line where more is
 * better, such as `phpWorkers.min`, the number is a floor.
 */
export type Ceilings = ReadonlyMap<string, number>;

/** Ceilings that options must stay at or below, and floors at or above. */
export interface Budget {
  /** For every option. */
  readonly all: Ceilings;
  /** By option id; a ceiling here takes the place of the one for all. */
  readonly own: ReadonlyMap<string, Ceilings>;
}

/** One figure of one option held against its ceiling. */
export interface CheckedCeiling {
  readonly option: string;
  /** Path of the figure. */
  readonly figure: string;
  readonly ceiling: number;
  /** True where the number is a floor: the line is one on which more is better. */
  readonly isFloor: boolean;
  /** Absent where the option has no such figure. */
  readonly value?: number;
  /** True where the real value may be higher. */
  readonly atLeast: boolean;
  /** `notProven`: nothing known breaks the limit, and part of the figure is not known. */
  readonly verdict: "within" | "exceeded" | "notProven";
}

/** Holds every option of a comparison against the budget, in the order of the options and of the lines. */
export function checkBudget({ options }: Comparison, { all, own }: Budget): readonly CheckedCeiling[] {
  return options.flatMap((option) =>
    FIGURE_PATHS.flatMap((each) => {
      const ceiling = own.get(option.id)?.get(each.path) ?? all.get(each.path);
      return ceiling === undefined ? [] : [check(option, each, ceiling)];
    }),
  );
}

function check(
  option: ComparedOption,
  { path, figure: definition, of }: FigurePath,
  ceiling: number,
): CheckedCeiling {
  const figure = of(option);
  return {
    option: option.id,
    figure: path,
    ceiling,
    isFloor: definition.better === "higher",
    value: figure?.value,
    atLeast: figure?.atLeast ?? false,
    verdict: verdict(figure, ceiling, definition),
  };
}

/** Compared in whole steps: a sum of tenths is not above its ceiling by a rounding error. */
function verdict(
  figure: Figure | undefined,
  ceiling: number,
  { unit: { steps }, better }: RegisteredFigure,
): CheckedCeiling["verdict"] {
  if (figure === undefined) return "notProven";
  if (better === "higher") {
    if (Math.round(figure.value * steps) >= Math.round(ceiling * steps)) return "within";
    return figure.atLeast ? "notProven" : "exceeded";
  }
  if (Math.round(figure.value * steps) > Math.round(ceiling * steps)) return "exceeded";
  return figure.atLeast ? "notProven" : "within";
}
