import type { Paint } from "../../footprint/render/paint";
import type { CheckResult } from "../check";

/** How a result is laid out. */
export interface Layout {
  /** Columns that no line of a table exceeds. */
  readonly width: number;
  readonly paint: Paint;
  /** Version of this package. */
  readonly version: string;
  /** Folder that paths are relative to. */
  readonly folder: string;
}

export type Render = (result: CheckResult, layout: Layout) => string;
