import { PRICES, type Prices, parseBook, withBook } from "../config/prices";
import { readJson } from "../footprint/read/json";

/**
 * The project's prices with those of files put in place of them, the last file first.
 * @throws InputError, PriceBookError with the file and the place in it
 */
export function pricesFrom(files: readonly string[]): Prices {
  return files.reduce((prices, file) => withBook(prices, parseBook(readJson(file), file)), PRICES);
}
