/** Who sells what has a list price; `kubernetes` is a share of a cluster that somebody else owns. */
export const PROVIDERS = [
  "aws",
  "azure",
  "google",
  "cloudamqp",
  "datadog",
  "pagerduty",
  "kubernetes",
] as const;
