import type { Deviation } from "../../../../model/deviation";

const DECISION = "Decision 1: Production Infrastructure - Kubernetes or VM?";
const SECURITY = "What You Get With This Infrastructure > Security & Compliance";

/** What both forms of the composition have otherwise than review 002, and why. */
const EVERYWHERE: readonly Deviation[] = [
  {
    section: "1. RabbitMQ Message Loss Risk",
    specified: "a volume for the container and nothing else",
    implemented: "a volume, and a host name that stays",
    reason: "the data folder carries the node's name: under another one the volume is there and looks empty",
  },
  {
    section: SECURITY,
    specified: "network isolation per bounded context",
    implemented: "three networks: the front door, the contexts with their stores, and those who watch",
    reason: "Docker lets everything on a network reach everything else on it, and knows no policy",
  },
  {
    section: SECURITY,
    specified: "TLS by Let's Encrypt, and no word of what ends it",
    implemented: "Caddy on port 443, the only one that is open; Grafana by a tunnel to the host",
    reason: "something must hold the certificate, and Prometheus knows no password",
  },
  {
    section: "3. No Monitoring/Alerting",
    specified: "Prometheus, Grafana and Slack alerts",
    implemented: "all three, with metrics that the contexts send by OTLP; no traces",
    reason: "the review's traces come with Application Insights in cycle 21",
  },
  {
    section: DECISION,
    specified: "no size of any container",
    implemented: "assumed limits of CPU and memory for each",
    reason: "without limits one container starves the others, and there is no footprint",
  },
];

/** What each place has otherwise than review 002 (002_3f566cf14e5265d2.txt), and why. */
export const COMPOSE_DEVIATIONS: Readonly<Record<"compose" | "vm", readonly Deviation[]>> = {
  compose: [
    ...EVERYWHERE,
    {
      section: "6. No Secrets Management",
      specified: "postgres/postgres in docker-compose.yml, then Azure Key Vault",
      implemented: "a file of the host for each secret, which containers mount and Terraform never reads",
      reason:
        "outside of a Swarm Docker has no secrets, and whoever may inspect a container reads its environment",
    },
    {
      section: DECISION,
      specified: "Docker Compose, which heals nothing",
      implemented: "Docker restarts what ends; what runs and does not answer stays as it is",
      reason: "outside of a Swarm Docker only shows that a container is unhealthy",
    },
    {
      section: "What You Get With This Infrastructure > Disaster Recovery",
      specified: "PostgreSQL daily, 30-day retention",
      implemented: "no backup",
      reason: "Docker keeps no calendar, and the host and its disks are not this option's",
    },
  ],
  vm: [
    ...EVERYWHERE,
    {
      section: DECISION,
      specified: "a large VM for ~$200, and no word of its size",
      implemented: "Standard_D4s_v5, 4 cores and 16 GiB, in one zone",
      reason:
        "its memory holds all limits and its cores hold all requests; all limits at once would need 10 cores",
    },
    {
      section: "What You Get With This Infrastructure > Availability & Resilience",
      specified: "99.99% uptime",
      implemented: "one machine, whose data disk outlives its zone",
      reason: "Azure promises 99.9 % for one machine with premium disks, which is 8.8 hours a year",
    },
  ],
};
