import type { ListPrice } from "./list-book";
import type { PricePlace } from "./price-place";

/** What a user pays other than list prices: discounts and reservations, and the currency of the bill. */
export interface RateBook {
  readonly id: string;
  readonly kind: "rates";
  /** Where the rates are from, for example the number of a contract. */
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  readonly discounts: readonly Discount[];
  /** @default - US dollars */
  readonly currency?: Currency;
}

/** A share off the list prices of a selection. */
export interface Discount {
  /** Unique in its book. */
  readonly id: string;
  /** Book that it is from. */
  readonly book: string;
  /** Above 0, at most 100. */
  readonly percent: number;
  /** @default - all */
  readonly provider?: string;
  /** @default - all */
  readonly region?: string;
  /** What is sold; `*` stands for any text. */
  readonly sku: string;
  /** Why, for example `Savings Plan, 1 year`. */
  readonly why: string;
}

/** Another currency, at a rate that the user gives. */
export interface Currency {
  /** ISO 4217 code, for example `EUR`. */
  readonly code: string;
  /** Units of it for one US dollar. */
  readonly perUsd: number;
  /** ISO date. */
  readonly asOf: string;
  readonly source: string;
}

/**
 * Narrows an object of parsed JSON to a book of rates.
 * @throws PriceBookError with the first place in the file that breaks the shape
 */
export function parseRateBook(book: PricePlace): RateBook {
  const id = book.text("id");
  const discounts = book.has("discounts")
    ? book.list("discounts").map((place) => parseDiscount(place, id))
    : [];
  book.requireUnique(
    discounts.map((each) => each.id),
    "discounts",
  );
  return {
    id,
    kind: book.oneOf("kind", ["rates"]),
    source: book.text("source"),
    asOf: book.day("asOf"),
    discounts,
    currency: book.has("currency") ? parseCurrency(book.child("currency")) : undefined,
  };
}

function parseDiscount(place: PricePlace, book: string): Discount {
  const percent = place.price("percent");
  if (percent === 0 || percent > 100) place.refuseMember("percent", "be above 0 and at most 100", percent);
  return {
    id: place.text("id"),
    book,
    percent,
    provider: place.has("provider") ? place.text("provider") : undefined,
    region: place.has("region") ? place.text("region") : undefined,
    sku: place.text("sku"),
    why: place.text("why"),
  };
}

function parseCurrency(place: PricePlace): Currency {
  const code = place.text("code");
  if (!/^[A-Z]{3}$/.test(code)) place.refuseMember("code", 'be a code of ISO 4217 such as "EUR"', code);
  const perUsd = place.price("perUsd");
  if (perUsd === 0) place.refuseMember("perUsd", "be above 0", perUsd);
  return { code, perUsd, asOf: place.day("asOf"), source: place.text("source") };
}

/** A price with the last discount that applies to it; discounts are not combined. */
export function discounted(price: ListPrice, discounts: readonly Discount[]): ListPrice {
  const discount = discounts.findLast((each) => applies(each, price));
  if (discount === undefined) return price;
  const left = (usd: number) => (usd * (100 - discount.percent)) / 100;
  const { percent, why, book } = discount;
  return {
    ...price,
    usd: left(price.usd),
    rates: price.rates?.map(({ above, usd }) => ({ above, usd: left(usd) })),
    discount: { percent, why, book, usd: price.usd },
  };
}

function applies({ provider, region, sku }: Discount, price: ListPrice): boolean {
  const [first = "", ...parts] = sku.split("*");
  if (provider !== undefined && provider !== price.provider) return false;
  if (region !== undefined && region !== price.region) return false;
  if (!price.sku.startsWith(first)) return false;
  if (parts.length === 0) return price.sku === sku;
  let at = first.length;
  for (const part of parts.slice(0, -1)) {
    const found = price.sku.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? "";
  return price.sku.length - last.length >= at && price.sku.endsWith(last);
}
