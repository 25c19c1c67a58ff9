import type { PricePlace } from "./price-place";
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
 * @throws PriceBookError with the first place in the file that breaks the shape
 */
export function parseListBook(book: PricePlace): ListBook {
  const id = book.text("id");
  const places = book.list("entries");
  const entries = places.map((place) => parsePrice(place, id));
  const keys = entries.map(keyOf);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  places[twice]?.refuseMember("sku", `be priced once for ${keys[twice]}`);
  book.requireUnique(entries.map((entry) => entry.id));
  return { id, kind: book.oneOf("kind", ["list"]), currency: book.oneOf("currency", ["USD"]), entries };
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

function parsePrice(place: PricePlace, book: string): ListPrice {
  return {
    id: place.text("id"),
    book,
    provider: place.text("provider"),
    region: place.text("region"),
    sku: place.text("sku"),
    unit: unitOf(place),
    usd: place.price("usd"),
    source: place.text("source"),
    asOf: place.day("asOf"),
    assumed: place.has("assumed") && place.truth("assumed"),
  };
}

function unitOf(place: PricePlace): PriceUnit {
  const unit = place.text("unit");
  return isPriceUnit(unit)
    ? unit
    : place.refuseMember("unit", 'be a unit such as "hour", "GiB-month" or "million requests"');
}
