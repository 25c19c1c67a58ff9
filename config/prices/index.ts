import type { Review } from "../model/review";
import { linesOf } from "./book";
import { BUILT_IN } from "./built-in";
import type { Prices } from "./override";
import type { PriceList } from "./price-list";

export {
  linesOf,
  type PriceBook,
  type PricedThing,
  type PriceEntry,
  parseBook,
  type ReviewPrice,
} from "./book";
export type { ListBook, ListPrice, Rate } from "./list-book";
export { type Prices, withBook } from "./override";
export { type PriceKey, type PriceList, priceList } from "./price-list";
export { type BookSource, PriceBookError } from "./price-place";
export { applies, type Currency, type Discount, discounted } from "./rate-book";
export { type PriceUnit, UNITS } from "./units";

/** Public list prices that come with the project. */
export const LIST_PRICES: PriceList = BUILT_IN;

/** List prices, and the line items of these reviews. */
export function pricesOf(reviews: readonly Pick<Review, "prices">[]): Prices {
  return {
    review: reviews.flatMap(({ prices }) => (prices === undefined ? [] : linesOf(prices))),
    list: LIST_PRICES,
  };
}
