import type { Comparison } from "../compare";
import { MARKS } from "./grid";

/** Explains the signs that a text used; nothing where it used none. */
export function legend({ options, at, baseline }: Comparison, lines: readonly string[]): string[] {
  const used = (sign: string) => lines.some((line) => line.includes(sign));
  const signs = [
    ...(used(MARKS.least) ? [`${MARKS.least} least`] : []),
    ...(used(MARKS.most) ? [`${MARKS.most} most, where more is better`] : []),
    ...(options.length > 1 ? [`vs: difference to ${baseline} at ${at}`] : []),
    ...(used("≥") ? ["≥ at least, part unknown"] : []),
  ];
  return signs.length === 0 ? [] : [signs.join(" · ")];
}
