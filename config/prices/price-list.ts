import { keyOf, type ListPrice } from "./list-book";

/** What is looked up. */
export type PriceKey = Pick<ListPrice, "provider" | "region" | "sku"> & { readonly unit: string };

/** Public list prices, looked up one by one: most of them are never asked for. */
export interface PriceList {
  /** The price of this very thing in this region; `any` is a region of its own. */
  readonly find: (key: PriceKey) => ListPrice | undefined;
}

/** A list of these prices alone. */
export function priceList(prices: readonly ListPrice[]): PriceList {
  const byKey = new Map(prices.map((price) => [keyOf(price), price]));
  return { find: (key) => byKey.get(keyOf(key)) };
}

/** A list in which some prices take the place of those with their id or for the same thing, and others are new. */
export function replacing(old: PriceList, fresh: readonly ListPrice[]): PriceList {
  const own = priceList(fresh);
  const ids = new Set(fresh.map(({ id }) => id));
  return {
    find: (key) => {
      const found = own.find(key) ?? old.find(key);
      const isReplaced = found !== undefined && ids.has(found.id) && !fresh.includes(found);
      return isReplaced ? undefined : found;
    },
  };
}
