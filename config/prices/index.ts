import type { Review } from "../model/review";
import { linesOf } from "./book";
import aws from "./list/aws.json";
import azure from "./list/azure.json";
import google from "./list/google.json";
import kubernetes from "./list/kubernetes.json";
import { type ListPrice, parseListBook } from "./list-book";
import type { Prices } from "./override";
import { PricePlace } from "./price-place";

export {
  linesOf,
  type PriceBook,
  type PricedThing,
  type PriceEntry,
  parseBook,
  type ReviewPrice,
} from "./book";
export type { ListBook, ListPrice } from "./list-book";
export { type Prices, withBook } from "./override";
export { PriceBookError } from "./price-place";
export { type PriceUnit, UNITS } from "./units";

const LIST_BOOKS = Object.entries({ aws, azure, google, kubernetes }).map(([name, book]) =>
  parseListBook(PricePlace.of(book, `config/prices/list/${name}.json`)),
);

/** Public list prices that come with the project. */
export const LIST_PRICES: readonly ListPrice[] = LIST_BOOKS.flatMap(({ entries }) => entries);

/** List prices, and the line items of these reviews. */
export function pricesOf(reviews: readonly Pick<Review, "prices">[]): Prices {
  return {
    review: reviews.flatMap(({ prices }) => (prices === undefined ? [] : linesOf(prices))),
    list: LIST_PRICES,
  };
}
