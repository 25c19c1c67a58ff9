import type { ListPrice } from "../../../config/prices";
import type { Span } from "../../model";
import type { Bill } from "./bills";

/** A bill with its price, or with the reason why it has none. */
export type PricedOrNot =
  | { readonly bill: Bill & { readonly quantity: Span }; readonly price: ListPrice }
  | { readonly bill: Bill; readonly why: string };

/** Finds the price of what is billed: that of its region, else one that holds in all regions. */
export function priceOf(bill: Bill, prices: readonly ListPrice[]): PricedOrNot {
  const { sku, unit, quantity, region, byUse } = bill;
  if (byUse) return { bill, why: `billed by use: a price for each ${unit}` };
  if (sku === undefined) return { bill, why: "what is sold is not known" };
  const inRegion = (place: string | undefined) =>
    place === undefined ? undefined : indexOf(prices).get(keyOf(bill.provider, place, sku, unit));
  const price = inRegion(region) ?? inRegion("any");
  if (price === undefined) {
    const where = region === undefined ? "and its region is not known" : `in ${region}`;
    return { bill, why: `no price of ${bill.provider} ${sku} ${where}` };
  }
  if (quantity === undefined) return { bill, why: "how many there are is not known" };
  return { bill: { ...bill, quantity }, price };
}

const INDEXES = new WeakMap<readonly ListPrice[], ReadonlyMap<string, ListPrice>>();

/** Built once a list: thousands of options are priced by the same one. */
function indexOf(prices: readonly ListPrice[]): ReadonlyMap<string, ListPrice> {
  const known = INDEXES.get(prices);
  if (known !== undefined) return known;
  const index = new Map(
    prices.map((price) => [keyOf(price.provider, price.region, price.sku, price.unit), price]),
  );
  INDEXES.set(prices, index);
  return index;
}

function keyOf(provider: string, region: string, sku: string, unit: string): string {
  return `${provider}\n${region}\n${sku}\n${unit}`;
}
