import type { ClaimedValue } from "./claimed";
import type { Stated } from "./computation";

/** Quotes of one document: a value, and the words of a section that contain it. */
export type Quotes = <const T extends ClaimedValue>(section: string, words: string, stated: T) => Stated<T>;

/** Quotes of a document by its file name. */
export function quotesOf(file: string): Quotes {
  return (section, words, stated) => ({ stated, source: { file, section, words } });
}

/** Names that the same words of a section contain. */
export function namesIn(
  quote: Quotes,
  section: string,
  words: string,
  names: readonly string[],
): readonly Stated<string>[] {
  return names.map((name) => quote<string>(section, words, name));
}
