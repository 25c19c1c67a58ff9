import { type Claim, type ClaimDraft, claimsIn, type Source } from "../../../model/claim";
import { quotesOf } from "../../../model/quote";

const FILE = "002_3f566cf14e5265d2.txt";

/** Claims of one section of review 002. Its headings are named without their emoji. */
export function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("002", FILE, heading, drafts);
}

/** A place in review 002. */
export function at(heading: string, words: string): Source {
  return { file: FILE, section: heading, words };
}

/** What review 002 says in a section. */
export const says = quotesOf(FILE);
