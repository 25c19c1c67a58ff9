import { linesOf, type PriceBook, type ReviewPrice } from "./book";
import type { ListBook } from "./list-book";
import { type PriceList, replacing } from "./price-list";

/** The prices that costs are worked out with. */
export interface Prices {
  /** Lines of the reviews. */
  readonly review: readonly ReviewPrice[];
  /** Public list prices. */
  readonly list: PriceList;
}

/**
 * Prices with those of a further book put in place of what is there, or beside it: a line of a review takes the
 * place of the option's line with its id, a list price that of the one with its id or for the same thing.
 */
export function withBook({ review, list }: Prices, book: PriceBook | ListBook): Prices {
  if (book.kind === "review") {
    const lines = linesOf(book);
    return { review: replaced(review, lines, ({ option, id }) => [`${option} ${id}`]), list };
  }
  return { review, list: replacing(list, book.entries) };
}

/** What is replaced gives its place to what replaces it; what is new comes last. */
function replaced<T>(old: readonly T[], fresh: readonly T[], keysOf: (item: T) => readonly string[]): T[] {
  const byKey = new Map(fresh.flatMap((item) => keysOf(item).map((key) => [key, item] as const)));
  const replacement = (item: T) =>
    keysOf(item)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined);
  return [...new Set([...old.map((item) => replacement(item) ?? item), ...fresh])];
}
