import type { ListPrice } from "../../../config/prices";
import type { Span } from "../../model";
import type { Bill } from "./bills";

/** A bill with its price, and how many units of that there are. */
export interface Priced {
  readonly bill: Bill;
  readonly quantity: Span;
  readonly price: ListPrice;
}

/** A bill with its price, or with the reason why it has none. */
export type PricedOrNot = Priced | { readonly bill: Bill; readonly why: string };

/** Finds the price of what is billed: that of its region, else one that holds in all regions. */
export function priceOf(bill: Bill, prices: readonly ListPrice[]): PricedOrNot {
  const { sku, unit, quantity, region, byUse } = bill;
  if (byUse) return { bill, why: `billed by use: a price for each ${unit}` };
  if (sku === undefined) return { bill, why: "what is sold is not known" };
  const offered = indexOf(prices).get(sku) ?? [];
  const inRegion = (place: string | undefined) =>
    offered.find((each) => each.region === place && each.provider === bill.provider && each.unit === unit);
  const price = inRegion(region) ?? inRegion("any");
  if (price === undefined) {
    const where = region === undefined ? "and its region is not known" : `in ${region}`;
    return { bill, why: `no price of ${bill.provider} ${sku} ${where}` };
  }
  if (quantity === undefined) return { bill, why: "how many there are is not known" };
  return { bill, quantity, price };
}

/** Prices by what is sold, in the order of the list. */
type Index = ReadonlyMap<string, readonly ListPrice[]>;

const INDEXES = new WeakMap<readonly ListPrice[], Index>();

/** Built once a list: thousands of options are priced by the same one. */
function indexOf(prices: readonly ListPrice[]): Index {
  const known = INDEXES.get(prices);
  if (known !== undefined) return known;
  const index = new Map<string, ListPrice[]>();
  for (const price of prices) {
    const offered = index.get(price.sku);
    if (offered === undefined) index.set(price.sku, [price]);
    else offered.push(price);
  }
  INDEXES.set(prices, index);
  return index;
}
