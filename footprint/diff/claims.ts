import type { VerifiedClaim } from "../claims";
import type { ClaimChange } from "./model";

/** Worst first. */
const KINDS: readonly ClaimChange["kind"][] = ["contradicted", "unmet", "met", "changed", "added", "removed"];

/** Claims whose verdict or calculated value is another one, worst first. */
export function claimChanges(
  was: readonly VerifiedClaim[],
  is: readonly VerifiedClaim[],
): readonly ClaimChange[] {
  const before = new Map(was.map((claim) => [keyOf(claim), claim]));
  const after = new Set(is.map(keyOf));
  const changes = [
    ...is.flatMap((claim) => changeOf(before.get(keyOf(claim)), claim)),
    ...was
      .filter((claim) => !after.has(keyOf(claim)))
      .map((claim) => ({ kind: "removed", was: claim }) as const),
  ];
  return KINDS.flatMap((kind) => changes.filter((each) => each.kind === kind));
}

function changeOf(was: VerifiedClaim | undefined, is: VerifiedClaim): ClaimChange[] {
  const isSame = was?.verdict === is.verdict;
  if (is.verdict === "contradicted" && !isSame) return [{ kind: "contradicted", was, is }];
  if (was === undefined) return [{ kind: "added", is }];
  if (is.verdict === "holds" && !isSame) return [{ kind: "met", was, is }];
  if (was.verdict === "holds" && !isSame) return [{ kind: "unmet", was, is }];
  const isUnchanged = isSame && JSON.stringify(was.computed) === JSON.stringify(is.computed);
  return isUnchanged ? [] : [{ kind: "changed", was, is }];
}

function keyOf({ review, id, option }: VerifiedClaim): string {
  return `${review}\n${id}\n${option ?? ""}`;
}
