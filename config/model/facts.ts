/** A number that a vendor documents. */
export interface Fact {
  readonly value: number;
  /** What it is, short enough to stand in a formula. */
  readonly what: string;
  /** Page that says so. */
  readonly see: string;
}

/** Name of a documented number. */
export type FactName =
  | "aksApi"
  | "postgresql"
  | "rabbitmq"
  | "aksControlPlaneUsdPerHour"
  | "openSearchPassword";

/** Documented numbers that claims are computed from. */
export const FACTS: Readonly<Record<FactName, Fact>> = {
  aksApi: {
    value: 0.9995,
    what: "AKS API with zones",
    see: "https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers",
  },
  postgresql: {
    value: 0.9999,
    what: "zone-redundant PostgreSQL",
    see: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability",
  },
  // The review's own promise: what it buys could not be confirmed.
  rabbitmq: {
    value: 0.9999,
    what: "managed RabbitMQ as the review has it",
    see: "002_3f566cf14e5265d2.txt, Decision 2",
  },
  aksControlPlaneUsdPerHour: {
    value: 0.1,
    what: "AKS Standard tier per hour",
    see: "https://azure.microsoft.com/pricing/details/kubernetes-service/",
  },
  // A version, comparable as a number with another of the same major and as many digits.
  openSearchPassword: {
    value: 2.12,
    what: "first OpenSearch that reads it",
    see: "https://docs.opensearch.org/latest/security/configuration/demo-configuration/",
  },
};

/** Memory of ElastiCache node types in GiB. @see https://aws.amazon.com/elasticache/pricing/ */
export const CACHE_MEMORY_GIB: Readonly<Record<string, number>> = {
  "cache.t4g.micro": 0.5,
  "cache.t4g.small": 1.37,
  "cache.t4g.medium": 3.09,
};
