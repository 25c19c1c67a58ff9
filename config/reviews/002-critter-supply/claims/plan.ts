import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { at, says, section } from "./section";

const ROADMAP = "Infrastructure Roadmap";
const CYCLE_19 = `${ROADMAP} > Cycle 19 (Weeks 1-3): Critical Infrastructure`;
const CYCLE_20 = `${ROADMAP} > Cycle 20 (Weeks 4-5): Load Testing`;
const CYCLE_21 = `${ROADMAP} > Cycle 21 (Weeks 6-10): Production Deployment`;

const WEEK_1 = "RabbitMQ durability + Customer isolation SSE | DevOps + Eng | 7 days";
const WEEK_3 = "Docker image CI/CD + Secrets management | DevOps | 5 days";

/** Person-days by week, from the roadmap's tables. */
const DAYS_19: Computation = {
  sum: [
    says(CYCLE_19, WEEK_1, 7),
    says(CYCLE_19, "Prometheus + Grafana + DLQ monitoring | DevOps | 5 days", 5),
    says(CYCLE_19, WEEK_3, 5),
  ],
};
const DAYS_20: Computation = {
  sum: [
    says(CYCLE_20, "| DevOps + QA | 5 days |", 5),
    says(CYCLE_20, "1000 concurrent orders test + tuning | DevOps | 3 days", 3),
  ],
};
const DAYS_21: Computation = {
  sum: [
    says(CYCLE_21, "Provision Kubernetes (AKS) + Managed PostgreSQL/RabbitMQ | DevOps | 5 days", 5),
    says(CYCLE_21, "Helm charts for all 8 BCs + Ingress + TLS | DevOps | 5 days", 5),
    says(CYCLE_21, "Azure Key Vault + Application Insights + PagerDuty | DevOps | 5 days", 5),
    says(CYCLE_21, "Backup/restore procedures + Runbooks + Security scan | DevOps | 5 days", 5),
    says(CYCLE_21, "Production deployment (canary) + 24hr monitoring | DevOps + Eng | 3 days", 3),
  ],
};

/** Person-days, weeks and cycles. */
export const PLAN_CLAIMS: readonly Claim[] = [
  ...section(CYCLE_19, [
    effort("19", 17, DAYS_19),
    weeks("19", 3, 4, DAYS_19, "3-4 weeks with 1 DevOps engineer"),
    {
      id: "cycle-19-fits",
      claimed: 3,
      expects: "atMost",
      unit: "weeks with one engineer",
      words: "Cycle 19 (Weeks 1-3)",
      compute: inWeeks(DAYS_19),
      note: "risk 1 asks for one more week",
    },
    {
      id: "week-1-effort",
      claimed: 7,
      unit: "days",
      words: WEEK_1,
      compute: {
        sum: [
          says("1. RabbitMQ Message Loss Risk", "**Effort:** 3 days (DevOps)", 3),
          says("2. Customer Privacy Violation (SSE)", "**Effort:** 4 days (Engineering + DevOps)", 4),
        ],
      },
      note: "the efforts of critical blockers 1 and 2",
    },
    {
      id: "week-3-effort",
      claimed: 5,
      unit: "days",
      words: WEEK_3,
      compute: {
        sum: [
          says("5. No Docker Image CI/CD", "**Effort:** 3 days (DevOps)", 3),
          says("6. No Secrets Management", "**Effort:** 2 days (DevOps)", 2),
        ],
      },
      note: "the efforts of gaps 5 and 6",
    },
    {
      id: "secrets-cycle",
      claimed: "Cycle 19",
      unit: "cycle that manages the secrets",
      words: "**Week 3** | Docker image CI/CD + Secrets management",
      compute: {
        stated: "Cycle 20",
        source: at("6. No Secrets Management", "**Resolution (Cycle 20):**"),
      },
    },
  ]),
  ...section(CYCLE_20, [effort("20", 8, DAYS_20)]),
  ...section(CYCLE_21, [
    effort("21", 23, DAYS_21),
    weeks("21", 4, 5, DAYS_21, "4-5 weeks with 1 DevOps engineer"),
  ]),
  ...section("Final Recommendation", [
    {
      id: "timeline",
      claimed: 10,
      expects: "atMost",
      unit: "weeks with one engineer",
      words: "**ACHIEVABLE in 10 weeks**",
      compute: inWeeks({ sum: [DAYS_19, DAYS_20, DAYS_21] }),
      readings: [
        {
          reading: "effort of all cycles",
          compute: { sum: [DAYS_19, DAYS_20, DAYS_21] },
          unit: "person-days",
        },
      ],
    },
  ]),
  ...section("Risks & Mitigation > Risk 4: Production Deployment Failure (Cycle 21)", [
    {
      id: "rollback-strategy",
      claimed: "Blue/Green",
      unit: "roll-out of cycle 21",
      words: "**Blue/Green deployment** (instant rollback < 5 seconds)",
      compute: {
        stated: "Canary",
        source: at("Decision 5: Deployment Strategy?", "| **Cycle 21** | Canary |"),
      },
    },
  ]),
  ...section("Sign-Off Decision", [
    {
      id: "readiness",
      claimed: { low: 65, high: 85 },
      unit: "% infrastructure readiness",
      words: "after Cycle 19 improvements",
      compute: { missing: "the scale: the review does not say what 100 % is made of" },
    },
  ]),
];

function inWeeks(days: Computation): Computation {
  return { quotient: [days, { fact: "workDaysPerWeek" }] };
}

function effort(cycle: string, claimed: number, compute: Computation): ClaimDraft {
  return {
    id: `effort-${cycle}`,
    claimed,
    tolerance: 0.5,
    unit: "person-days",
    words: `**Total Effort:** ~${claimed} person-days`,
    compute,
  };
}

function weeks(cycle: string, low: number, high: number, days: Computation, words: string): ClaimDraft {
  return {
    id: `weeks-${cycle}`,
    claimed: { low, high },
    expects: "within",
    unit: "weeks",
    words,
    compute: inWeeks(days),
  };
}
