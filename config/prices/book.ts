import { type ListBook, parseListBook } from "./list-book";
import { type BookSource, PricePlace } from "./price-place";
import { parseRateBook, type RateBook } from "./rate-book";

/** Prices that a review states. */
export interface PriceBook {
  readonly id: string;
  /** `review`: the line items of an architecture review, low to high, as that review states them. */
  readonly kind: "review";
  /**
   * Day on which the prices held, ISO date.
   * @default - the review does not say
   */
  readonly asOf?: string;
  /** File and section. */
  readonly source: string;
  readonly currency: "USD";
  readonly per: "month";
  readonly entries: readonly PriceEntry[];
}

/** One line of a review, and the book that it stands in. */
export interface ReviewPrice extends PriceEntry {
  readonly book: Pick<PriceBook, "id" | "asOf" | "source">;
}

/** One line of a price book. */
export interface PriceEntry {
  /** Unique in its book. */
  readonly id: string;
  /** Id of the option that the line belongs to. */
  readonly option: string;
  /** What the source calls the line. */
  readonly item: string;
  readonly thing: PricedThing;
  /** USD/month, at most two decimals. */
  readonly low: number;
  /** USD/month, at most two decimals, not below `low`. */
  readonly high: number;
  /** The line's specification, in the source's words. */
  readonly words?: string;
  /**
   * Section of the source.
   * @default - the book's source names it
   */
  readonly section?: string;
}

/**
 * What of a footprint a line pays for. A `service` is paid for and is not in any footprint: monitoring, a
 * share of a load balancer.
 */
export type PricedThing =
  | { readonly kind: "workload"; readonly name: string }
  /** Engine without version, for example `redis`. */
  | { readonly kind: "store"; readonly engine: string }
  /** `all`: a total alone, which the source does not break down. */
  | { readonly kind: "topics" | "queues" | "nodes" | "images" | "all" }
  | { readonly kind: "service"; readonly name: string };

/**
 * Narrows parsed JSON to a price book of any kind.
 *
 * @param source its file, and where its values are in that
 * @throws PriceBookError with one line for each place that breaks the shape
 */
export function parseBook(value: unknown, source: BookSource): PriceBook | ListBook | RateBook {
  const book = PricePlace.of(value, source);
  const kind = book.member("kind").oneOf(["review", "list", "rates"]);
  if (kind === "rates") return parseRateBook(book);
  return kind === "list" ? parseListBook(book) : parseReviewBook(book);
}

/** The lines of a book, each with the book that it stands in. */
export function linesOf({ id, asOf, source, entries }: PriceBook): ReviewPrice[] {
  return entries.map((entry) => ({
    ...entry,
    book: { id, asOf, source: entry.section === undefined ? source : `${source}, ${entry.section}` },
  }));
}

/** Narrows an object of parsed JSON to the prices of a review. */
export function parseReviewBook(book: PricePlace): PriceBook {
  return book.object(
    {
      id: (place) => place.text(),
      kind: (place) => place.oneOf(["review"]),
      asOf: (place) => place.day(),
      source: (place) => place.text(),
      currency: (place) => place.oneOf(["USD"]),
      per: (place) => place.oneOf(["month"]),
      entries: (place) => {
        const entries = place.list(parseEntry);
        place.requireUnique("id");
        return entries;
      },
    },
    {},
  );
}

function parseEntry(place: PricePlace): PriceEntry {
  const entry = place.object(
    {
      id: (member) => member.text(),
      option: (member) => member.text(),
      item: (member) => member.text(),
      thing: parseThing,
      low: (member) => member.amount(),
      high: (member) => member.amount(),
    },
    { words: (member) => member.text(), section: (member) => member.text() },
  );
  if (entry.high < entry.low) place.member("high").refuseValue(`be at least the low of ${entry.low}`);
  return entry;
}

const THINGS = ["workload", "store", "topics", "queues", "nodes", "images", "all", "service"] as const;

function parseThing(thing: PricePlace): PricedThing {
  const kind = thing.member("kind").oneOf(THINGS);
  const read = { kind: () => kind };
  const text = (place: PricePlace) => place.text();
  if (kind === "store") return { kind, engine: thing.object({ ...read, engine: text }, {}).engine };
  if (kind === "workload" || kind === "service")
    return { kind, name: thing.object({ ...read, name: text }, {}).name };
  thing.object(read, {});
  return { kind };
}
