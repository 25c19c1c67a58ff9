import type { PriceBook } from "../../config/prices";
import type { Footprint } from "../model";
import { type BlastRadius, blastRadius } from "./blast-radius";
import { type Capacity, capacity } from "./capacity";
import { type Compute, compute } from "./compute";
import { type Cost, cost } from "./cost";
import { type Deployed, deployed } from "./deployed";
import { type Page, pages } from "./pages";
import { type Reach, reach } from "./reach";
import { type RollBack, rollBacks } from "./roll-back";
import { type SinglePoints, singlePointsOfFailure } from "./single-points-of-failure";
import { type SupplyChains, supplyChains } from "./supply-chains";
import { type Support, supportAt } from "./support";
import { type Topics, topics } from "./topics";

/** Everything that is measured of one footprint. */
export interface Measures {
  readonly deployed: readonly Deployed[];
  readonly compute: Compute;
  readonly topics: Topics;
  readonly reach: Reach;
  readonly capacity: Capacity;
  readonly singlePointsOfFailure: SinglePoints;
  readonly blastRadius: BlastRadius;
  readonly rollBacks: readonly RollBack[];
  readonly supplyChains: SupplyChains;
  /** Absent without a date to hold support against. */
  readonly support?: Support;
  readonly pages: readonly Page[];
  /** Absent where no book has prices for the option. */
  readonly cost?: Cost;
}

/** What a footprint is measured with. */
export interface MeasureOptions {
  /** @default - no cost: no book has prices for it */
  readonly book?: PriceBook;
  /**
   * Date that support is held against, ISO date.
   * @default - the dates alone are told
   */
  readonly asOf?: string;
}

/** Takes every measure. */
export function measure(footprint: Footprint, { book, asOf }: MeasureOptions = {}): Measures {
  const chains = supplyChains(footprint);
  const points = singlePointsOfFailure(footprint);
  return {
    deployed: deployed(footprint),
    compute: compute(footprint),
    topics: topics(footprint),
    reach: reach(footprint),
    capacity: capacity(footprint),
    singlePointsOfFailure: points,
    blastRadius: blastRadius(footprint, points),
    rollBacks: rollBacks(footprint),
    supplyChains: chains,
    ...(asOf === undefined ? {} : { support: supportAt(chains, asOf) }),
    pages: pages(footprint),
    cost: book === undefined ? undefined : cost(footprint, book),
  };
}
