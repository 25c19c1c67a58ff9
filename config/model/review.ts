import type { PriceBook, PriceEntry } from "../prices/book";
import type { Acknowledgement } from "./acknowledgement";
import type { ClaimedRate, ConnectionBudget } from "./capacity";
import type { Claim } from "./claim";
import type { DecisionOf } from "./decision";
import type { Deviation } from "./deviation";
import type { Expected } from "./expected";
import type { Fact } from "./facts";
import type { Option, OptionDraft, PricedEnvironments } from "./option";
import type { Scorecard } from "./scorecard";

export type { PricedEnvironments } from "./option";

/** An architecture review: its options, and everything that it says of them. */
export interface Review {
  /** Three digits for a built-in one; else the same as the name. */
  readonly id: string;
  /** Name, kebab-case. */
  readonly name: string;
  readonly title: string;
  /** File name of the document. */
  readonly document: string;
  readonly options: readonly OptionDraft[];
  /**
   * Id of the option that the others are compared with, or `previous` for the one before.
   * @default - the first of the options that are compared
   */
  readonly baseline?: string;
  /**
   * Questions that the options answer, where they answer more than one.
   * @default - every option is an alternative to every other one, under the title of the review
   */
  readonly decisions?: readonly DecisionOf[];
  /**
   * Everyday replica counts, by option and workload.
   * @default - each workload runs its minimum
   */
  readonly steadyReplicas?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Connections that servers outside of the option grant, by option.
   * @default - none is known, so no figure is compared with one
   */
  readonly connectionBudgets?: Readonly<Record<string, ConnectionBudget>>;
  /**
   * Request rates per pod, by option.
   * @default - the review gives none
   */
  readonly claimedRates?: Readonly<Record<string, readonly ClaimedRate[]>>;
  /**
   * What the options are expected to do, by option.
   * @default - the review does not say
   */
  readonly expected?: Readonly<Record<string, Expected>>;
  /**
   * What is expected otherwise where a switch is not at its default.
   * @default - what is expected of an option is expected of its variants
   */
  readonly switchedExpected?: readonly SwitchedExpected[];
  /**
   * Workloads that do the same in several options: the name of their row, then the workload by option.
   * @default - workloads correspond by their own names
   */
  readonly corresponds?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Environments that the review's estimate is for.
   * @default - production
   */
  readonly environments?: PricedEnvironments;
  /**
   * Price line items of the review.
   * @default - the review gives none
   */
  readonly prices?: PriceBook;
  /**
   * Line items that are others where a switch is not at its default.
   * @default - the line items of an option are those of its variants
   */
  readonly switchedPrices?: readonly SwitchedPrices[];
  readonly claims: readonly Claim[];
  /**
   * Documented numbers that the claims are computed from, by name.
   * @default - none
   */
  readonly facts?: Readonly<Record<string, Fact>>;
  /**
   * Scores by criterion.
   * @default - the review gives none
   */
  readonly scores?: Scorecard;
  /**
   * What is implemented differently from the review, by option; variants of an option have those that their switches
   * allow.
   * @default - none
   */
  readonly deviations?: Readonly<Record<string, readonly Deviation[]>>;
  /**
   * Findings of rules that are accepted, with the reason.
   * @default - none
   */
  readonly acknowledged?: readonly Acknowledgement[];
  /**
   * Limits of figures by option id, or `all` for every option, and by the path of the figure, such as `pods.max`;
   * `{ percent: 10 }` is 10 % above the baseline.
   * @default - none
   */
  readonly budget?: Readonly<Record<string, Readonly<Record<string, number | { readonly percent: number }>>>>;
  /**
   * The file that defines it.
   * @default - a module of TypeScript does
   */
  readonly origin?: Origin;
}

/** A file that defines a review, and places in it. */
export interface Origin {
  /** As the user named it. */
  readonly file: string;
  /** `line 3, column 5` by what is there: `steady <option> <workload>`. */
  readonly places: ReadonlyMap<string, string>;
}

/** Line items of variants of an option. */
export interface SwitchedPrices {
  /** Id of the option. */
  readonly option: string;
  /** Values of switches that a variant must have, any of those listed. */
  readonly switches: Readonly<Record<string, readonly string[]>>;
  /** Ids of the option's line items that such a variant does not have. */
  readonly leaveOut: readonly string[];
  /** Line items that it has instead. */
  readonly entries: readonly PriceEntry[];
}

/** What is expected of variants of an option; a key that is absent is as for the option. */
export interface SwitchedExpected {
  /** Id of the option. */
  readonly option: string;
  /** Values of switches that a variant must have, any of those listed. */
  readonly switches: Readonly<Record<string, readonly string[]>>;
  readonly expected: Expected;
}

/** The options of a review, each with the review's id. */
export function optionsOf({ id: review, options }: Review): readonly Option[] {
  return options.map((option) => ({ ...option, review }));
}
