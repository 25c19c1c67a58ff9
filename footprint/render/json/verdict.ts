import type { ComparisonVerdict, Decision } from "../../verdict";

/** The verdict for programs: as it is, with claims in short and `null` for what is absent. */
export function verdict({ decisions }: ComparisonVerdict) {
  return { decisions: decisions.map(decision) };
}

function decision({ leader, claims, topics, ...rest }: Decision) {
  return {
    ...rest,
    leader: leader ?? null,
    topics: topics.map(({ rankings, ...topic }) => ({
      ...topic,
      rankings: rankings.map(({ value, next, lead, worst, ...ranking }) => ({
        ...ranking,
        value: value ?? null,
        next: next ?? null,
        lead: lead ?? null,
        worst: worst ?? null,
      })),
    })),
    claims:
      claims === undefined
        ? null
        : {
            ...claims,
            first: claims.first.map(({ id, option, unit, claimed, computed, source }) => ({
              id,
              option: option ?? null,
              unit,
              claimed,
              computed: computed ?? null,
              words: source.words,
              section: source.section,
            })),
          },
  };
}
