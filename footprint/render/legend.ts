import { type Comparison, PREVIOUS } from "../compare";
import { MARKS } from "./grid";
import { UNDETERMINED } from "./numbers";

/** Explains the signs and the word for an absent figure that a text contains; empty if it contains none. */
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
  const words = used(UNDETERMINED)
    ? [`${UNDETERMINED}: cannot be calculated from resolved values alone`]
    : [];
  return [...words, ...(signs.length === 0 ? [] : [signs.join(" · ")])];
}
