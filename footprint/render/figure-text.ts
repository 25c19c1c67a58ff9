import { POINTS, type Point, type Sum } from "../figures/figure";
import { resourcesResolved } from "../figures/hidden";
import { figureOf, type Measured, type RegisteredFigure, withUnit } from "../figures/registry";
import * as say from "./numbers";

/** `CPU requests (cores)`; a range has one name for both its ends. */
export function figureTitle(figure: RegisteredFigure): string {
  return withUnit(figure.range?.label ?? figure.label, figure);
}

/** `1.2 (0.6–4)`, `≥ 3`, `370–810` for a range; undefined if the option has no such number. */
export function figureText(figure: RegisteredFigure, option: Measured, at: Point): string | undefined {
  const value = figure.of(option, at);
  if (value === undefined) return undefined;
  if (figure.range !== undefined) {
    const low = figureOf(figure.range.low).of(option, at) ?? value;
    const high = figureOf(figure.range.high).of(option, at) ?? value;
    return `${low.atLeast || high.atLeast ? "≥ " : ""}${say.range(low.value, high.value)}`;
  }
  // An amount of money that nothing adds to is 0, not undetermined.
  if (figure.unit.isMoney === true) return `${value.atLeast ? "≥ " : ""}${say.money(value.value)}`;
  if (figure.points === "one") return say.figure(value, figure.unit);
  return unsetText(figure, option, at) ?? say.sum(sumOf(figure, option, at), at);
}

/** `no limits` where no workload sets the figure, and nothing unresolved bears on it. */
export function unsetText(figure: RegisteredFigure, option: Measured, at: Point): string | undefined {
  if (figure.unset === undefined) return undefined;
  const { atLeast, max } = sumOf(figure, option, at);
  return atLeast && max === 0 && resourcesResolved(option.footprint) ? figure.unset : undefined;
}

/** A figure at the three operating points; a point without a number has the one of the given point. */
export function sumOf(figure: RegisteredFigure, option: Measured, at: Point): Sum {
  const given = figure.of(option, at);
  const values = POINTS.map((point) => figure.of(option, point) ?? given);
  const [min = 0, steady = 0, max = 0] = values.map((each) => each?.value);
  return { min, steady, max, atLeast: values.some((each) => each?.atLeast === true) };
}
