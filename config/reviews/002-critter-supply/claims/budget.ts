import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { says, section } from "./section";

const INFRASTRUCTURE = "Decision 1: Production Infrastructure - Kubernetes or VM?";
const RECURRING = "Budget Summary > Recurring Costs (Production - Cycle 21)";
const BROKER = "Decision 2: RabbitMQ - Single Instance or Managed HA?";

const CLUSTER_LINE = "Kubernetes cluster: $150/month (2 Standard_D2s_v3 nodes)";
const CLUSTER = says(INFRASTRUCTURE, CLUSTER_LINE, 150);
const POSTGRESQL = says(INFRASTRUCTURE, "Managed PostgreSQL: $100/month (Azure Database)", 100);

/** "Cost Breakdown (Azure AKS)". */
const BREAKDOWN: Computation = {
  sum: [
    CLUSTER,
    POSTGRESQL,
    says(INFRASTRUCTURE, "Managed RabbitMQ: $199/month", 199),
    says(INFRASTRUCTURE, "Application Insights: $100/month", 100),
    says(INFRASTRUCTURE, "PagerDuty: $75/month", 75),
  ],
};

/** The table of recurring costs: item, USD/month and USD/year. */
const TABLE = [
  ["| **Kubernetes Cluster** | Azure AKS | $150 | $1,800 |", 150, 1800],
  ["| **Managed PostgreSQL** | Azure Database | $100 | $1,200 |", 100, 1200],
  ["| **Managed RabbitMQ** | CloudAMQP | $199 | $2,388 |", 199, 2388],
  ["| **Monitoring** | App Insights | $100 | $1,200 |", 100, 1200],
  ["| **Alerting** | PagerDuty | $75 | $900 |", 75, 900],
  ["| **DNS + SSL** | Azure DNS | $5 | $60 |", 5, 60],
  ["| **Backup Storage** | Azure Blob | $20 | $240 |", 20, 240],
] as const;

/** "Recurring Costs": the breakdown, and DNS and backup storage. */
const MONTHLY: Computation = { sum: TABLE.map(([row, month]) => says(RECURRING, row, month)) };

const ANNUAL: Computation = { sum: TABLE.map(([row, , year]) => says(RECURRING, row, year)) };

/** List prices that the review does not have: PostgreSQL in the size that the option runs, and the control plane. */
const POSTGRESQL_AT_LIST: Computation = {
  assumed: {
    sum: [
      {
        product: [
          { measure: "billedQuantity", option: "critter-aks", sku: "postgresql/GP_Standard_D2ds_v5" },
          { fact: "postgresqlServerUsdPerHour" },
          { fact: "hoursPerMonth" },
        ],
      },
      {
        product: [
          { measure: "billedQuantity", option: "critter-aks", sku: "postgresql/storage" },
          { fact: "postgresqlGibUsdPerMonth" },
        ],
      },
    ],
  },
  because: "the size of PostgreSQL, which the review leaves open, and the price of westus for westeurope",
};
const CONTROL_PLANE: Computation = {
  measure: "listCostUsdPerMonth",
  option: "critter-aks",
  at: "steady",
  sku: "aks/",
};

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
      words: CLUSTER_LINE,
      compute: { sum: [CLUSTER, CONTROL_PLANE] },
      note: "the control plane that carries the SLA is not in the budget",
    },
    {
      id: "postgresql-cost",
      option: "critter-aks",
      claimed: 100,
      unit: "USD/month",
      decimals: 2,
      words: "Managed PostgreSQL: $100/month (Azure Database)",
      compute: POSTGRESQL_AT_LIST,
      note: "zone redundancy runs a second server, without which the review's availability cannot be reached",
    },
    unlisted("eks-cost", "critter-eks", 700, "**Alternative (AWS EKS):** ~$700/month"),
    unlisted("gke-cost", "critter-gke", 550, "**Alternative (GCP GKE):** ~$550/month"),
    {
      id: "vm-cost",
      option: "critter-vm",
      claimed: 200,
      tolerance: 50,
      unit: "USD/month",
      words: "Single point of failure | ~$200 |",
      compute: { measure: "listCostUsdPerMonth", option: "critter-vm", at: "steady" },
    },
  ]),
  ...section(RECURRING, [
    usd("monthly-total", 649, "**$649**", MONTHLY),
    {
      ...usd("monthly-at-list", 649, "**$649**", {
        sum: [{ difference: [MONTHLY, POSTGRESQL] }, POSTGRESQL_AT_LIST, CONTROL_PLANE],
      }),
      decimals: 2,
      note: "PostgreSQL at list prices in place of the review's $100, and the control plane, which the budget leaves out",
    },
    usd("annual-total", 7788, "**$7,788**", { product: [MONTHLY, { fact: "monthsPerYear" }] }),
    usd("annual-column", 7788, "**$7,788**", ANNUAL),
    year("cluster", 1800, "| $150 | $1,800 |", 150),
    year("rabbitmq", 2388, "| $199 | $2,388 |", 199),
    year("pagerduty", 900, "| $75 | $900 |", 75),
    {
      ...usd("cost-per-customer", 0.65, "$0.65/month at 1,000 customers", {
        quotient: [MONTHLY, says(RECURRING, "$0.65/month at 1,000 customers", 1000)],
      }),
      tolerance: 0.005,
      unit: "USD/month per customer",
    },
  ]),
  ...section(BROKER, [
    {
      id: "rabbitmq-cluster-cost",
      option: "critter-rabbitmq-cluster",
      claimed: 60,
      tolerance: 5,
      unit: "USD/month",
      words: "~$60 (3x resources)",
      compute: {
        assumed: { measure: "listCostUsdPerMonth", option: "critter-rabbitmq-cluster", at: "steady" },
        because: "the broker's requests and disks, which the review leaves open",
      },
      note: 'as `compare` prints it; "3x resources" of the single node, which the review has for $0, would be $0',
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

/** A line of the table over twelve months. */
function year(item: string, claimed: number, words: string, month: number): ClaimDraft {
  return usd(`annual-${item}`, claimed, words, {
    product: [says(RECURRING, words, month), { fact: "monthsPerYear" }],
  });
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
