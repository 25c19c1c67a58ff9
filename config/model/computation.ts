import type { ClaimedValue, Source } from "./claimed";
import type { Measured } from "./measured";

/**
 * How a claim is computed, as data: an expression over what the stacks deploy, what the review itemises and
 * what is publicly documented. A number that a review says is `stated` with its words, never written alone.
 */
export type Computation = Amount | Statement;

/** An expression that comes to a number, or to a range with both ends. */
export type Amount =
  | number
  | { readonly range: readonly [low: number, high: number] }
  | Arithmetic
  | Looked
  | Measured;

/** Arithmetic. Ranges are paired: low end with low end, high end with high end. */
export type Arithmetic =
  | { readonly sum: readonly Computation[] }
  | { readonly difference: readonly [from: Computation, what: Computation] }
  | { readonly product: readonly Computation[] }
  | { readonly quotient: readonly [what: Computation, by: Computation] }
  | { readonly floor: Computation }
  /** A range whose ends are computed. */
  | { readonly from: Computation; readonly to: Computation }
  /** How much lower the second is than the first, in percent of the first. */
  | { readonly percentLess: readonly [from: Computation, to: Computation] }
  /** How many: members of a list. */
  | { readonly count: Computation | readonly Name[] };

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
  /** A documented number of the review's `facts`, or a conversion of units. */
  | { readonly fact: string }
  | Stated
  | Assumed;

/** What the review, or another one, says, with its words. */
export interface Stated<T extends ClaimedValue = ClaimedValue> {
  readonly stated: T;
  readonly source: Source;
  /**
   * Name of the same thing in the stack, where a list compares the two.
   * @default - the stated name
   */
  readonly named?: string;
}

/** A thing by its name, in the review's words where they say it. */
export type Name = string | Stated<string>;

/**
 * What neither the review nor a document gives, and was chosen to build the option. A claim that nothing else
 * contradicts is at most inaccurate.
 */
export interface Assumed {
  readonly assumed: Amount;
  /** What was chosen, and that the review leaves it open. */
  readonly because: string;
  /**
   * The most favourable value that anyone could choose.
   * @default - there is none, so that nothing is contradicted without the assumption
   */
  readonly without?: Amount;
}

/** An expression that comes to yes or no, a text or a list. */
export type Statement =
  | { readonly atMost: readonly [Computation, Computation] }
  | { readonly equal: readonly [Computation, Computation] }
  /** Whether one step precedes another in an order of the review. */
  | { readonly precedes: readonly [first: string, then: string]; readonly steps: readonly Name[] }
  /** What of the needed things is not among those given: names, or lists that are measured. */
  | { readonly lacking: readonly Name[]; readonly given: readonly (Name | Measured)[] }
  /** Which of the named options have the lowest, or the highest value. */
  | { readonly least: Readonly<Record<string, Computation>> }
  | { readonly most: Readonly<Record<string, Computation>> }
  /** Value of a setting: the one that is given, else the documented default. */
  | {
      readonly setting: string;
      readonly given: Readonly<Record<string, string>>;
      readonly else: Documented;
      /** Words that contain what is given. */
      readonly source?: Source;
    }
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
  /**
   * Page that says so.
   * @default - the review's words do, or it goes without saying
   */
  readonly see?: string;
  /** Words of the review that contain it. */
  readonly source?: Source;
}
