import type { Figure, Point } from "../figure";
import type { Measured } from "./definition";
import type { RegisteredFigure } from "./index";

/** An option, and the same with the most that its everyday load can be, where nobody gave that. */
export type EverydayMeasured = Measured & { readonly most?: Measured };

/** A figure of an option: a lower bound also where it rests on everyday replicas that nobody gave. */
export function boundedFigure(
  definition: RegisteredFigure,
  option: EverydayMeasured,
  at: Point,
): Figure | undefined {
  const figure = definition.of(option, at);
  if (figure === undefined || option.most === undefined || at !== "steady") return figure;
  return definition.of(option.most, at)?.value === figure.value ? figure : { ...figure, atLeast: true };
}
