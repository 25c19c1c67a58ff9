import type { Deviation } from "../../../model/deviation";

/** The review's roll-out and monitoring differ by cycle; production launch is the last. */
export type Cycle = "19" | "20" | "21";

const YOU_GET = "What You Get With This Infrastructure";
const COSTS = "Cost Breakdown (Azure AKS)";
const MONITORING = "Decision 3: Monitoring - Self-Hosted or SaaS?";
const STRATEGY = "Decision 5: Deployment Strategy?";

/** What differs from the review on every cluster. */
const EVERYWHERE: readonly Deviation[] = [
  {
    section: "Executive Summary",
    review: "eight bounded contexts, of which it names Orders and Payments",
    built: "eight, of which three are named after CritterSupply's public code",
    why: "the review only counts them; who talks to whom is assumed and stands in config/reviews/002-critter-supply",
  },
  {
    section: "2. Customer Privacy Violation (SSE)",
    review: "a channel for each customer in EventBroadcaster",
    built: "a route without a time limit to customer-experience, and no more",
    why: "the channel is code of that context: nothing here can tell one customer's events from another's",
  },
  {
    section: "5. No Docker Image CI/CD",
    review: "eight images and no version of .NET",
    built: "images on .NET 10, which is supported until 2028-11-14",
    why: ".NET 8 and 9 have been out of support since 2026-11-10",
  },
  {
    section: `${YOU_GET} > Security & Compliance`,
    review: "Trivy for images in GitHub's registry",
    built: "the Trivy operator, which scans what runs",
    why: "that registry scans nothing on push; a scan before the push belongs to the build",
  },
  {
    section: "Decision 2: RabbitMQ - Single Instance or Managed HA?",
    review: 'the plan "Tiger" for $199 with a guaranteed 99.99 %',
    built: 'the plan "bunny-3", three nodes with quorum queues',
    why: "CloudAMQP lists tiger as a shared plan, and uptime is not durability of messages: queues of three copies are",
  },
  {
    section: COSTS,
    review: "two nodes at $150, and no control plane",
    built: "two nodes that grow to five",
    why: "two hold the fewest pods of all contexts, not the most and not what a lost node ran; the control plane is $0.10 an hour more",
  },
  {
    section: "Cycle 21 (Weeks 6-10): Production Deployment",
    review: "Helm charts for all 8 BCs",
    built: "Terraform resources, and charts for what others make",
    why: "a chart hides what it holds: nothing of it could be weighed or checked before it runs",
  },
  {
    section: "Cycle 21 (Weeks 6-10): Production Deployment",
    review: "Ingress and TLS",
    built: "a Gateway of Envoy Gateway, with certificates of Let's Encrypt by cert-manager",
    why: "ingress-nginx was retired in March 2026",
  },
  {
    section: `${YOU_GET} > Security & Compliance`,
    review: "NetworkPolicies per BC",
    built: "one each, in which the broker is any address on port 5671",
    why: "CloudAMQP gives a name and no addresses, and a policy takes only addresses; TLS and a password stand behind the port",
  },
  {
    section: `${YOU_GET} > Disaster Recovery`,
    review: "event stream replication across regions",
    built: "copies of the database's backups in another region",
    why: "the event streams are in PostgreSQL, so its backups hold them; what is in a queue is not copied",
  },
];

/** What differs on one cloud. */
const CLOUDS = {
  aks: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      review: "99.99% uptime",
      built: "three zones, tier Standard, a standby of the database",
      why: "Azure promises 99.95 % for the API server, and in a chain 0.9995 x 0.9999 x 0.9999 is 99.93 %",
    },
    {
      section: COSTS,
      review: "a managed PostgreSQL for $100",
      built: "General Purpose with a standby in another zone",
      why: "the burstable tier has no standby, and a standby doubles the price of the server",
    },
  ],
  eks: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      review: "99.99% uptime",
      built: "three zones and RDS Multi-AZ",
      why: "AWS promises 99.95 % for each of EKS and RDS, together 99.90 %",
    },
    {
      section: `${COSTS}, Alternative (AWS EKS)`,
      review: "~$700/month and no list of parts",
      built: "the same parts as on AKS",
      why: "the review gives a total alone",
    },
  ],
  gke: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      review: "99.99% uptime",
      built: "a regional cluster and a regional Cloud SQL",
      why: "Google promises 99.95 % for each of the regional control plane and Cloud SQL Enterprise, together 99.90 %",
    },
    {
      section: `${COSTS}, Alternative (GCP GKE)`,
      review: "~$550/month and no list of parts",
      built: "the same parts as on AKS",
      why: "the review gives a total alone",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Deviation[]>>;

/** On EKS and GKE, in the last cycle. */
const NO_APPLICATION_INSIGHTS: Deviation = {
  section: MONITORING,
  review: "Azure Application Insights in production",
  built: "Prometheus and Grafana as in the cycles before, with PagerDuty",
  why: "it is Azure's, and the review names nothing in its place",
};

/** Wherever Prometheus is what watches. */
const NO_TRACES: Deviation = {
  section: `${YOU_GET} > Monitoring & Observability`,
  review: "distributed tracing across 8 BCs",
  built: "traces are taken, and dropped by the collector",
  why: "Prometheus keeps none, and the review names no store for them but Application Insights",
};

/** What differs by cycle, on every cluster. */
const CYCLES: Readonly<Record<Cycle, readonly Deviation[]>> = {
  "19": [
    {
      section: STRATEGY,
      review: "blue/green with an instant switch",
      built: "blue and green by Argo Rollouts, switched by hand",
      why: "green reads from the queues as soon as it runs, before the switch: only HTTP is switched, so its handlers must bear both versions' messages; and both take twice the pods",
    },
  ],
  "20": [],
  "21": [
    {
      section: STRATEGY,
      review: "canary 10% -> 50% -> 100% of the traffic",
      built: "these shares of what customers send; among the contexts, shares of the pods",
      why: "calls inside of the cluster pass no gateway: one new pod among two old ones takes a third of them, and of the messages",
    },
  ],
};

/** A cloud that has a cluster option. */
export type ClusterCloud = keyof typeof CLOUDS;

/** Everything that a cluster option has otherwise than the review. */
export function clusterDeviations(cloud: ClusterCloud, cycle: Cycle): readonly Deviation[] {
  const isLast = cycle === "21";
  const monitoring =
    isLast && cloud === "aks" ? [] : [NO_TRACES, ...(isLast ? [NO_APPLICATION_INSIGHTS] : [])];
  return [...EVERYWHERE, ...CLOUDS[cloud], ...CYCLES[cycle], ...monitoring];
}
