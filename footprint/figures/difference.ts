import type { Figure } from "./figure";

/** How far a figure is from the baseline's. */
export interface Difference {
  readonly absolute: number;
  /** Of the baseline, to a tenth; absent where the baseline is 0. */
  readonly percent?: number;
  /** Whether the real difference is this one, this or more, or this or less. */
  readonly bound: "exact" | "atLeast" | "atMost";
}

/**
 * The difference of two figures, worked out in whole steps.
 *
 * @returns nothing where both are lower bounds, or one is undetermined: their difference can be anything
 */
export function difference(figure: Figure, baseline: Figure, steps: number): Difference | undefined {
  if (figure.atLeast && baseline.atLeast) return undefined;
  if ([figure, baseline].some(({ value, atLeast }) => atLeast && value === 0)) return undefined;
  const base = Math.round(baseline.value * steps);
  const apart = Math.round(figure.value * steps) - base;
  return {
    absolute: apart / steps,
    percent: base === 0 ? undefined : Math.round((apart / base) * 1000) / 10,
    bound: bound(figure, baseline),
  };
}

function bound(figure: Figure, baseline: Figure): Difference["bound"] {
  if (figure.atLeast) return "atLeast";
  return baseline.atLeast ? "atMost" : "exact";
}
