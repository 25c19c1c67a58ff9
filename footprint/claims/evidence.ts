import type { Review } from "../../config/model/review";
import type { Footprint } from "../model";

/** Footprints by option id. */
export type Footprints = ReadonlyMap<string, Footprint>;

/** What a claim is computed from. */
export interface Evidence {
  readonly footprints: Footprints;
  /** The claim's own review, and those that it refers to. */
  readonly reviews: readonly Review[];
  /** Id of the claim's review. */
  readonly review: string;
}
