import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { section } from "./section";

const INFRASTRUCTURE = "Decision 1: Production Infrastructure - Kubernetes or VM?";
const RECURRING = "Budget Summary > Recurring Costs (Production - Cycle 21)";

/** "Cost Breakdown (Azure AKS)": cluster, PostgreSQL, RabbitMQ, Application Insights, PagerDuty. */
const BREAKDOWN: Computation = { sum: [150, 100, 199, 100, 75] };

/** "Recurring Costs": the same, and DNS and backup storage. */
const MONTHLY: Computation = { sum: [150, 100, 199, 100, 75, 5, 20] };

/** "$150/month (2 Standard_D2s_v3 nodes)". */
const NODE: Computation = { quotient: [150, 2] };

const HOURS_A_MONTH = 730;

/** The monthly budget of the recommended cluster. */
export const BUDGET_CLAIMS: readonly Claim[] = [
  ...section(INFRASTRUCTURE, [
    {
      id: "budget-breakdown",
      option: "critter-aks",
      claimed: 650,
      tolerance: 5,
      unit: "USD/month",
      words: "**Total: ~$650/month**",
      compute: BREAKDOWN,
      note: "the five items above it; the summary adds DNS and backup storage",
    },
    {
      id: "cluster-cost",
      option: "critter-aks",
      claimed: 150,
      unit: "USD/month",
      words: "Kubernetes cluster: $150/month (2 Standard_D2s_v3 nodes)",
      compute: { sum: [150, { product: [{ fact: "aksControlPlaneUsdPerHour" }, HOURS_A_MONTH] }] },
      note: "the control plane that carries the SLA is not in the budget",
    },
    unlisted("eks-cost", "critter-eks", 700, "**Alternative (AWS EKS):** ~$700/month"),
    unlisted("gke-cost", "critter-gke", 550, "**Alternative (GCP GKE):** ~$550/month"),
    unlisted("vm-cost", "critter-vm", 200, "Single point of failure | ~$200 |"),
  ]),
  ...section(RECURRING, [
    usd("monthly-total", 649, "**$649**", MONTHLY),
    usd("annual-total", 7788, "**$7,788**", { product: [MONTHLY, 12] }),
    usd("annual-column", 7788, "**$7,788**", { sum: [1800, 1200, 2388, 1200, 900, 60, 240] }),
    usd("annual-cluster", 1800, "| $150 | $1,800 |", { product: [150, 12] }),
    usd("annual-rabbitmq", 2388, "| $199 | $2,388 |", { product: [199, 12] }),
    usd("annual-pagerduty", 900, "| $75 | $900 |", { product: [75, 12] }),
    {
      ...usd("cost-per-customer", 0.65, "$0.65/month at 1,000 customers", { quotient: [MONTHLY, 1000] }),
      tolerance: 0.005,
      unit: "USD/month per customer",
    },
  ]),
  ...section("Decision 2: RabbitMQ - Single Instance or Managed HA?", [
    {
      id: "rabbitmq-cluster-cost",
      option: "critter-rabbitmq-cluster",
      claimed: 60,
      tolerance: 5,
      unit: "USD/month",
      words: "~$60 (3x resources)",
      compute: { product: [3, NODE] },
      note: "three nodes at the price of the review's own 2-CPU node; three times the $0 single node is $0",
    },
    {
      id: "cloudamqp-sla",
      option: "critter-rabbitmq-managed",
      claimed: 99.99,
      unit: "% uptime for 199 USD/month",
      words: "CloudAMQP Tiger plan",
      compute: { missing: "the vendor's contract: plan, price and SLA could not be confirmed" },
    },
  ]),
];

function usd(id: string, claimed: number, words: string, compute: Computation): ClaimDraft {
  return { id, option: "critter-aks", claimed, unit: "USD", words, compute };
}

function unlisted(id: string, option: string, claimed: number, words: string): ClaimDraft {
  return {
    id,
    option,
    claimed,
    unit: "USD/month",
    words,
    compute: { missing: "the line items: the review gives this total alone" },
  };
}
