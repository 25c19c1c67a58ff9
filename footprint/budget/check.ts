import type { ComparedOption, Comparison } from "../compare";
import type { Figure } from "../figures/figure";
import type { RegisteredFigure } from "../figures/registry";
import { FIGURE_PATHS, type FigurePath } from "../figures/registry/paths";

/**
 * Limits by figure path, for example `cpuCores.request.max`, in the figure's own unit: a maximum, or a minimum for a
 * figure of which more is better, such as `phpWorkers.min`.
 */
export type Limits = ReadonlyMap<string, number>;

/** Limits that the figures of options must not break. */
export interface Budget {
  /** For every option. */
  readonly all: Limits;
  /** By option id; a limit here replaces the one for all. */
  readonly own: ReadonlyMap<string, Limits>;
}

/** One figure of one option, checked. */
export interface CheckedLimit {
  readonly option: string;
  /** Path of the figure. */
  readonly figure: string;
  readonly limit: number;
  /** True if more of the figure is better, so that the limit is the least allowed. */
  readonly isMinimum: boolean;
  /** Absent if the option has no such figure. */
  readonly value?: number;
  /** True if the real value may be higher. */
  readonly atLeast: boolean;
  /** `notProven`: the resolved part does not break the limit, and part of the figure is unresolved. */
  readonly verdict: "within" | "exceeded" | "notProven";
}

/** Checks every option of a comparison, in the order of the options and of the figures. */
export function checkBudget({ options }: Comparison, { all, own }: Budget): readonly CheckedLimit[] {
  return options.flatMap((option) =>
    FIGURE_PATHS.flatMap((each) => {
      const limit = own.get(option.id)?.get(each.path) ?? all.get(each.path);
      return limit === undefined ? [] : [check(option, each, limit)];
    }),
  );
}

function check(
  option: ComparedOption,
  { path, figure: definition, of }: FigurePath,
  limit: number,
): CheckedLimit {
  const figure = of(option);
  return {
    option: option.id,
    figure: path,
    limit,
    isMinimum: definition.better === "higher",
    value: figure?.value,
    atLeast: figure?.atLeast ?? false,
    verdict: verdict(figure, limit, definition),
  };
}

/** Compared in whole steps: a rounding error of a sum of tenths does not exceed the limit. */
function verdict(
  figure: Figure | undefined,
  limit: number,
  { unit: { steps }, better }: RegisteredFigure,
): CheckedLimit["verdict"] {
  if (figure === undefined) return "notProven";
  if (better === "higher") {
    if (Math.round(figure.value * steps) >= Math.round(limit * steps)) return "within";
    return figure.atLeast ? "notProven" : "exceeded";
  }
  if (Math.round(figure.value * steps) > Math.round(limit * steps)) return "exceeded";
  return figure.atLeast ? "notProven" : "within";
}
