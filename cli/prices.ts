import type { Prices } from "../config/prices";

/**
 * The project's prices with those of files put in place of them, the last file first; none where no file is given.
 * @throws InputError, PriceBookError with the file and the place in it
 */
export function pricesFrom(files: readonly string[]): Prices | undefined {
  if (files.length === 0) return undefined;
  const { PRICES, parseBook, withBook } = require("../config/prices") as typeof import("../config/prices");
  const { readJson } =
    require("../footprint/read/input/json") as typeof import("../footprint/read/input/json");
  return files.reduce((prices, file) => withBook(prices, parseBook(readJson(file), file)), PRICES);
}
