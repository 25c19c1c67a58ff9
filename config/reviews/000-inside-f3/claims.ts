import { type Claim, type ClaimDraft, claimsIn } from "../../model/claim";
import type { Computation } from "../../model/computation";
import { quotesOf } from "../../model/quote";

const FILE = "000_5a365d529a350ad9.txt";
const OPTION = "f3-inside";

const says = quotesOf(FILE);
const RECOMMENDATIONS = "Recommendations";

/** B2B API inside f3. Its platform is not the one that review 001 finds for the same product. */
export const REVIEW_000_CLAIMS: readonly Claim[] = [
  ...section("Score Adjustments", [
    {
      id: "score-reduction",
      claimed: 1,
      unit: "points taken off",
      words: "The 1-point reduction on Operational Complexity",
      compute: { difference: [scores("design"), scores("reviewer")] },
      note: "over all criteria, so no other score was changed",
    },
    adjusted("Infrastructure Fit", 0, "| Infrastructure Fit | 5 | **5** (agree)"),
    adjusted("Operational Complexity", 1, "| Operational Complexity | 5 | **4** (lower)"),
    adjusted("Monitoring/Observability", 0, "| Monitoring/Observability | 4 | **4** (agree)"),
  ]),
  ...section("Overall Infrastructure Assessment", [
    platform("compute", "EC2", "the same 8 EC2 instances", "AWS EKS", {
      section: "4. Infrastructure Cost Estimate",
      words: "assuming AWS EKS, us-east-1 pricing",
    }),
    {
      id: "hosts",
      option: OPTION,
      claimed: 8,
      unit: "hosts",
      words: "8 EC2 instances",
      compute: { missing: "the inventory of f3's hosts: no stack creates them" },
    },
    {
      id: "no-infrastructure",
      option: OPTION,
      claimed: 0,
      unit: "machines, workloads and stores that the option creates",
      words: "it requires zero new infrastructure",
      compute: {
        sum: [
          { count: { measure: "nodes", option: OPTION } },
          { count: { measure: "workloads", option: OPTION } },
          { count: { measure: "stores", option: OPTION } },
        ],
      },
      note: "recommendations 1 to 3 and 5 add a dashboard, feature flags, connection limits and monitors to what is there",
    },
  ]),
  ...section("Infrastructure Risks", [
    platform("database", "MariaDB", "degrade MariaDB for all of f3", "MySQL", {
      section: "2.2 Option B: PHP Native (Frontend3 Internal Bundle) > Storage",
      words: "| MySQL | Shared with frontend3 |",
    }),
  ]),
  ...section("Monitoring Integration", [
    platform("monitoring", "Datadog", "Monolog is already piped to Datadog", "Coralogix", {
      section: "2.2 Option B: PHP Native (Frontend3 Internal Bundle) > Monitoring Stack",
      words: "| Structured logs | Coralogix | Monolog with business context |",
    }),
    {
      id: "monitoring-work",
      option: OPTION,
      claimed: 1,
      unit: "pieces of monitoring work",
      words: 'The only work is creating a dedicated "B2B API" Datadog dashboard',
      compute: {
        count: [
          says(RECOMMENDATIONS, "Establish a dedicated B2B Datadog dashboard from day one", "dashboard"),
          says(RECOMMENDATIONS, "with clear SLO metrics separate from f3", "SLO metrics"),
          says(RECOMMENDATIONS, "Create B2B-specific Datadog monitors/alerts", "monitors/alerts"),
        ],
      },
      note: "recommendations 1 and 5",
    },
  ]),
  ...section("Container Analysis", [
    {
      id: "worker-memory",
      option: OPTION,
      claimed: { low: 30, high: 50 },
      unit: "MB per worker",
      words: "each worker process adds ~30-50MB",
      compute: { missing: "a measurement of f3's workers under load" },
    },
  ]),
];

function section(heading: string, drafts: readonly ClaimDraft[]): readonly Claim[] {
  return claimsIn("000", FILE, heading, drafts);
}

function scores(column: "design" | "reviewer", criteria?: readonly string[]): Computation {
  return { scores: "000", column, criteria };
}

function adjusted(criterion: string, claimed: number, words: string): ClaimDraft {
  return {
    id: `score-${criterion.toLowerCase().replace(/[^a-z]+/g, "-")}`,
    claimed,
    unit: "points taken off",
    words,
    compute: { difference: [scores("design", [criterion]), scores("reviewer", [criterion])] },
  };
}

/** Review 001 speaks of the same product: its platform is therefore an input of the stacks, not a constant. */
function platform(
  part: string,
  claimed: string,
  words: string,
  stated: string,
  place: { readonly section: string; readonly words: string },
): ClaimDraft {
  return {
    id: `platform-${part}`,
    option: OPTION,
    claimed,
    unit: `platform for ${part}`,
    words,
    compute: { stated, source: { file: "001_57ea113d5c58119c.txt", ...place } },
    note: "the platform is an input of the stacks: f3-inside has that of its own review",
  };
}
