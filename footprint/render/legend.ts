import type { Comparison } from "../compare";
import { LEAST_MARK } from "./grid";

/** Explains the signs that a text used; nothing where it used none. */
export function legend({ options, at, baseline }: Comparison, lines: readonly string[]): string[] {
  const used = (sign: string) => lines.some((line) => line.includes(sign));
  const signs = [
    ...(used(LEAST_MARK) ? [`${LEAST_MARK} least`] : []),
    ...(options.length > 1 ? [`vs: difference to ${baseline} at ${at}`] : []),
    ...(used("≥") ? ["≥ at least, part unknown"] : []),
  ];
  return signs.length === 0 ? [] : [signs.join(" · ")];
}
