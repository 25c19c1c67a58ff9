import { type Discount, discounted, type ListPrice, type PriceList } from "../../../config/prices";
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

/**
 * Finds the price of what is billed: that of its region, else one that holds in all regions, less what the user's own
 * rates take off.
 */
export function priceOf(bill: Bill, prices: PriceList, discounts: readonly Discount[] = []): PricedOrNot {
  const { unit, quantity, region, byUse } = bill;
  const sku = skuOf(bill);
  if (byUse && quantity === undefined) return { bill, byUse: unit };
  if (sku === undefined) return { bill, why: bill.why ?? "SKU unresolved" };
  const inRegion = (place: string) => prices.find({ provider: bill.provider, region: place, sku, unit });
  const price = (region === undefined ? undefined : inRegion(region)) ?? inRegion("any");
  if (price === undefined) {
    if (bill.why !== undefined) return { bill, why: bill.why };
    const where = region === undefined ? "and its region is unresolved" : `in ${region}`;
    return { bill, why: `no price of ${bill.provider} ${sku} ${where}` };
  }
  if (quantity === undefined) return { bill, why: "count unresolved" };
  return { bill, quantity, price: discounted(price, discounts) };
}

/** What the price of a bill is looked up by. */
export function skuOf({ sku, why }: Bill): string | undefined {
  return why === undefined ? sku : instead(sku, why);
}

/** Ways of buying a machine that its list price is not for, by how the reason starts. */
const OTHER_WAYS: readonly (readonly [reason: RegExp, name: string])[] = [
  [/^(?:spot|preemptible)/i, "spot"],
  [/^(?:tenancy|on a dedicated|on a sole-tenant)/i, "dedicated"],
  [/^windows/i, "windows"],
];

/** What a user's own price of it is listed under: `ec2/spot/m6i.large`; undefined where there is no name for it. */
function instead(sku: string | undefined, why: string): string | undefined {
  const [, name] = OTHER_WAYS.find(([reason]) => reason.test(why)) ?? [];
  return name === undefined ? undefined : sku?.replace("/", `/${name}/`);
}
