import { type Deviation, deviationsWith } from "../../../model/deviation";

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
    specified: "eight bounded contexts, of which it names Orders and Payments",
    implemented: "eight, of which three are named after CritterSupply's public code",
    reason: "the review only counts them; who talks to whom is assumed, in config/reviews/002-critter-supply",
  },
  {
    section: "2. Customer Privacy Violation (SSE)",
    specified: "a channel for each customer in EventBroadcaster",
    implemented: "a route without a time limit to customer-experience, and no more",
    reason: "the channel is code of that context: nothing here can distinguish the events of customers",
  },
  {
    section: "5. No Docker Image CI/CD",
    specified: "eight images and no version of .NET",
    implemented: "images on .NET 10, which is supported until 2028-11-14",
    reason: ".NET 8 and 9 have been out of support since 2026-11-10",
  },
  {
    section: `${YOU_GET} > Security & Compliance`,
    specified: "Trivy for images in GitHub's registry",
    implemented: "the Trivy operator, which scans what runs",
    reason: "that registry scans nothing on push; a scan before the push belongs to the build",
  },
  {
    section: "Decision 2: RabbitMQ - Single Instance or Managed HA?",
    specified: 'the plan "Tiger" for $199 with a guaranteed 99.99 %',
    implemented: 'the plan "bunny-3", three nodes with quorum queues',
    reason:
      "CloudAMQP lists tiger as a shared plan, and uptime is not durability of messages: queues of three copies are",
  },
  {
    section: COSTS,
    specified: "two nodes at $150, and no control plane",
    implemented: "two nodes that grow to five",
    reason:
      "two hold the fewest pods of all contexts, not the most and not what a lost node ran; the control plane is $0.10 an hour more",
  },
  {
    section: "Cycle 21 (Weeks 6-10): Production Deployment",
    specified: "Helm charts for all 8 BCs",
    implemented: "Terraform resources, and charts for what others make",
    reason: "the contents of a chart are not rendered: no footprint and no check before it runs",
  },
  {
    section: "Cycle 21 (Weeks 6-10): Production Deployment",
    specified: "Ingress and TLS",
    implemented: "a Gateway of Envoy Gateway, with certificates of Let's Encrypt by cert-manager",
    reason: "ingress-nginx was retired in March 2026",
  },
  {
    section: `${YOU_GET} > Security & Compliance`,
    specified: "NetworkPolicies per BC",
    implemented: "one each, in which the broker is any address on port 5671",
    reason:
      "CloudAMQP gives a name and no addresses, and a policy takes only addresses; TLS and a password protect the port",
  },
  {
    section: `${YOU_GET} > Security & Compliance`,
    specified: "NetworkPolicies per BC, and no payment provider",
    implemented: "payments gets an address from a variable, and may reach any address on port 443",
    reason:
      "a Payments API without a provider takes no payment, and a provider has a name and no fixed addresses",
  },
  {
    section: `${YOU_GET} > Disaster Recovery`,
    specified: "event stream replication across regions",
    implemented: "copies of the database's backups in another region",
    reason: "the event streams are in PostgreSQL, so its backups hold them; what is in a queue is not copied",
  },
];

/** What differs on one cloud. */
const CLOUDS = {
  aks: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      specified: "99.99% uptime",
      implemented: "three zones, tier Standard, a standby of the database",
      reason: "Azure promises 99.95 % for the API server, and in a chain 0.9995 x 0.9999 x 0.9999 is 99.93 %",
    },
    {
      section: COSTS,
      specified: "a managed PostgreSQL for $100",
      implemented: "General Purpose with a standby in another zone",
      reason: "the burstable tier has no standby, and a standby doubles the price of the server",
    },
  ],
  eks: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      specified: "99.99% uptime",
      implemented: "three zones and RDS Multi-AZ",
      reason: "AWS promises 99.95 % for each of EKS and RDS, together 99.90 %",
    },
    {
      section: `${COSTS}, Alternative (AWS EKS)`,
      specified: "~$700/month and no list of parts",
      implemented: "the same parts as on AKS",
      reason: "the review gives a total alone",
    },
  ],
  gke: [
    {
      section: `${YOU_GET} > Availability & Resilience`,
      specified: "99.99% uptime",
      implemented: "a regional cluster and a regional Cloud SQL",
      reason:
        "Google promises 99.95 % for each of the regional control plane and Cloud SQL Enterprise, together 99.90 %",
    },
    {
      section: `${COSTS}, Alternative (GCP GKE)`,
      specified: "~$550/month and no list of parts",
      implemented: "the same parts as on AKS",
      reason: "the review gives a total alone",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Deviation[]>>;

/** On EKS and GKE, in the last cycle. */
const NO_APPLICATION_INSIGHTS: Deviation = {
  section: MONITORING,
  specified: "Azure Application Insights in production",
  implemented: "Prometheus and Grafana as in the cycles before, with PagerDuty",
  reason: "it is Azure's, and the review names nothing in its place",
};

/** Wherever Prometheus is what watches. */
const NO_TRACES: Deviation = {
  section: `${YOU_GET} > Monitoring & Observability`,
  specified: "distributed tracing across 8 BCs",
  implemented: "traces are taken, and dropped by the collector",
  reason: "Prometheus keeps none, and the review names no store for them but Application Insights",
};

/** What differs by cycle, on every cluster. */
const CYCLES: Readonly<Record<Cycle, readonly Deviation[]>> = {
  "19": [
    {
      section: STRATEGY,
      specified: "blue/green with an instant switch",
      implemented: "blue and green by Argo Rollouts, switched by hand",
      reason:
        "green reads from the queues as soon as it runs, before the switch: only HTTP is switched, so its handlers must bear both versions' messages; and both take twice the pods",
    },
  ],
  "20": [],
  "21": [
    {
      section: STRATEGY,
      specified: "canary 10% -> 50% -> 100% of the traffic",
      implemented: "these shares of what customers send; among the contexts, shares of the pods",
      reason:
        "calls inside of the cluster pass no gateway: one new pod among two old ones takes a third of them, and of the messages",
    },
  ],
};

/** A cloud that has a cluster option. */
export type ClusterCloud = keyof typeof CLOUDS;

/** Everything that a cluster option has otherwise than the review, in one cycle. */
export function clusterDeviations(cloud: ClusterCloud, cycle: Cycle): readonly Deviation[] {
  return deviationsWith(deviationsOfClusters(cloud), { cycle });
}

/** The same of every cycle; each deviation names those in which it is there. */
export function deviationsOfClusters(cloud: ClusterCloud): readonly Deviation[] {
  const cycles = Object.entries(CYCLES).flatMap(([cycle, deviations]) => deviations.map(inCycles(cycle)));
  const monitoring =
    cloud === "aks"
      ? [inCycles("19", "20")(NO_TRACES)]
      : [NO_TRACES, inCycles("21")(NO_APPLICATION_INSIGHTS)];
  return [...EVERYWHERE, ...CLOUDS[cloud], ...cycles, ...monitoring];
}

function inCycles(...cycle: readonly string[]) {
  return (deviation: Deviation): Deviation => ({ ...deviation, when: { cycle } });
}
