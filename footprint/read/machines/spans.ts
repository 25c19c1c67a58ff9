import type { Span } from "../../model";

/** A fixed number of machines, of each of `times` instances. */
export function exactly(count: number | undefined, times: number | undefined): Span | undefined {
  return spanOf(count, count, count, times);
}

/** The three numbers of a group, of each of `times` instances; undefined where one of them is. */
export function spanOf(
  min: number | undefined,
  steady: number | undefined,
  max: number | undefined,
  times: number | undefined,
): Span | undefined {
  if (min === undefined || steady === undefined || max === undefined || times === undefined) return undefined;
  return { min: min * times, steady: steady * times, max: max * times };
}
