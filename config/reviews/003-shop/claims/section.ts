import { type Claim, type ClaimDraft, claimsIn } from "../../../model/claim";
import type { Stated } from "../../../model/computation";
import { namesIn, quotesOf } from "../../../model/quote";

const FILE = "003_0fefc16f43783c8b.txt";

/** Claims of one section of review 003. */
export function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("003", FILE, heading, drafts);
}

/** What review 003 says in a section. */
export const says = quotesOf(FILE);

/** Names that the same words of a section of review 003 contain. */
export function named(heading: string, words: string, names: readonly string[]): readonly Stated<string>[] {
  return namesIn(says, heading, words, names);
}
