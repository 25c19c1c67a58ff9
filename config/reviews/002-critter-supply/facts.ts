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
};
