import type { Claim, ClaimDraft } from "../../../model/claim";
import { A, B, C, section } from "./section";

/** A pipeline as the review draws it: step and minutes, in order. */
type Pipeline = readonly (readonly [step: string, minutes: number])[];

const SOAK = "Monitor 15 min";

const PIPELINE_A: Pipeline = [
  ["dotnet restore + build + test", 3],
  ["Docker build", 2],
  ["Push to ECR", 1],
  ["Deploy to staging", 2],
  ["Run contract tests", 3],
  ["Canary deploy", 1],
  [SOAK, 15],
  ["Promote to 100%", 1],
];

const PIPELINE_B: Pipeline = [
  ["composer install + PHPUnit + PHPStan", 4],
  ["Docker build", 3],
  ["Push to ECR", 1],
  ["Deploy frontend3-partner pods", 2],
  ["Run contract tests", 3],
  ["Canary deploy", 1],
  [SOAK, 15],
  ["Promote to 100%", 1],
];

const PIPELINE_C: Pipeline = [
  ["dotnet restore + build + test", 2],
  ["Docker build", 2],
  ["Push to ECR", 1],
  ["Deploy to staging", 2],
  ["Run contract tests", 3],
  ["Canary deploy", 1],
  [SOAK, 15],
  ["Promote to 100%", 1],
];

/** Minutes of the three pipelines, and the order of B's. */
export const PIPELINE_CLAIMS: readonly Claim[] = [
  ...section(`${A} > CI/CD Pipeline Design`, [total("a", 28, PIPELINE_A), withSoak("a", 28, PIPELINE_A)]),
  ...section(`${B} > CI/CD Pipeline Design`, [total("b", 30, PIPELINE_B), withSoak("b", 30, PIPELINE_B)]),
  ...section(`${C} > CI/CD Pipeline Design`, [total("c", 27, PIPELINE_C), withSoak("c", 27, PIPELINE_C)]),
  ...section("9. Recommendation > Caveats", [
    {
      id: "contract-tests-gate-b",
      option: "partner-b",
      claimed: true,
      unit: "contract tests run before partner pods are deployed",
      words: "Mitigation: independent rollback per pod group, canary deploys, contract tests in CI",
      compute: {
        precedes: ["Run contract tests", "Deploy frontend3-partner pods"],
        steps: PIPELINE_B.map(([step]) => step),
      },
    },
  ]),
];

function total(letter: "a" | "b" | "c", claimed: number, pipeline: Pipeline): ClaimDraft {
  return {
    id: `pipeline-${letter}`,
    option: `partner-${letter}`,
    claimed,
    tolerance: claimed % 10 === 0 ? 5 : 0.5,
    unit: "min",
    words: `Estimated total: ~${claimed} min`,
    compute: { sum: pipeline.map(([, minutes]) => minutes) },
  };
}

/** "Estimated total: ~28 min (plus 15 min canary soak)" reads as 28 + 15. */
function withSoak(letter: "a" | "b" | "c", base: number, pipeline: Pipeline): ClaimDraft {
  return {
    ...total(letter, base, pipeline),
    id: `pipeline-soak-${letter}`,
    claimed: base + 15,
    words: `~${base} min (plus 15 min canary soak)`,
    note: "the 15-minute soak is one of the steps already; plus 15 counts it twice",
  };
}
