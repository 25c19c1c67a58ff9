import { type Claim, type ClaimDraft, claimsIn } from "../../../model/claim";
import type { Stated } from "../../../model/computation";
import { namesIn, quotesOf } from "../../../model/quote";

/** The document. */
export const FILE = "001_57ea113d5c58119c.txt";

/** Headings of the three options' chapters. */
export const A = "2.1 Option A: Trimmed .NET";
export const B = "2.2 Option B: PHP Native (Frontend3 Internal Bundle)";
export const C = "2.3 Option C: Thin Stateless API Gateway";

/** Claims of one section of review 001. */
export function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("001", FILE, heading, drafts);
}

/** What review 001 says in a section. */
export const says = quotesOf(FILE);

/** Names that the same words of a section of review 001 contain. */
export function named(heading: string, words: string, names: readonly string[]): readonly Stated<string>[] {
  return namesIn(says, heading, words, names);
}

/** "each worker process adds ~30-50MB": review 001 gives workers and no memory of one. */
export const WORKER_MB = quotesOf("000_5a365d529a350ad9.txt")(
  "Container Analysis",
  "each worker process adds ~30-50MB",
  { low: 30, high: 50 },
);
