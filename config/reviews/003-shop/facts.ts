import type { Fact } from "../../model/facts";

/** Documented numbers that claims of review 003 are computed from. */
export const REVIEW_003_FACTS: Readonly<Record<string, Fact>> = {
  // A version, comparable as a number with another of the same major and as many digits.
  openSearchPassword: {
    value: 2.12,
    what: "first OpenSearch that reads it",
    see: "https://docs.opensearch.org/latest/security/configuration/demo-configuration/",
  },
  // 100 by default, less the 3 that are kept for superusers.
  postgresConnections: {
    value: 97,
    what: "connections of ordinary users that PostgreSQL accepts by default",
    see: "https://www.postgresql.org/docs/16/runtime-config-connection.html",
  },
};
