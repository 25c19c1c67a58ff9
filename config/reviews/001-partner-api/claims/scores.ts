import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { section } from "./section";

const OPTIONS = ["partner-a", "partner-b", "partner-c"];

/** "CI/CD, security, operational overhead, deployment complexity". */
const POLYGLOT = ["CI/CD Pipeline", "Security", "Operational Overhead", "Deployment Complexity"];

/** Totals of the comparison matrix, who leads, and why. */
export const SCORE_CLAIMS: readonly Claim[] = section("3. Comparison Matrix", [
  total("a", 28),
  total("b", 35),
  total("c", 28),
  {
    id: "score-gap",
    option: "partner-b",
    claimed: 7,
    unit: "points",
    words: "Option B leads by 7 points",
    compute: { difference: [scores("partner-b"), scores("partner-a")] },
    readings: [
      {
        reading: "to option C",
        compute: { difference: [scores("partner-b"), scores("partner-c")] },
      },
    ],
  },
  gap("a"),
  gap("c"),
  leader("Deployment Complexity", "partner-b", "| **Deployment Complexity** | 3 | **5** | 4 |"),
  leader("CI/CD Pipeline", "partner-b", "| **CI/CD Pipeline** | 3 | **5** | 3 |"),
  leader("Scaling Characteristics", "partner-c", "| **Scaling Characteristics** | 4 | 3 | **4** |"),
  leader("Resource Utilization", "partner-b", "| **Resource Utilization** | 4 | **4** | 4 |"),
  leader("Monitoring & Alerting", "partner-a", "| **Monitoring & Alerting** | **5** | 3 | 4 |"),
  leader("Security", "partner-b", "| **Security** | 3 | **5** | 3 |"),
  leader("Disaster Recovery", "partner-b", "| **Disaster Recovery** | 4 | **5** | 3 |"),
  leader("Operational Overhead", "partner-b", "| **Operational Overhead** | 2 | **5** | 3 |"),
]);

function scores(column: string, criteria?: readonly string[]): Computation {
  return { scores: "001", column, criteria };
}

function total(letter: "a" | "b" | "c", claimed: number): ClaimDraft {
  const option = `partner-${letter}`;
  const words = "| **Total** | **28** | **35** | **28** |";
  return { id: `score-${letter}`, option, claimed, unit: "points", words, compute: scores(option) };
}

/** "driven entirely by": the named criteria alone make up the gap. */
function gap(letter: "a" | "c"): ClaimDraft {
  const other = `partner-${letter}`;
  return {
    id: `score-gap-cause-${letter}`,
    option: "partner-b",
    claimed: 7,
    unit: `points over ${other} on the four named criteria`,
    words: "The gap is driven entirely by the elimination of the polyglot tax",
    compute: { difference: [scores("partner-b", POLYGLOT), scores(other, POLYGLOT)] },
  };
}

function leader(criterion: string, claimed: string, words: string): ClaimDraft {
  return {
    id: `score-best-${criterion.toLowerCase().replace(/[^a-z]+/g, "-")}`,
    option: claimed,
    claimed: [claimed],
    unit: "option in bold as the best",
    words,
    compute: { most: Object.fromEntries(OPTIONS.map((option) => [option, scores(option, [criterion])])) },
  };
}
