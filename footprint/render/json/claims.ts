import { printableJson } from "../../../errors/printable";
import { type ScoreResult, type Tally, tally, type VerifiedClaim } from "../../claims";

/**
 * Claims and scores for programs: a contract, whose version rises when a member changes its meaning or goes.
 *
 * `computed` and `option` are `null` where there is none; a measure's value is `null` if undetermined. Where another
 * review says otherwise, `verdict` is `unsupported` and `disagreement` has what that review says. `assumption` is set
 * where only what was assumed to build the option speaks against a claim, which is then `off`. `bound` is `lower` or
 * `upper` where `computed` is that end of what the real value can be. `operands` are the quotes that were calculated with.
 */
export function renderClaimsJson(claims: readonly VerifiedClaim[], scores: readonly ScoreResult[]): string {
  const document = {
    schemaVersion: 1,
    summary: tally(claims).map(counts),
    claims: claims.map(claim),
    scores: scores.map(card),
  };
  return `${printableJson(document)}\n`;
}

function counts({ review, claims, contradicted, off, unsupported, holds, disagreements }: Tally) {
  return { review, claims, contradicted, off, unsupported, holds, disagreements };
}

function claim(verified: VerifiedClaim) {
  const { id, review, option, claimed, computed, unit, verdict, how, source } = verified;
  const { difference, missing, expects, tolerance, disagreement, assumption, bound, operands } = verified;
  return {
    id,
    review,
    option: option ?? null,
    claimed,
    computed: computed ?? null,
    unit,
    verdict,
    how,
    source,
    difference,
    missing,
    expects,
    tolerance,
    disagreement: disagreement && { stated: disagreement.stated, source: disagreement.source },
    assumption,
    bound,
    operands: operands.map(({ stated, source }) => ({ stated, source })),
  };
}

function card({ review, source, best, columns, criteria, totals, leader }: ScoreResult) {
  return {
    review,
    source,
    best,
    columns,
    criteria: criteria.map(({ name, weight, scores, bold, measures }) => ({
      name,
      weight,
      scores,
      bold,
      measures: measures.map(({ key, figures }) => ({
        key,
        values: Object.fromEntries(columns.map(({ id }) => [id, figures[id]?.value ?? null])),
        atLeast: columns.flatMap(({ id }) => (figures[id]?.atLeast === true ? [id] : [])),
      })),
    })),
    totals,
    leader: leader ?? null,
  };
}
