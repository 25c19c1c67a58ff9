import type { Claim } from "../../../config/model";
import { verifyClaims } from "../../../footprint/claims";
import type { Footprint } from "../../../footprint/model";
import { REVIEWS } from "../../helpers/reviews";

/** A claim that says 1 and comes to 1, changed in the members given. */
export function claim(parts: Partial<Claim> = {}): Claim {
  return {
    id: "001-test",
    review: "001",
    claimed: 1,
    unit: "things",
    source: { file: "001_57ea113d5c58119c.txt", section: "1. Executive Summary", words: "one thing" },
    compute: 1,
    ...parts,
  };
}

/** What becomes of one claim over the footprints given. */
export function verify(parts: Partial<Claim>, ...footprints: readonly Footprint[]) {
  const [verified] = verifyClaims(
    [claim(parts)],
    new Map(footprints.map((each) => [each.id, each])),
    REVIEWS,
  );
  if (verified === undefined) throw new Error("a claim was lost");
  return verified;
}
