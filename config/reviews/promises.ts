import type { Promised } from "../model/expected";

/** Service levels that providers promise for the way in which the built-in options run their services. */
export const PROMISES = {
  aks: {
    of: "AKS API, zones",
    percent: 99.95,
    see: "https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers",
  },
  eks: { of: "EKS API", percent: 99.95, see: "https://aws.amazon.com/eks/sla/" },
  gke: {
    of: "GKE API, regional",
    percent: 99.95,
    see: "https://cloud.google.com/kubernetes-engine/sla",
  },
  azurePostgresql: {
    of: "PostgreSQL, zone-redundant",
    percent: 99.99,
    see: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability",
  },
  azureMysql: {
    of: "MySQL, zone-redundant",
    percent: 99.99,
    see: "https://learn.microsoft.com/azure/reliability/reliability-database-mysql",
  },
  rdsMultiAz: { of: "RDS Multi-AZ", percent: 99.95, see: "https://aws.amazon.com/rds/sla/" },
  cloudSqlRegional: {
    of: "Cloud SQL Enterprise, regional",
    percent: 99.95,
    see: "https://cloud.google.com/sql/sla",
  },
  elastiCacheMultiAz: {
    of: "ElastiCache Multi-AZ",
    percent: 99.99,
    see: "https://aws.amazon.com/elasticache/sla/",
  },
  elastiCacheSingle: {
    of: "ElastiCache, one node",
    percent: 99.5,
    see: "https://aws.amazon.com/elasticache/sla/",
  },
  azureVm: {
    of: "one VM, Premium SSD",
    percent: 99.9,
    see: "https://learn.microsoft.com/azure/virtual-machines/availability",
  },
} as const satisfies Readonly<Record<string, Promised>>;
