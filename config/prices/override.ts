import { linesOf, type PriceBook, type ReviewPrice } from "./book";
import type { ListBook } from "./list-book";
import { type PriceList, replacing } from "./price-list";
import type { Currency, Discount, RateBook } from "./rate-book";

/** The prices that costs are worked out with. */
export interface Prices {
  /** Lines of the reviews. */
  readonly review: readonly ReviewPrice[];
  /** Public list prices. */
  readonly list: PriceList;
  /**
   * Discounts on list prices, of which the last that applies counts.
   * @default - none
   */
  readonly discounts?: readonly Discount[];
  /** @default - US dollars alone */
  readonly currency?: Currency;
}

/**
 * Prices with those of a further book put in place of what is there, or beside it: a line of a review takes the
 * place of the option's line with its id, a list price that of the one with its id or for the same thing.
 */
export function withBook(prices: Prices, book: PriceBook | ListBook | RateBook): Prices {
  const { review, list, discounts = [], currency } = prices;
  if (book.kind === "rates")
    return {
      ...prices,
      discounts: [...discounts, ...book.discounts],
      currency: book.currency ?? currency,
    };
  if (book.kind === "review") {
    const lines = linesOf(book);
    return { ...prices, review: replaced(review, lines, ({ option, id }) => [`${option} ${id}`]) };
  }
  return { ...prices, list: replacing(list, book.entries) };
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
