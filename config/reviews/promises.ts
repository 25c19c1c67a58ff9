import type { Promised } from "../model/expected";

/** Day on which pages without a date, or documents that quote them, were read. */
const READ = "2026-12-01";

/**
 * Service levels that providers promise for the way in which the built-in options run their services. Machines and load
 * balancers are not among them: across zones each is promised 99.99 %, which would take 0.02 off every product alike.
 */
export const PROMISES = {
  aks: {
    of: "AKS API, zones",
    percent: 99.95,
    see: "https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers",
    asOf: READ,
  },
  eks: { of: "EKS API", percent: 99.95, see: "https://aws.amazon.com/eks/sla/", asOf: "2022-05-04" },
  gke: {
    of: "GKE API, regional",
    percent: 99.95,
    see: "https://cloud.google.com/kubernetes-engine/sla",
    asOf: "2023-11-16",
  },
  azurePostgresql: {
    of: "PostgreSQL, zone-redundant",
    percent: 99.99,
    see: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability",
    asOf: READ,
  },
  azureMysql: {
    of: "MySQL, zone-redundant",
    percent: 99.99,
    see: "https://learn.microsoft.com/azure/reliability/reliability-database-mysql",
  },
  rdsMultiAz: {
    of: "RDS Multi-AZ",
    percent: 99.95,
    see: "https://aws.amazon.com/rds/sla/",
    asOf: "2024-01-22",
  },
  cloudSqlRegional: {
    of: "Cloud SQL Enterprise, regional",
    percent: 99.95,
    see: "https://cloud.google.com/sql/sla",
    asOf: READ,
  },
  memorystoreStandard: {
    of: "Memorystore for Redis, standard tier",
    percent: 99.9,
    see: "https://cloud.google.com/memorystore/sla",
    asOf: READ,
  },
  elastiCacheMultiAz: {
    of: "ElastiCache Multi-AZ",
    percent: 99.99,
    see: "https://aws.amazon.com/elasticache/sla/",
    asOf: READ,
  },
  elastiCacheSingle: {
    of: "ElastiCache, one node",
    percent: 99.5,
    see: "https://aws.amazon.com/elasticache/sla/",
    asOf: READ,
  },
  azureVm: {
    of: "one VM, Premium SSD",
    percent: 99.9,
    see: "https://learn.microsoft.com/azure/virtual-machines/availability",
    asOf: READ,
  },
} as const satisfies Readonly<Record<string, Promised>>;
