import type { Review } from "../config/model/review";
import { type Prices, parseBook, pricesOf, withBook } from "../config/prices";
import { readJson } from "../footprint/read/input/json";

/**
 * List prices and those of the reviews, replaced by those of files where a file has them; the last file wins.
 * @returns how to put them in place of the estimate of a review; the files are read before
 * @throws InputError, PriceBookError with the file and the place in it
 */
export function pricesFrom(files: readonly string[]): (reviews: readonly Review[]) => Prices {
  const books = files.map((file) => parseBook(readJson(file), file));
  return (reviews) => books.reduce(withBook, pricesOf(reviews));
}
