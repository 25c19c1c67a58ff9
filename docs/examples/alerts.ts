import { findAlerts, PHP_FPM_ALERTS, prometheusRuleManifest } from "../../constructs/alerts";
import type { Manifest } from "../../constructs/core";

/** The alerts of a PHP service, as an object of the Prometheus operator. */
export function partnerAlerts(): Manifest {
  // #region example
  return prometheusRuleManifest({
    name: "partner-api",
    namespace: "monitoring",
    selectorLabels: { release: "kube-prometheus-stack" },
    alerts: [...PHP_FPM_ALERTS, ...findAlerts(["error-rate", "no-traffic"])],
    subject: { service: "frontend3-partner", maxChildren: 11 },
    runbookBaseUrl: "https://docs.example.com/constructs",
  });
  // #endregion
}
