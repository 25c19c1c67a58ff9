import { type Claim, type ClaimDraft, claimsIn } from "../../../model/claim";

const FILE = "003_0fefc16f43783c8b.txt";

/** Claims of one section of review 003. */
export function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("003", FILE, heading, drafts);
}
