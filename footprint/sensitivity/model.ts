import type { Point } from "../figures/figure";

/** What would have to be different for another option to be ahead. */
export interface Sensitivity {
  readonly at: Point;
  /**
   * Inputs that were not moved: of each kind and option the 25 with the largest share are, unless others are asked for.
   * @default - all were
   */
  readonly notMoved?: number;
  readonly decisions: readonly DecisionSensitivity[];
}

/** One decision: the options are alternatives to each other. */
export interface DecisionSensitivity {
  readonly title: string;
  readonly options: readonly string[];
  /** Every pair of options that both have the figure, by figure. */
  readonly orders: readonly PairOrder[];
  /** The values of each input over which the leader stays ahead of, or level with, every other option. */
  readonly leads: readonly LeaderRanges[];
  /** Options that lack a figure, and why they are not compared on it. */
  readonly notCompared: readonly {
    readonly figure: string;
    readonly label: string;
    readonly option: string;
  }[];
  readonly traffic: Traffic;
}

/** The order of two options on one figure, and what reverses it. */
export interface PairOrder {
  /** Key of the figure, or `score`. */
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  /** The option that is ahead; the first of two that are level. */
  readonly leader: string;
  readonly other: string;
  readonly values: { readonly leader: FigureValue; readonly other: FigureValue };
  /**
   * - `sure`: whatever the unresolved values are
   * - `open`: an unresolved value could reverse it
   * - `equal`: level
   */
  readonly order: "sure" | "open" | "equal";
  /** Unresolved values that could reverse it; empty unless it is open. */
  readonly because: readonly string[];
  /** Smallest relative change first: one for each input and sign that reverses the order. */
  readonly flips: readonly Flip[];
}

/** A value, or a lower bound of it. */
export interface FigureValue {
  readonly value: number;
  readonly atLeast: boolean;
}

/** The first value of an input at which the order is the other way round; one step before, it is not. */
export interface Flip {
  /** For example `replicas:checkout`. */
  readonly input: string;
  readonly kind: InputKind;
  /** Option that has the input; absent where both do. */
  readonly option?: string;
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** `to` less `from`. */
  readonly change: number;
  /** Of `from`; absent where that is 0. */
  readonly percent?: number;
  /** Step in which the input is moved: 1 pod, a millionth of a dollar. */
  readonly step: number;
  /** Bounds of the autoscaler that would have to move too; absent where `to` is within them, or there are none. */
  readonly beyond?: { readonly low: number; readonly high: number };
  /** `open`: the reversed order is itself one that an unresolved value could change. */
  readonly orderAfter: "sure" | "open";
  readonly values: { readonly leader: FigureValue; readonly other: FigureValue };
}

/** What can be moved. */
export type InputKind = "replicas" | "nodes" | "price" | "estimate" | "usage" | "weight";

/** Where the leader on a figure stays ahead. */
export interface LeaderRanges {
  readonly figure: string;
  readonly label: string;
  readonly leader: string;
  readonly order: "sure" | "open";
  readonly ranges: readonly {
    readonly input: string;
    readonly option?: string;
    readonly label: string;
    readonly unit: string;
    readonly value: number;
    /** Lowest value at which it leads; absent where it leads down to the lowest there can be. */
    readonly low?: number;
    /** Highest value at which it leads; absent where it leads however high. */
    readonly high?: number;
    /** Who is ahead below `low` and above `high`. */
    readonly below?: string;
    readonly above?: string;
  }[];
}

/** What each option costs for the traffic that it is claimed to serve. */
export interface Traffic {
  readonly curves: readonly TrafficCurve[];
  /** For two curves of one kind of request: who is cheaper at which traffic, at each end of the claims. */
  readonly breakEvens: readonly BreakEven[];
}

/** Cost of an option over the whole range of the replicas of the workload that serves. */
export interface TrafficCurve {
  readonly option: string;
  readonly workload: string;
  /** Kind of request. */
  readonly of: string;
  /** Requests per second of one pod, as the review claims. */
  readonly perPod: { readonly low: number; readonly high: number };
  readonly steps: readonly TrafficStep[];
}

/** The traffic that so many pods serve, and what the option then costs at list prices. */
export interface TrafficStep {
  readonly pods: number;
  /** Nodes of its own; absent where it has none that pods are packed onto. */
  readonly nodes?: number;
  /** Of the whole option. */
  readonly usdPerMonth: number;
  readonly atLeast: boolean;
  /** Most requests per second, at the low and at the high end of the claim. */
  readonly upTo: { readonly low: number; readonly high: number };
  /** USD/month for 1,000 requests per second when all of its pods are busy. */
  readonly usdPerThousand: { readonly low: number; readonly high: number };
}

/** Two options over the traffic that both serve. */
export interface BreakEven {
  readonly options: readonly [string, string];
  readonly of: string;
  readonly claim: "low" | "high";
  /** True where the cost of one is a lower bound, so that an unresolved price could change it. */
  readonly open: boolean;
  /** Requests per second above `from` up to `to`, and who is cheaper; absent where both cost the same. */
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly cheaper?: string }[];
}
