import type { ClaimedValue, Source } from "./claimed";
import type { Measured } from "./measured";

/**
 * How a claim is computed, as data: an expression over what the stacks deploy, what the review itemises and
 * what is publicly documented. Numbers in it are the review's own, never a result.
 */
export type Computation = Amount | Statement;

/** An expression that comes to a number, or to a range with both ends. */
export type Amount =
  | number
  | { readonly range: readonly [low: number, high: number] }
  | Arithmetic
  | Looked
  | Measured;

/** Arithmetic. Ranges are worked out end by end. */
export type Arithmetic =
  | { readonly sum: readonly Computation[] }
  | { readonly difference: readonly [from: Computation, what: Computation] }
  | { readonly product: readonly Computation[] }
  | {
      readonly quotient: readonly [what: Computation, by: Computation];
      /**
       * Which ends belong together: `paired` divides low by low, `crossed` low by high, so that the result
       * spans everything possible.
       * @default "paired"
       */
      readonly ends?: "paired" | "crossed";
    }
  | { readonly floor: Computation }
  /** A range whose ends are computed. */
  | { readonly from: Computation; readonly to: Computation }
  /** How much lower the second is than the first, in percent of the first. */
  | { readonly percentLess: readonly [from: Computation, to: Computation] }
  /** How many: members of a list. */
  | { readonly count: Computation | readonly string[] };

/** A number that is looked up in the review's own data or in a documented fact. */
export type Looked =
  /** Sum of an option's line items in the price book of a review, low to high, in USD/month. */
  | { readonly prices: string; readonly option: string }
  /** Sum of a column of a review's scores. */
  | {
      readonly scores: string;
      readonly column: string;
      /** @default - every criterion */
      readonly criteria?: readonly string[];
    }
  /** A documented number of the review's `facts`. */
  | { readonly fact: string }
  /** What the same review, or another, says in another place. */
  | { readonly stated: ClaimedValue; readonly source: Source };

/** An expression that comes to yes or no, a text or a list. */
export type Statement =
  | { readonly atMost: readonly [Computation, Computation] }
  | { readonly equal: readonly [Computation, Computation] }
  /** Whether one step precedes another in an order of the review. */
  | { readonly precedes: readonly [first: string, then: string]; readonly steps: readonly string[] }
  /** What of the needed things is not among those given: names, or lists that are measured. */
  | { readonly lacking: readonly string[]; readonly given: readonly (string | Measured)[] }
  /** Which of the named options have the lowest, or the highest value. */
  | { readonly least: Readonly<Record<string, Computation>> }
  | { readonly most: Readonly<Record<string, Computation>> }
  /** Value of a setting: the one that is given, else the documented default. */
  | { readonly setting: string; readonly given: Readonly<Record<string, string>>; readonly else: Documented }
  /** Whether two things that the claim takes for one really are one. */
  | { readonly same: readonly [Aspect, Aspect] }
  /** Nothing here can compute it. */
  | { readonly missing: string };

/** A documented text. */
export interface Documented {
  readonly is: string;
  /** Page that says so. */
  readonly see: string;
}

/** One side of a comparison of two things: `what` it is, and which one it `is`. */
export interface Aspect {
  readonly what: string;
  readonly is: string;
  /** @default - the review itself says so */
  readonly see?: string;
}
