import type { Acknowledgement } from "../../model/acknowledgement";

/** Findings of rules that the options of review 001 (001_57ea113d5c58119c.txt) have, and why. */
export const PARTNER_ACKNOWLEDGED: readonly Acknowledgement[] = [
  {
    rule: "WB063",
    resource: "PrometheusRule/*",
    reason:
      'the review asks for the alerts ("Redis unreachable | 30s", "FPM listen queue > 10"), and for no exporter: ' +
      "the cluster's Prometheus must scrape one before they can fire",
  },
  {
    rule: "WB067",
    resource: "HTTPRoute/*",
    reason:
      'the review asks for a "Canary deploy (5% traffic)": a release points the second Service at the new version, and ' +
      "between releases both select the stable pods (ADR 6)",
  },
];
