import { type PriceBook, parsePriceBook } from "./book";
import review001 from "./review-001.json";

export { type PriceBook, type PricedThing, type PriceEntry, parsePriceBook } from "./book";
export { PriceBookError } from "./place";

/** The price book of each review, by number of the review. */
export const REVIEW_PRICES: Readonly<Record<string, PriceBook>> = {
  "001": parsePriceBook(review001, "config/prices/review-001.json"),
};
