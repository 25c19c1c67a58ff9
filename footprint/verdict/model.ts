import type { Verdict as VerdictOfClaim, VerifiedClaim } from "../claims";

/** What comes first of a comparison: one decision for each set of options that are alternatives to each other. */
export interface ComparisonVerdict {
  readonly decisions: readonly Decision[];
}

/** Which option leads on what matters, how sure that is, and what speaks against it. */
export interface Decision {
  /** Name of the decision: the review's title, or the names of what is compared. */
  readonly title: string;
  /** Id of the review; empty where options of several reviews, or of none, are compared. */
  readonly review: string;
  /** Ids of the alternatives. */
  readonly options: readonly string[];
  /**
   * Id of the option that leads on more topics than every other one, and on two at least. Absent where none does, or
   * where the options are expected to do different things.
   */
  readonly leader?: string;
  /** Ids of the contradicted claims by which the leader carries less than its review says; absent where none is. */
  readonly fallsShort?: readonly string[];
  readonly topics: readonly DecisionTopic[];
  readonly purpose: Purpose;
  /** What speaks against the leader; without a leader, against each option that leads on a topic. */
  readonly against: readonly Against[];
  /** Absent where the review makes no claims about it. */
  readonly claims?: ClaimSummary;
  /** Figures whose order an unresolved value could change, and those values. */
  readonly open: readonly OpenOrder[];
}

/** What matters to a decision. */
export type TopicName = "requests" | "cost" | "failure" | "reach";

/** One of the things that matter, over all of its figures. */
export interface DecisionTopic {
  readonly name: TopicName;
  /** Ids of those that are best on a figure and behind on none; empty where the figures disagree or are open. */
  readonly leaders: readonly string[];
  readonly rankings: readonly Ranking[];
}

/**
 * How sure the first place is.
 *
 * - `sure`: whatever the unresolved values are
 * - `overlapping`: lowest at both ends of a range, but the ranges overlap
 * - `open`: an unresolved value could change it; the leaders are those of the resolved part
 * - `equal`: all the same
 * - `notCompared`: one thing with another: a rollback that is an outage with one that is none; or fewer than two
 *   options have the figure
 */
export type Certainty = "sure" | "overlapping" | "open" | "equal" | "notCompared";

/** Where a real value may be: `high` is `null` where nothing bounds it. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/** The order of the options on one figure where lower is better. */
export interface Ranking {
  /** Key of the figure. `costUsdPerMonth` stands for both ends of the estimate. */
  readonly key: string;
  readonly label: string;
  /** `cores`; `count` for things that the label names. */
  readonly unit: string;
  readonly certainty: Certainty;
  readonly leaders: readonly string[];
  /** Value of the leaders. */
  readonly value?: Interval;
  /** The next best, and its value. */
  readonly next?: { readonly option: string; readonly value: Interval };
  /** How far the next best is behind; absent where a value is undetermined or unbounded. */
  readonly lead?: Lead;
  /** The one that is surely worse than every other one; absent where two are, or where an unresolved value decides. */
  readonly worst?: { readonly option: string; readonly value: Interval };
  /** By option; `null` where the option has no such figure. */
  readonly values: Readonly<Record<string, Interval | null>>;
  /** Ids of the options that have no such figure, and are left out of the order. */
  readonly without: readonly string[];
  /** Those of `without` that may have one all the same: part of the option is not read. */
  readonly unknown: readonly string[];
}

/** A difference between two intervals: the real one is from `low` to `high`. */
export interface Lead {
  readonly low: number;
  readonly high: number | null;
  /** Of the leader's value, at the low end, whole percents; absent where that is 0. */
  readonly percent?: number;
}

/** What the options are for: the lowest says nothing without it. */
export interface Purpose {
  /** `unknown`: the review does not say it of every option, or in units that cannot be compared. */
  readonly is: "same" | "different" | "unknown";
  readonly loads: readonly Load[];
  /**
   * The option with the lowest requests for each load that one of them is expected to carry, lowest load first.
   * Empty unless the loads differ.
   */
  readonly lowestFor: readonly LowestFor[];
}

/** What an option is expected to carry and to keep. */
export interface Load {
  readonly option: string;
  /** Absent where the review does not say. */
  readonly unit?: "requests/s" | "concurrent users" | "concurrent requests";
  readonly low?: number;
  readonly high?: number;
  /** What kind of it, or when. */
  readonly of?: string;
  /** Percent of the time that it answers, as the review says; a range has its low end. */
  readonly availabilityPercent?: number;
  /** What becomes of accepted messages when a broker fails, as the review says. */
  readonly messageDurability?: string;
}

/** The lowest that is expected to carry a load at least. */
export interface LowestFor {
  readonly load: number;
  readonly unit: NonNullable<Load["unit"]>;
  readonly option: string;
  readonly cpuCores: Interval;
  readonly memoryGiB: Interval;
}

/** What speaks against an option. */
export interface Against {
  readonly option: string;
  readonly objections: readonly Objection[];
}

/** One thing that speaks against an option. */
export type Objection =
  | {
      readonly kind: "behind";
      /** Of the figure. */
      readonly key: string;
      readonly label: string;
      readonly unit: string;
      readonly ahead: readonly string[];
      readonly value: Interval;
      readonly best: Interval;
    }
  | { readonly kind: "noRoom"; readonly workloads: readonly string[] }
  | { readonly kind: "singlePoints"; readonly names: readonly string[] }
  | { readonly kind: "rollbackOutage"; readonly workloads: readonly string[] }
  | { readonly kind: "outOfSupport"; readonly names: readonly string[]; readonly asOf: string }
  | { readonly kind: "claimsContradicted"; readonly ids: readonly string[] }
  | { readonly kind: "notSamePurpose"; readonly is: "different" | "unknown" }
  | { readonly kind: "deviations"; readonly count: number }
  | { readonly kind: "unresolved"; readonly count: number };

/** What became of the claims, and those to look at first. */
export interface ClaimSummary {
  readonly claims: number;
  readonly verdicts: Readonly<Record<VerdictOfClaim, number>>;
  /** Contradicted ones, three at most: those of the leader first, then what bears on what matters. */
  readonly first: readonly VerifiedClaim[];
}

/** A figure whose order is open. */
export interface OpenOrder {
  readonly key: string;
  readonly label: string;
  /** Options whose figure is a lower bound, with what is unresolved in it. */
  readonly because: readonly { readonly option: string; readonly values: readonly string[] }[];
}
