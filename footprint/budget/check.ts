import type { Comparison } from "../compare";
import type { Figure } from "../figures/figure";
import type { RegisteredFigure } from "../figures/registry";
import { FIGURE_PATHS, type FigurePath } from "../figures/registry/paths";

/**
 * Limits by figure path, for example `cpuCores.request.max`, in the figure's own unit: a maximum, or a minimum for a
 * figure of which more is better, such as `phpWorkers.min`.
 */
export type Limits = ReadonlyMap<string, BudgetLimit>;

/** A limit in the figure's own unit, or one against the option that it is compared with. */
export type BudgetLimit = number | RelativeLimit;

/** `+10 %`: the figure of the baseline, or of the side before, and so many percent of it more or less. */
export interface RelativeLimit {
  readonly percent: number;
}

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
  /** Absent for a limit against an option whose figure is undetermined. */
  readonly limit?: number;
  /** For a limit against another option: its id, its figure as far as that is resolved, and the percent. */
  readonly relativeTo?: { readonly option: string; readonly value?: number; readonly percent: number };
  /** True if more of the figure is better, so that the limit is the least allowed. */
  readonly isMinimum: boolean;
  /** Absent if the option has no such figure. */
  readonly value?: number;
  /** True if the real value may be higher. */
  readonly atLeast: boolean;
  /** `notProven`: the resolved part does not break the limit, and part of the figure is unresolved. */
  readonly verdict: "within" | "exceeded" | "notProven";
}

/** An option whose figures are checked. */
export interface Checkable {
  readonly id: string;
  /** @returns undefined if the option has no such number */
  figureOf(path: FigurePath): Figure | undefined;
}

/** An option, and what a limit in percent is of. */
export interface CheckedPair {
  readonly option: Checkable;
  /** `none` where a limit in percent is not for the option, undefined where there is nothing that it could be of. */
  readonly base: Checkable | "none" | undefined;
}

/**
 * Checks every option of a comparison, in the order of the options and of the figures. A limit against the baseline is
 * not for the baseline itself.
 */
export function checkBudget({ options }: Comparison, budget: Budget): readonly CheckedLimit[] {
  const checkables = options.map(
    (option): Checkable => ({ id: option.id, figureOf: (path) => path.bounded(option) }),
  );
  return checkPairs(
    checkables.map((option, index) => ({
      option,
      base: checkables.find(({ id }) => id === options[index]?.baseline) ?? "none",
    })),
    budget,
  );
}

/** Checks every option against its limits, in the order of the options and of the figures. */
export function checkPairs(pairs: readonly CheckedPair[], { all, own }: Budget): readonly CheckedLimit[] {
  return pairs.flatMap(({ option, base }) =>
    FIGURE_PATHS.flatMap((path) => {
      const limit = own.get(option.id)?.get(path.path) ?? all.get(path.path);
      if (limit === undefined) return [];
      if (typeof limit === "number") return [check(option, path, limit)];
      return base === "none" ? [] : [checkAgainst(base, option, path, limit)];
    }),
  );
}

function check(option: Checkable, path: FigurePath, limit: number): CheckedLimit {
  const figure = option.figureOf(path);
  return {
    option: option.id,
    figure: path.path,
    limit,
    isMinimum: path.figure.better === "higher",
    value: figure?.value,
    atLeast: figure?.atLeast ?? false,
    verdict: verdict(figure, limit, path.figure),
  };
}

/** Where the other option's figure is a lower bound, so is the limit: below a maximum is proven, above is not. */
function checkAgainst(
  base: Checkable | undefined,
  option: Checkable,
  path: FigurePath,
  { percent }: RelativeLimit,
): CheckedLimit {
  const other = base?.figureOf(path);
  const limit = other && (other.value * (100 + percent)) / 100;
  const checked = check(option, path, limit ?? 0);
  const isMoving = other === undefined || other.atLeast;
  const isProven = checked.verdict === (checked.isMinimum ? "exceeded" : "within");
  return {
    ...checked,
    limit,
    relativeTo: { option: base?.id ?? "no base", value: other?.value, percent },
    verdict: other === undefined || (isMoving && !isProven) ? "notProven" : checked.verdict,
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
