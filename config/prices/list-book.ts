import { everyFault, type PricePlace } from "./price-place";
import { PROVIDERS } from "./providers";
import { isPriceUnit, type PriceUnit } from "./units";

/** Public list prices. */
export interface ListBook {
  readonly id: string;
  readonly kind: "list";
  readonly currency: "USD";
  readonly entries: readonly ListPrice[];
}

/** What one unit of something costs. */
export interface ListPrice {
  /** Unique in its book. */
  readonly id: string;
  /** Book that the price comes from. */
  readonly book: string;
  /** `aws`, `azure`, `google`, `cloudamqp`; `kubernetes` for a share of a cluster that somebody else owns. */
  readonly provider: string;
  /** Region in the provider's words, or `any` where the price is the same in all. */
  readonly region: string;
  /** What is sold, for example `ec2/m6i.xlarge`. */
  readonly sku: string;
  /** What one of it is sold by. */
  readonly unit: PriceUnit;
  readonly usd: number;
  /**
   * Rates of rising amounts per month, the first of which is `usd`, where what is more costs less.
   * @default - every unit costs the same
   */
  readonly rates?: readonly Rate[];
  /**
   * What the user's own rates take off; `usd` is what is left.
   * @default - nothing
   */
  readonly discount?: {
    readonly percent: number;
    readonly why: string;
    readonly book: string;
    /** List price. */
    readonly usd: number;
  };
  /** Where the price was read. */
  readonly source: string;
  /** Day on which it held, ISO date. */
  readonly asOf: string;
  /** True where nobody has seen the vendor's own price of this very thing: `source` says what it rests on. */
  readonly assumed: boolean;
}

/** What each unit above an amount costs, up to where the next rate begins. */
export interface Rate {
  /** Units per month. */
  readonly above: number;
  readonly usd: number;
}

/**
 * Narrows an object of parsed JSON to a book of list prices.
 * @throws PriceBookError with one line for each place that breaks the shape
 */
export function parseListBook(book: PricePlace): ListBook {
  const { entries, ...rest } = book.object(
    {
      id: (place) => place.text(),
      kind: (place) => place.oneOf(["list"]),
      currency: (place) => place.oneOf(["USD"]),
      entries: (place) => {
        const read = place.list(parsePrice);
        requireOnePrice(place, read);
        place.requireUnique("id");
        return read;
      },
    },
    {},
  );
  return { ...rest, entries: entries.map((entry) => ({ ...entry, book: rest.id })) };
}

function requireOnePrice(place: PricePlace, entries: readonly Omit<ListPrice, "book">[]): void {
  const keys = entries.map(keyOf);
  everyFault(
    place.items.map((item, index) => () => {
      const key = keys[index] ?? "";
      if (keys.indexOf(key) !== index) item.member("sku").refuseValue(`be priced once for ${key}`);
    }),
  );
}

/** Two prices of one key are prices of the same thing. */
export function keyOf({
  provider,
  region,
  sku,
  unit,
}: Pick<ListPrice, "provider" | "region" | "sku"> & { readonly unit: string }): string {
  return `${provider} ${region} ${sku} by ${unit}`;
}

function parsePrice(place: PricePlace): Omit<ListPrice, "book"> {
  const { assumed = false, ...price } = place.object(
    {
      id: (member) => member.text(),
      provider: (member) => member.oneOf(PROVIDERS),
      region: (member) => member.text(),
      sku: (member) => member.text(),
      unit: unitOf,
      usd: (member) => member.price(),
      source: (member) => member.text(),
      asOf: (member) => member.day(),
    },
    { assumed: (member) => member.truth() },
  );
  return { ...price, assumed };
}

function unitOf(place: PricePlace): PriceUnit {
  const unit = place.text();
  return isPriceUnit(unit)
    ? unit
    : place.refuseValue('be a unit such as "hour", "GiB-month" or "million requests"');
}
