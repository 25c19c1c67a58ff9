import type { ListPrice } from "./list-book";
import type { PricePlace } from "./price-place";
import { PROVIDERS } from "./providers";

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
 * @throws PriceBookError with one line for each place that breaks the shape
 */
export function parseRateBook(book: PricePlace): RateBook {
  const { discounts = [], ...rest } = book.object(
    {
      id: (place) => place.text(),
      kind: (place) => place.oneOf(["rates"]),
      source: (place) => place.text(),
      asOf: (place) => place.day(),
    },
    {
      discounts: (place) => {
        const read = place.list(parseDiscount);
        place.requireUnique("id");
        return read;
      },
      currency: parseCurrency,
    },
  );
  return { ...rest, discounts: discounts.map((each) => ({ ...each, book: rest.id })) };
}

function parseDiscount(place: PricePlace): Omit<Discount, "book"> {
  return place.object(
    {
      id: (member) => member.text(),
      percent: (member) => {
        const percent = member.price("be above 0 and at most 100");
        return percent > 0 && percent <= 100 ? percent : member.refuseValue("be above 0 and at most 100");
      },
      sku: (member) => member.text(),
      why: (member) => member.text(),
    },
    { provider: (member) => member.oneOf(PROVIDERS), region: (member) => member.text() },
  );
}

function parseCurrency(place: PricePlace): Currency {
  return place.object(
    {
      code: (member) => {
        const code = member.text();
        return /^[A-Z]{3}$/.test(code) ? code : member.refuseValue('be a code of ISO 4217 such as "EUR"');
      },
      perUsd: (member) => {
        const rate = member.price("be above 0");
        return rate > 0 ? rate : member.refuseValue("be above 0");
      },
      asOf: (member) => member.day(),
      source: (member) => member.text(),
    },
    {},
  );
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

/** Whether a discount is for what is priced. */
export function applies(
  { provider, region, sku }: Discount,
  price: Pick<ListPrice, "provider" | "region" | "sku">,
): boolean {
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
