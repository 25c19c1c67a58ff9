import type { Claim, ClaimDraft } from "../../../model/claim";
import { A, B, C, says, section } from "./section";

/** A pipeline as the review draws it: each line with its minutes, in order. */
type Pipeline = readonly (readonly [line: string, minutes: number])[];

const PIPELINE_A: Pipeline = [
  ["→ dotnet restore + build + test          (~3 min)", 3],
  ["→ Docker build (multi-stage, alpine)      (~2 min)", 2],
  ["→ Push to ECR                             (~1 min)", 1],
  ["→ Deploy to staging (K8s apply)           (~2 min)", 2],
  ["→ Run contract tests (Pact verification)  (~3 min)", 3],
  ["→ Canary deploy (5% traffic)              (~1 min)", 1],
  ["→ Monitor 15 min (automated gate)", 15],
  ["→ Promote to 100%                         (~1 min)", 1],
];

const PIPELINE_B: Pipeline = [
  ["→ composer install + PHPUnit + PHPStan     (~4 min)", 4],
  ["→ Docker build (same as frontend3)          (~3 min)", 3],
  ["→ Push to ECR                               (~1 min)", 1],
  ["→ Deploy frontend3-partner pods             (~2 min)", 2],
  ["→ Run contract tests                        (~3 min)", 3],
  ["→ Canary deploy (5% partner traffic)        (~1 min)", 1],
  ["→ Monitor 15 min", 15],
  ["→ Promote to 100%                           (~1 min)", 1],
];

const PIPELINE_C: Pipeline = [
  ["→ dotnet restore + build + test          (~2 min, smaller project)", 2],
  ["→ Docker build (multi-stage, alpine)      (~2 min)", 2],
  ["→ Push to ECR                             (~1 min)", 1],
  ["→ Deploy to staging (K8s apply)           (~2 min)", 2],
  ["→ Run contract tests                      (~3 min)", 3],
  ["→ Canary deploy (5% traffic)              (~1 min)", 1],
  ["→ Monitor 15 min", 15],
  ["→ Promote to 100%                         (~1 min)", 1],
];

/** "plus 15 min canary soak". */
const SOAK_MINUTES = 15;

const CHAPTERS = { a: A, b: B, c: C } as const;
const DESIGN = "CI/CD Pipeline Design";

/** Minutes of the three pipelines, and the order of B's. */
export const PIPELINE_CLAIMS: readonly Claim[] = [
  ...section(`${A} > ${DESIGN}`, [total("a", 28, PIPELINE_A), withSoak("a", 28, PIPELINE_A)]),
  ...section(`${B} > ${DESIGN}`, [total("b", 30, PIPELINE_B), withSoak("b", 30, PIPELINE_B)]),
  ...section(`${C} > ${DESIGN}`, [total("c", 27, PIPELINE_C), withSoak("c", 27, PIPELINE_C)]),
  ...section("9. Recommendation > Caveats", [
    {
      id: "contract-tests-gate-b",
      option: "partner-b",
      claimed: true,
      unit: "contract tests run before partner pods are deployed",
      words: "Mitigation: independent rollback per pod group, canary deploys, contract tests in CI",
      compute: {
        precedes: ["Run contract tests", "Deploy frontend3-partner pods"],
        steps: PIPELINE_B.map(([line]) => says(`${B} > ${DESIGN}`, line, stepOf(line))),
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
    compute: {
      sum: pipeline.map(([line, minutes]) => says(`${CHAPTERS[letter]} > ${DESIGN}`, line, minutes)),
    },
  };
}

/** `Run contract tests` of `→ Run contract tests (Pact verification)  (~3 min)`. */
function stepOf(line: string): string {
  return line.replace(/^→ /, "").replace(/ *\(.*$/, "");
}

/** "Estimated total: ~28 min (plus 15 min canary soak)" reads as 28 + 15. */
function withSoak(letter: "a" | "b" | "c", base: number, pipeline: Pipeline): ClaimDraft {
  return {
    ...total(letter, base, pipeline),
    id: `pipeline-soak-${letter}`,
    claimed: base + SOAK_MINUTES,
    words: `~${base} min (plus 15 min canary soak)`,
    note: "the 15-minute soak is one of the steps already; plus 15 counts it twice",
  };
}
