import type { ClaimedValue } from "../../config/model";
import { type Exact, exact, isSame, order, toNumber } from "./exact";

/** What a computation comes to. A single number is a range whose ends are the same. */
export type Value =
  | Range
  | { readonly kind: "truth"; readonly truth: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/** A number, or everything from one to another. */
export interface Range {
  readonly kind: "range";
  readonly low: Exact;
  readonly high: Exact;
}

/** A value, and how it was come by, for people. */
export interface Term {
  readonly value: Value;
  readonly formula: string;
  /**
   * True where the formula needs no parentheses inside a product.
   * @default true
   */
  readonly isTight?: boolean;
}

/** A term that is a number or a range. */
export interface RangeTerm extends Term {
  readonly value: Range;
}

/** Decimals of a number in a formula, and of a computed value unless the claim says otherwise. */
export const DECIMALS = 4;

/** A range from its ends, in either order. */
export function range(one: Exact, other: Exact = one): Range {
  return order(one, other) <= 0
    ? { kind: "range", low: one, high: other }
    : { kind: "range", low: other, high: one };
}

/** A number, or a range by its ends, whose formula is itself. */
export function literal(low: number, high: number = low): RangeTerm {
  const value = range(exact(low), exact(high));
  return { value, formula: valueText(value) };
}

/** The value that a review states. */
export function fromClaimed(claimed: ClaimedValue): Value {
  if (typeof claimed === "number") return range(exact(claimed));
  if (typeof claimed === "boolean") return { kind: "truth", truth: claimed };
  if (typeof claimed === "string") return { kind: "text", text: claimed };
  if (isList(claimed)) return { kind: "list", items: claimed };
  return range(exact(claimed.low), exact(claimed.high));
}

/** The value as a review would state it. */
export function toClaimed(value: Value, decimals = DECIMALS): ClaimedValue {
  if (value.kind === "truth") return value.truth;
  if (value.kind === "text") return value.text;
  if (value.kind === "list") return value.items;
  const [low, high] = [toNumber(value.low, decimals), toNumber(value.high, decimals)];
  return isSame(value.low, value.high) ? low : { low, high };
}

/** `1.2`, `7–11`, `yes`, `compact`, `partner-a, partner-c`, `none`. */
export function claimedText(value: ClaimedValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.length === 0 ? "none" : value.join(", ");
  return value.low === value.high ? String(value.low) : `${value.low}–${value.high}`;
}

/** The value for people. */
export function valueText(value: Value, decimals = DECIMALS): string {
  return claimedText(toClaimed(value, decimals));
}

/** `2 x 3 = 6 pods`; a formula that is its own amount, or begins with it and a remark, is not repeated. */
export function withResult(formula: string, amount: string, result = amount): string {
  if (formula === amount) return result;
  return formula.startsWith(`${amount} (`) ? formula : `${formula} = ${result}`;
}

function isList(value: ClaimedValue): value is readonly string[] {
  return Array.isArray(value);
}
