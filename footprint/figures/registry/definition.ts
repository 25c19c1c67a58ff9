import type { Footprint } from "../../model";
import type { Figure, Point } from "../figure";
import type { Measures } from "../measures";
import type { Unit } from "./units";

/** What a figure is computed from: one option's footprint, and what was measured of it. */
export interface Measured {
  readonly footprint: Footprint;
  readonly measures: Measures;
}

/** Section of the comparison in which the figure has its row. */
export type FigureSection = "deployed" | "compute" | "capacity" | "cost" | "risk" | "data";

/** One number of an option that can be compared with another option's. Every renderer, the budget and the snapshot read it. */
export interface FigureDefinition<K extends string = string> {
  /** Path of the number in JSON, CSV, budgets and snapshots. Never changes. */
  readonly key: K;
  /** What people read, without the unit: `CPU requests`. */
  readonly label: string;
  readonly unit: Unit;
  /** Which of two numbers is better; with `none` no option is best or worst, and a budget sets a maximum. */
  readonly better: "lower" | "higher" | "none";
  /**
   * `each`: the number differs between min, steady and max. Its row shows all three, and the difference to the
   * baseline.
   */
  readonly points: "each" | "one";
  /**
   * True for a number of workloads: an option that runs none of its own is not the best by that, unless none does.
   * @default false
   */
  readonly ofWorkloads?: boolean;
  /**
   * What people read where no workload sets it, and nothing is unresolved: absent is not undetermined.
   * @default - a lower bound of 0 is undetermined
   */
  readonly unset?: string;
  /** @default - no row of its own in tables */
  readonly section?: FigureSection;
  /**
   * True for the few figures of a summary.
   * @default false
   */
  readonly isSummary?: boolean;
  /**
   * Set on both ends of a range, which people read as one figure.
   * @default - the figure is no end of a range
   */
  readonly range?: FigureRange;
  /**
   * `value`: the comparison's JSON has the number as member `key` of each option. `structured`: `render/json` writes
   * it in a structure of its own.
   * @default - the JSON does not contain it
   */
  readonly json?: "value" | "structured";
  /**
   * What the number is of: numbers of different things have no difference, and none of them is best.
   * @default - always of the same thing
   */
  readonly kindOf?: (option: Measured) => string;
  /** @returns undefined if the option has no such number */
  readonly of: (option: Measured, point: Point) => Figure | undefined;
}

/** Two figures that are the ends of one range. */
export interface FigureRange {
  readonly label: string;
  /** Key of the low end. */
  readonly low: string;
  /** Key of the high end. */
  readonly high: string;
}

/** Checks a definition and keeps the type of its key. */
export function defineFigure<const K extends string>(definition: FigureDefinition<K>): FigureDefinition<K> {
  return definition;
}
