import type { VerifiedClaim } from "../claims";
import type { Difference } from "../figures/difference";
import type { Figure, Point } from "../figures/figure";
import type { FigureGroup } from "./figures";
import type { ListName } from "./side";

/** What a change did to options. */
export interface SideDiff {
  /** Names of the two sides. */
  readonly base: string;
  readonly head: string;
  /** Operating point of the differences. */
  readonly at: Point;
  /** Options of both sides, in the order of the head. */
  readonly options: readonly OptionDiff[];
  /** Options of the head alone. */
  readonly added: readonly OneSided[];
  /** Options of the base alone. */
  readonly removed: readonly OneSided[];
  /** Claims whose verdict or calculated value changed, worst first; absent where a side has none recorded. */
  readonly claims?: readonly ClaimChange[];
}

/** An option of one side. */
export interface OneSided {
  readonly id: string;
  /** By path. */
  readonly figures: ReadonlyMap<string, Figure | undefined>;
}

/** What changed of one option. */
export interface OptionDiff {
  readonly id: string;
  readonly isChanged: boolean;
  /** Every figure that both sides record. */
  readonly figures: readonly FigureChange[];
  /** Lists that both sides record and that changed. */
  readonly lists: readonly ListChange[];
  /** Resources by address; absent where a side is a snapshot, which does not record them. */
  readonly resources?: readonly ThingChange[];
  /** Who may connect to whom; absent where a side does not record it. */
  readonly network?: readonly NetworkChange[];
}

/** One figure on both sides. */
export interface FigureChange {
  readonly key: string;
  readonly group: FigureGroup;
  /** `no limits`, where no workload of that side sets it; it is then no number. */
  readonly unset: { readonly was?: string; readonly is?: string };
  /** At the operating points where they differ, else one. */
  readonly points: readonly PointChange[];
  readonly isChanged: boolean;
}

/** A figure at one operating point. */
export interface PointChange {
  readonly point: Point;
  /** Absent if the option had no such number. */
  readonly was?: Figure;
  /** Absent if the option has no such number. */
  readonly is?: Figure;
  /** Absent where a side is undetermined, or the numbers are of different things. */
  readonly difference?: Difference;
  /** Difference of what is resolved, where both sides are lower bounds. */
  readonly resolvedDifference?: number;
}

/** Things of a list that were added, removed or changed. */
export interface ListChange {
  readonly list: ListName;
  readonly changes: readonly ThingChange[];
}

/** One thing. */
export interface ThingChange {
  readonly name: string;
  readonly kind: "added" | "removed" | "changed";
  /** What changed of it. */
  readonly fields: readonly FieldChange[];
}

/** One value of a thing; absent where a side does not have it. */
export interface FieldChange {
  /** Empty for the thing as a whole. */
  readonly field: string;
  readonly was?: string;
  readonly is?: string;
}

/** One pair whose allowed connections differ; `No Connections` where there are none. */
export interface NetworkChange {
  readonly src: string;
  readonly dst: string;
  readonly before: string;
  readonly after: string;
  readonly kind: "added" | "removed" | "changed";
}

/** One claim on both sides. */
export interface ClaimChange {
  /** `unmet`: held before, and does not now; `changed`: another calculated value or verdict. */
  readonly kind: "contradicted" | "unmet" | "met" | "changed" | "added" | "removed";
  /** Absent where the claim is new. */
  readonly was?: VerifiedClaim;
  /** Absent where the claim was removed. */
  readonly is?: VerifiedClaim;
}
