import type { Deviation } from "../../../../model/deviation";

const DECISION = "Decision 1: Production Infrastructure - Kubernetes or VM?";
const SECURITY = "What You Get With This Infrastructure > Security & Compliance";

/** What both forms of the composition have otherwise than review 002, and why. */
const EVERYWHERE: readonly Deviation[] = [
  {
    section: "1. RabbitMQ Message Loss Risk",
    review: "a volume for the container and nothing else",
    built: "a volume, and a host name that stays",
    why: "the data folder carries the node's name: under another one the volume is there and looks empty",
  },
  {
    section: SECURITY,
    review: "network isolation per bounded context",
    built: "three networks: the front door, the contexts with their stores, and those who watch",
    why: "Docker lets everything on a network reach everything else on it, and knows no policy",
  },
  {
    section: SECURITY,
    review: "TLS by Let's Encrypt, and no word of what ends it",
    built: "Caddy on port 443, the only one that is open; Grafana by a tunnel to the host",
    why: "something must hold the certificate, and Prometheus knows no password",
  },
  {
    section: "3. No Monitoring/Alerting",
    review: "Prometheus, Grafana and Slack alerts",
    built: "all three, with metrics that the contexts send by OTLP; no traces",
    why: "the review's traces come with Application Insights in cycle 21",
  },
  {
    section: DECISION,
    review: "no size of any container",
    built: "assumed limits of CPU and memory for each",
    why: "without limits one container starves the others, and nothing could be weighed",
  },
];

/** What each place has otherwise than review 002 (002_3f566cf14e5265d2.txt), and why. */
export const COMPOSE_DEVIATIONS: Readonly<Record<"compose" | "vm", readonly Deviation[]>> = {
  compose: [
    ...EVERYWHERE,
    {
      section: "6. No Secrets Management",
      review: "postgres/postgres in docker-compose.yml, then Azure Key Vault",
      built: "a file of the host for each secret, which containers mount and Terraform never reads",
      why: "outside of a Swarm Docker has no secrets, and whoever may inspect a container reads its environment",
    },
    {
      section: DECISION,
      review: "Docker Compose, which heals nothing",
      built: "Docker restarts what ends; what runs and does not answer stays as it is",
      why: "outside of a Swarm Docker only shows that a container is unhealthy",
    },
    {
      section: "What You Get With This Infrastructure > Disaster Recovery",
      review: "PostgreSQL daily, 30-day retention",
      built: "no backup",
      why: "Docker keeps no calendar, and the host and its disks are not this option's",
    },
  ],
  vm: [
    ...EVERYWHERE,
    {
      section: DECISION,
      review: "a large VM for ~$200, and no word of its size",
      built: "Standard_D4s_v5, 4 cores and 16 GiB, in one zone",
      why: "its memory holds all limits and its cores hold all requests; all limits at once would need 10 cores",
    },
    {
      section: "What You Get With This Infrastructure > Availability & Resilience",
      review: "99.99% uptime",
      built: "one machine, whose data disk outlives its zone",
      why: "Azure promises 99.9 % for one machine with premium disks, which is 8.8 hours a year",
    },
  ],
};
