import { REVIEWS } from "../reviews";
import { linesOf, type PriceBook } from "./book";
import aws from "./list/aws.json";
import azure from "./list/azure.json";
import google from "./list/google.json";
import kubernetes from "./list/kubernetes.json";
import { parseListBook } from "./list-book";
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
export { type PricedEnvironments, pricedEnvironments } from "./environments";
export type { ListBook, ListPrice } from "./list-book";
export { type Prices, withBook } from "./override";
export { PriceBookError } from "./price-place";
export { type PriceUnit, UNITS } from "./units";

/** The price book of each review that gives prices, by number of the review. */
export const REVIEW_PRICES: Readonly<Record<string, PriceBook>> = Object.fromEntries(
  REVIEWS.flatMap(({ id, prices }) => (prices === undefined ? [] : [[id, prices]])),
);

const LIST_BOOKS = Object.entries({ aws, azure, google, kubernetes }).map(([name, book]) =>
  parseListBook(PricePlace.of(book, `config/prices/list/${name}.json`)),
);

/** All prices that come with the project. */
export const PRICES: Prices = {
  review: Object.values(REVIEW_PRICES).flatMap(linesOf),
  list: LIST_BOOKS.flatMap(({ entries }) => entries),
};
