import type { ListPrice, PriceList } from "../../../config/prices";
import type { Span } from "../../model";
import type { Bill } from "./bills";

/** A bill with its price, and how many units of that there are. */
export interface Priced {
  readonly bill: Bill;
  readonly quantity: Span;
  readonly price: ListPrice;
}

/** A bill with its price, or with the reason why it has none. */
export type PricedOrNot =
  | Priced
  | { readonly bill: Bill; readonly why: string }
  /** The unit that its use is charged by. */
  | { readonly bill: Bill; readonly byUse: string };

/** Finds the price of what is billed: that of its region, else one that holds in all regions. */
export function priceOf(bill: Bill, prices: PriceList): PricedOrNot {
  const { sku, unit, quantity, region, byUse } = bill;
  if (bill.why !== undefined) return { bill, why: bill.why };
  if (byUse && quantity === undefined) return { bill, byUse: unit };
  if (sku === undefined) return { bill, why: "SKU unresolved" };
  const inRegion = (place: string) => prices.find({ provider: bill.provider, region: place, sku, unit });
  const price = (region === undefined ? undefined : inRegion(region)) ?? inRegion("any");
  if (price === undefined) {
    const where = region === undefined ? "and its region is unresolved" : `in ${region}`;
    return { bill, why: `no price of ${bill.provider} ${sku} ${where}` };
  }
  if (quantity === undefined) return { bill, why: "count unresolved" };
  return { bill, quantity, price };
}
