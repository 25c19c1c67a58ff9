import { type Claim, type ClaimDraft, claimsIn, type Source } from "../../../model/claim";

const FILE = "001_57ea113d5c58119c.txt";

/** Headings of the three options' chapters. */
export const A = "2.1 Option A: Trimmed .NET";
export const B = "2.2 Option B: PHP Native (Frontend3 Internal Bundle)";
export const C = "2.3 Option C: Thin Stateless API Gateway";

/** Claims of one section of review 001. */
export function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("001", FILE, heading, drafts);
}

/** A place in review 001. */
export function at(heading: string, words: string): Source {
  return { file: FILE, section: heading, words };
}
