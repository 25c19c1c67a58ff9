import type { Span } from "../model";

/** One of the three operating points of a `Span`. */
export type Point = keyof Span;

/** The operating points, fewest pods first. */
export const POINTS: readonly Point[] = ["min", "steady", "max"];

/** A number that may be a lower bound, because a part of it is undetermined. */
export interface Figure {
  readonly value: number;
  /** True where the real number may be higher: printed with `≥`. */
  readonly atLeast: boolean;
}

/** A figure at the three operating points. */
export interface Sum extends Span {
  /** True where the real numbers may be higher: printed with `≥`. */
  readonly atLeast: boolean;
}

/** A sum read at one operating point. */
export function at(sum: Sum, point: Point): Figure {
  return { value: sum[point], atLeast: sum.atLeast };
}
