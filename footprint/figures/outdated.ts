import { distinct } from "../order";

/** A price source and a date. */
interface Dated {
  readonly book: string;
  /** ISO date. */
  readonly asOf: string;
}

/** Books with a price that is older than a year at a date, each with its oldest day, by name. */
export function outdated(prices: readonly Dated[], date: string): Dated[] {
  // ISO dates sort as texts; 29 February of a year that has none falls between 28 February and 1 March.
  const yearBefore = `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
  const old = prices.filter(({ asOf }) => asOf < yearBefore);
  return distinct(old.map(({ book }) => book)).map((book) => {
    const [asOf = ""] = distinct(old.filter((price) => price.book === book).map((price) => price.asOf));
    return { book, asOf };
  });
}
