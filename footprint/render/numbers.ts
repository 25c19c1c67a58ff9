import type { Difference } from "../figures/difference";
import type { Figure, Point, Sum } from "../figures/figure";
import type { Unit } from "../figures/registry";
import type { Span } from "../model";

/**
 * Text for a figure or an answer that cannot be calculated. A single value of the input that only an apply can give is
 * `unresolved`; it is what makes a figure undetermined.
 */
export const UNDETERMINED = "undetermined";

/**
 * A number for people, without trailing zeros.
 *
 * @param digits most decimals; the default shows a tenth of a millicore or of a MiB
 */
export function number(value: number, digits = 4): string {
  const scale = 10 ** digits;
  return String(Math.round(value * scale) / scale);
}

/** A number with the decimals of its unit. */
export function amount(value: number, { digits, isMoney = false }: Unit): string {
  return isMoney ? money(value) : number(value, digits);
}

/** An amount of money: whole, or with both its decimals. */
export function money(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** USD/month in another currency, in words: `EUR 103.50`. */
export function inCurrency(
  usd: number,
  { code, perUsd }: { readonly code: string; readonly perUsd: number },
): string {
  return `${code} ${money(usd * perUsd)}`;
}

/** A price of one unit, as its book has it: below a cent, too, and never in powers of ten. */
export function price(usd: number): string {
  return usd.toFixed(12).replace(/\.?0+$/, "");
}

/** `57`, `≥ 57` for a lower bound, or `undetermined` for a lower bound of 0. */
export function figure({ value, atLeast }: Figure, unit?: Unit): string {
  if (atLeast && value === 0) return UNDETERMINED;
  return `${atLeast ? "≥ " : ""}${unit === undefined ? number(value) : amount(value, unit)}`;
}

/** `3 (2–15)`, or `3` where all points are the same. */
export function span(points: Span, point: Point): string {
  const value = number(points[point]);
  if (points.min === points.max && points.steady === points.max) return value;
  return `${value} (${number(points.min)}–${number(points.max)})`;
}

/** A span, with `≥ ` in front of a lower bound, or `undetermined` for a lower bound of 0. */
export function sum(points: Sum, point: Point): string {
  if (points.atLeast && points.max === 0) return UNDETERMINED;
  return `${points.atLeast ? "≥ " : ""}${span(points, point)}`;
}

/** `370–810`, or `25` where both ends are the same. */
export function range(low: number, high: number): string {
  return low === high ? money(low) : `${money(low)}–${money(high)}`;
}

/** `+0.6 (+100 %)`, with `≥` or `≤` in front of a bound. */
export function difference(apart: Difference): string {
  if (apart.absolute === 0 && apart.bound === "exact") return "same";
  const percent = apart.percent === undefined ? "" : ` (${signedPercent(apart.percent)})`;
  return `${boundSign(apart.bound)}${signed(apart.absolute)}${percent}`;
}

/** `+125`, `-0.3`, `0`. */
export function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${number(value)}`;
}

/** `+51 %`: whole percents are enough for people. */
export function signedPercent(percent: number): string {
  return `${signed(Math.round(percent))} %`;
}

/** `≥ `, `≤ ` or nothing. */
export function boundSign(bound: Difference["bound"]): string {
  if (bound === "exact") return "";
  return bound === "atLeast" ? "≥ " : "≤ ";
}

/** `1 pod`, `3 pods`. */
export function count(amount: number, noun: string, nouns = `${noun}s`): string {
  return `${number(amount)} ${amount === 1 ? noun : nouns}`;
}
