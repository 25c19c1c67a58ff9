import type { PriceBook } from "../../config/prices";
import type { Footprint } from "../model";
import { type Compute, compute } from "./compute";
import { type Cost, cost } from "./cost";
import { type Deployed, deployed } from "./deployed";
import { type Page, pages } from "./pages";
import { type Reach, reach } from "./reach";
import { type SinglePoints, singlePointsOfFailure } from "./single-points-of-failure";
import { type SupplyChains, supplyChains } from "./supply-chains";
import { type Topics, topics } from "./topics";

/** Everything that is measured of one footprint. */
export interface Measures {
  readonly deployed: readonly Deployed[];
  readonly compute: Compute;
  readonly topics: Topics;
  readonly reach: Reach;
  readonly singlePointsOfFailure: SinglePoints;
  readonly supplyChains: SupplyChains;
  readonly pages: readonly Page[];
  /** Absent where no book has prices for the option. */
  readonly cost?: Cost;
}

/**
 * Takes every measure.
 *
 * @param book prices, where there are any for this footprint
 */
export function measure(footprint: Footprint, book?: PriceBook): Measures {
  return {
    deployed: deployed(footprint),
    compute: compute(footprint),
    topics: topics(footprint),
    reach: reach(footprint),
    singlePointsOfFailure: singlePointsOfFailure(footprint),
    supplyChains: supplyChains(footprint),
    pages: pages(footprint),
    cost: book === undefined ? undefined : cost(footprint, book),
  };
}
