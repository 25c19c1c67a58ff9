import type { Review } from "../config/model/review";
import { type Prices, pricesOf, withBook } from "../config/prices";
import { eachWithFaults } from "../errors/every-fault";
import type { Footprint } from "../footprint";
import { readBook } from "../footprint/read/input/price-book";
import { unusedPrices } from "../footprint/unused-prices";
import { type InForce, optionsInForce } from "./in-force";
import { report } from "./output";

/** List prices and those of the reviews, replaced by those of files where a file has them; the last file wins. */
export interface PriceFiles {
  /** The prices of some reviews with those of the files in their place. */
  readonly over: (reviews: readonly Review[]) => Prices;
  /** Names on stderr what of the files nothing uses. */
  readonly reportUnused: (footprints: readonly Footprint[], inForce: InForce) => void;
}

/**
 * Reads files of prices.
 * @throws InputError, PriceBookError with the file and the place of every fault
 */
export function pricesFrom(files: readonly string[]): PriceFiles {
  const read = eachWithFaults(files, readBook);
  return {
    over: (reviews) => read.map(({ book }) => book).reduce(withBook, pricesOf(reviews)),
    reportUnused(footprints, inForce) {
      if (read.length === 0) return;
      const options = [...footprints, ...optionsInForce(inForce)].map(({ id }) => id);
      for (const line of read.flatMap((each) => unusedPrices(each, { footprints, options }))) report(line);
    },
  };
}
