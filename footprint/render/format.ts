import type { Option } from "../../config/model/option";
import type { Review } from "../../config/model/review";
import type { CheckedLimit } from "../budget";
import type { ScoreResult, VerifiedClaim } from "../claims";
import type { Comparison } from "../compare";
import type { SideDiff } from "../diff";
import type { Footprint } from "../model";
import type { Sensitivity } from "../sensitivity";
import type { LayoutOptions } from "./paint";

/** Claims and scores with their results. */
export interface ClaimResults {
  readonly claims: readonly VerifiedClaim[];
  readonly scores: readonly ScoreResult[];
}

/** How a comparison is rendered. */
export interface CompareLayout extends LayoutOptions {
  /**
   * Limits that the options were checked against.
   * @default - no budget
   */
  readonly budget?: readonly CheckedLimit[];
  /**
   * The claims about the options, verified: the verdict has those that matter most.
   * @default - none
   */
  readonly claims?: readonly VerifiedClaim[];
  /**
   * Columns of a table with one row for each option, from `COLUMN_NAMES`.
   * @default - those that matter and fit
   */
  readonly columns?: readonly string[];
}

/** How a diff is rendered. */
export interface DiffLayout extends LayoutOptions {
  /**
   * Limits that the options of the head were checked against.
   * @default - no budget
   */
  readonly budget?: readonly CheckedLimit[];
  /**
   * Name in the marker of a comment, where one pull request has several.
   * @default - none
   */
  readonly marker?: string;
}

/** How one option is rendered. */
export interface ShowLayout extends LayoutOptions {
  /**
   * Date at which runtimes are in or out of support, ISO date.
   * @default - only the dates are shown
   */
  readonly asOf?: string;
  /**
   * Reviews that the option may belong to.
   * @default - none
   */
  readonly reviews?: readonly Review[];
}

/** How the list of options is rendered. */
export interface OptionsLayout extends LayoutOptions {
  /**
   * True: the switches of each option that has any, with their values.
   * @default false
   */
  readonly switches?: boolean;
  /**
   * True: what each option has otherwise than its review.
   * @default false
   */
  readonly deviations?: boolean;
  /**
   * Reviews that the options belong to.
   * @default - none, so that no deviation is known
   */
  readonly reviews?: readonly Review[];
}

/** A renderer for each command whose result the format can render. */
export interface Renderers {
  readonly compare: (comparison: Comparison, layout: CompareLayout) => string;
  readonly cost: (comparison: Comparison, layout: LayoutOptions) => string;
  readonly claims: (results: ClaimResults, layout: LayoutOptions) => string;
  readonly sensitivity: (result: Sensitivity, layout: LayoutOptions) => string;
  readonly diff: (diff: SideDiff, layout: DiffLayout) => string;
  readonly show: (footprint: Footprint, layout: ShowLayout) => string;
  readonly options: (options: readonly Option[], layout: OptionsLayout) => string;
}

/** A command that renders its result. */
export type RenderedCommand = keyof Renderers;

/**
 * One output format. Renderers load their modules when called, so that a command loads no other format.
 * A command without a renderer does not offer the format.
 */
export interface Format {
  /** The word after `--format`. */
  readonly name: string;
  readonly renderers: Readonly<Partial<Renderers>>;
}
