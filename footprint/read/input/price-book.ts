import { parseBook } from "../../../config/prices";
import { type PlaceIn, placeIn } from "../text/place-in";
import { parseJson, readText } from "./json";

/** A price book, and where its entries are. */
export interface PriceFile {
  readonly book: ReturnType<typeof parseBook>;
  /** As the user named it. */
  readonly file: string;
  readonly placeOf: PlaceIn;
}

/**
 * Reads the file of a price book.
 * @throws InputError where it is no JSON, PriceBookError with line and column of every fault
 */
export function readBook(file: string): PriceFile {
  const text = readText(file);
  const placeOf = placeIn(text);
  return { book: parseBook(parseJson(text, file), { file, placeOf }), file, placeOf };
}
