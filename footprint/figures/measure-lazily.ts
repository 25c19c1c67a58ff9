import type { Prices } from "../../config/prices";
import type { Footprint } from "../model";
import { compute } from "./compute";
import { cost } from "./cost";
import { listCost } from "./list-cost";
import { type MeasureOptions, type Measures, measure } from "./measures";
import { packing } from "./packing";

/**
 * The same as `measure`, each measure when it is asked for: somebody who moves an input many times asks for few.
 * What is not about requests or cost is measured together.
 */
export function measureLazily(
  footprint: Footprint,
  { prices, facts, asOf }: MeasureOptions & { readonly prices: Prices },
): Measures {
  const all = lazy(() => measure(footprint, { prices, facts, asOf }));
  const list = lazy(() =>
    listCost(footprint, {
      prices: prices.list,
      discounts: prices.discounts,
      currency: prices.currency,
      environments: facts?.environments,
    }),
  );
  const computed = lazy(() => compute(footprint));
  const estimate = lazy(() => cost(footprint, prices.review, prices.currency));
  return {
    get compute() {
      return computed();
    },
    get packing() {
      return packing(footprint);
    },
    get cost() {
      return estimate();
    },
    get listCost() {
      return list();
    },
    get deployed() {
      return all().deployed;
    },
    get topics() {
      return all().topics;
    },
    get reach() {
      return all().reach;
    },
    get capacity() {
      return all().capacity;
    },
    get singlePointsOfFailure() {
      return all().singlePointsOfFailure;
    },
    get blastRadius() {
      return all().blastRadius;
    },
    get rollBacks() {
      return all().rollBacks;
    },
    get supplyChains() {
      return all().supplyChains;
    },
    get support() {
      return all().support;
    },
    get pages() {
      return all().pages;
    },
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
