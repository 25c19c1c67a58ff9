import { PRICES, type Prices, parseBook, withBook } from "../config/prices";
import { readJson } from "../footprint/read/input/json";

/**
 * The prices of the project, replaced by those of files where a file has them; the last file wins.
 * @returns undefined where no file is given
 * @throws InputError, PriceBookError with the file and the place in it
 */
export function pricesFrom(files: readonly string[]): Prices | undefined {
  if (files.length === 0) return undefined;
  return files.reduce((prices, file) => withBook(prices, parseBook(readJson(file), file)), PRICES);
}
