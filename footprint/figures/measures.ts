import type { OptionFacts } from "../../config/model/option-facts";
import { type Prices, pricesOf } from "../../config/prices";
import type { Footprint } from "../model";
import { type BlastRadius, blastRadius } from "./blast-radius";
import { type Capacity, capacity } from "./capacity";
import { type Compute, compute } from "./compute";
import { type Cost, cost } from "./cost";
import { type Deployed, deployed } from "./deployed";
import { type ListCost, listCost } from "./list-cost";
import { type Packing, packing } from "./packing";
import { type Page, pages } from "./pages";
import { type Reach, reach } from "./reach";
import { type RollBack, rollBacks } from "./roll-back";
import { judge, type SinglePoints, singlePointsOfFailure } from "./single-points-of-failure";
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
  /** Absent where the option has no nodes of its own. */
  readonly packing?: Packing;
  /** By the prices that the review states; absent where it states none for the option. */
  readonly cost?: Cost;
  /** By public list prices. */
  readonly listCost: ListCost;
}

/** What a footprint is measured with. */
export interface MeasureOptions {
  /** @default - public list prices that come with the project */
  readonly prices?: Prices;
  /**
   * What a review says of the option.
   * @default - the footprint belongs to no review
   */
  readonly facts?: OptionFacts;
  /**
   * Date at which runtimes are in or out of support, ISO date.
   * @default - only the dates are shown
   */
  readonly asOf?: string;
}

/** One object, so that its lists are indexed once. */
const NO_REVIEW: Prices = pricesOf([]);

/** Takes every measure. */
export function measure(
  footprint: Footprint,
  { prices = NO_REVIEW, facts, asOf }: MeasureOptions = {},
): Measures {
  const chains = supplyChains(footprint);
  const judged = judge(footprint);
  return {
    deployed: deployed(footprint),
    compute: compute(footprint),
    topics: topics(footprint),
    reach: reach(footprint),
    capacity: capacity(footprint, facts),
    singlePointsOfFailure: singlePointsOfFailure(footprint, judged),
    blastRadius: blastRadius(footprint, judged),
    rollBacks: rollBacks(footprint),
    supplyChains: chains,
    support: asOf === undefined ? undefined : supportAt(chains, asOf),
    pages: pages(footprint),
    packing: packing(footprint),
    cost: cost(footprint, prices.review, prices.currency),
    listCost: listCost(footprint, {
      prices: prices.list,
      discounts: prices.discounts,
      currency: prices.currency,
      environments: facts?.environments,
    }),
  };
}
