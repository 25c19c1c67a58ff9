import type { Claim } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { B, named, says, section } from "./section";

/** Connections from the partner pods to frontend3, which is how 12go would be called over HTTP. */
const CALLS_TO_12GO: Computation = {
  count: { measure: "reached", option: "partner-b", from: "frontend3-partner", to: "frontend3" },
};

/** The way back of the partner pods, one after the other. */
function rollBackMinutes(at: "min" | "max"): Computation {
  const seconds = {
    measure: "rollBackSeconds",
    option: "partner-b",
    workload: "frontend3-partner",
    at,
  } as const;
  return { quotient: [seconds, { fact: "secondsPerMinute" }] };
}

const WHY = "9. Recommendation > Why";
const TAX = "5. The Polyglot Tax";
const ITEMS = `${TAX} > What "Running .NET alongside PHP" Actually Costs`;
const REWRITE = `${TAX} > Cost of Rewriting in PHP vs. Paying the Tax`;
const RUNBOOK = "8. Day-2 Operations Runbook (Option B — Recommended)";
const DEPLOY = `${RUNBOOK} > How to Deploy a New Version`;

/** The five items of the table that have an amount. */
const ANNUAL_TAX: Computation = {
  sum: [
    says(ITEMS, "2-4 weeks/year ops time", { low: 2, high: 4 }),
    says(ITEMS, "1-2 weeks/year maintenance", { low: 1, high: 2 }),
    says(ITEMS, "1 week/year maintenance", 1),
    says(ITEMS, "1 week/year security eng time", 1),
    says(ITEMS, "2-4 weeks/year in slower incident response", { low: 2, high: 4 }),
  ],
};

const REWRITE_A = "15-20 person-weeks | 8-12 weeks/year | Year 1-2";
const REWRITE_C = "10-15 person-weeks | 8-12 weeks/year | Year 1 |";

/** The polyglot tax, and what the runbook takes for granted. */
export const OPERATIONS_CLAIMS: readonly Claim[] = [
  ...section(ITEMS, [
    {
      id: "polyglot-tax",
      claimed: { low: 8, high: 12 },
      unit: "weeks a year",
      words: "8-12 weeks/year of additional operational overhead for polyglot",
      compute: ANNUAL_TAX,
    },
  ]),
  ...section(REWRITE, [
    {
      id: "break-even-a",
      option: "partner-a",
      claimed: { low: 0, high: 2 },
      expects: "within",
      decimals: 2,
      unit: "years",
      words: REWRITE_A,
      compute: {
        quotient: [
          says(REWRITE, REWRITE_A, { low: 15, high: 20 }),
          says(REWRITE, REWRITE_A, { low: 8, high: 12 }),
        ],
      },
    },
    {
      id: "break-even-c",
      option: "partner-c",
      claimed: { low: 0, high: 1 },
      expects: "within",
      decimals: 2,
      unit: "years",
      words: REWRITE_C,
      compute: {
        quotient: [
          says(REWRITE, REWRITE_C, { low: 10, high: 15 }),
          says(REWRITE, REWRITE_C, { low: 8, high: 12 }),
        ],
      },
    },
    {
      id: "extra-weeks-b",
      option: "partner-b",
      claimed: 2,
      unit: "weeks more than option A",
      words: "Paying 2 extra weeks now (Option B vs Option A)",
      compute: { missing: "the person-weeks of option A: the review gives only those of its later rewrite" },
    },
  ]),
  ...section(WHY, [
    {
      id: "polyglot-eliminated-b",
      option: "partner-b",
      claimed: true,
      unit: "one runtime family is left",
      words: "**Eliminates the polyglot tax**: One language, one CI/CD system",
      compute: {
        equal: [
          { count: { measure: "supplyChains", option: "partner-b" } },
          {
            count: named(WHY, "**Eliminates the polyglot tax**: One language, one CI/CD system", [
              "One language",
            ]),
          },
        ],
      },
      note: "Fuji remains .NET until it is absorbed",
    },
  ]),
  ...section(`${B} > Scaling Design`, [
    {
      id: "no-http-to-12go-b",
      option: "partner-b",
      claimed: 0,
      unit: "connections to frontend3",
      words: "there are no HTTP calls to 12go",
      compute: CALLS_TO_12GO,
    },
  ]),
  ...section(`${RUNBOOK} > How to Handle a 12go Outage`, [
    {
      id: "circuit-breaker-b",
      option: "partner-b",
      claimed: 1,
      expects: "atLeast",
      unit: "HTTP connections to 12go for a circuit breaker to open",
      words: 'Circuit breaker state should be "open."',
      compute: CALLS_TO_12GO,
      note: 'section 2.2 itself says "there are no HTTP calls to 12go"',
    },
  ]),
  ...section(`${RUNBOOK} > How to Roll Back`, [
    {
      id: "rto-b",
      option: "partner-b",
      claimed: 2,
      expects: "below",
      unit: "min",
      words: "**RTO**: < 2 minutes. Kubernetes rollback is instant",
      compute: { from: rollBackMinutes("min"), to: rollBackMinutes("max") },
      readings: [
        {
          reading: "the runbook's own command waits for",
          compute: {
            quotient: [says(DEPLOY, "-n 12go --timeout=300s", 300), { fact: "secondsPerMinute" }],
          },
        },
      ],
      note: "a rollback takes as long as its pods need to become ready: probes and a time-out are limits, no measurement",
    },
  ]),
  ...section(DEPLOY, [
    {
      id: "runbook-container-b",
      option: "partner-b",
      claimed: [],
      unit: "names in the command that the stack does not have",
      words: "frontend3=ECR_REPO/frontend3:$NEW_TAG -n 12go",
      compute: {
        lacking: [
          ...named(DEPLOY, "kubectl set image deployment/frontend3-partner", ["frontend3-partner"]),
          ...named(DEPLOY, "frontend3=ECR_REPO/frontend3:$NEW_TAG -n 12go", ["frontend3"]),
        ],
        given: [
          { measure: "workloads", option: "partner-b" },
          { measure: "containers", option: "partner-b" },
        ],
      },
    },
  ]),
  ...section("1. Executive Summary", [
    {
      id: "onboarding",
      claimed: 1,
      unit: "weeks to onboard an engineer with option B",
      words: "1 week (PHP only, same as existing)",
      compute: { missing: "a record of how long people took: nothing deployed contains it" },
    },
  ]),
];
