import { type Comparison, PREVIOUS } from "../compare";
import { MARKS } from "./grid";

/** Explains the signs that a text contains; empty if it contains none. */
export function legend({ options, at, baseline }: Comparison, lines: readonly string[]): string[] {
  const used = (sign: string) => lines.some((line) => line.includes(sign));
  const signs = [
    ...(used(MARKS.lowest) ? [`${MARKS.lowest} lowest`] : []),
    ...(used(MARKS.highest) ? [`${MARKS.highest} highest, where higher is better`] : []),
    ...(options.length > 1
      ? [`vs: difference to ${baseline === PREVIOUS ? "the option before" : baseline} at ${at}`]
      : []),
    ...(used("≥") ? ["≥ at least, part unresolved"] : []),
  ];
  return signs.length === 0 ? [] : [signs.join(" · ")];
}
