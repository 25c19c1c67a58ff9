import type { Review } from "../../config/model/review";
import type { Footprints } from "./measured";

/** What a claim is computed from. */
export interface Evidence {
  readonly footprints: Footprints;
  /** The claim's own review, and those that it refers to. */
  readonly reviews: readonly Review[];
  /** Id of the claim's review. */
  readonly review: string;
}
