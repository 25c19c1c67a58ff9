import { findAlerts, PHP_FPM_ALERTS, prometheusRuleManifest } from "weighbridge/constructs/alerts";
import type { Manifest } from "weighbridge/constructs/core";

/** The alerts of a PHP service, as a PrometheusRule. */
export function checkoutAlerts(): Manifest {
  // #region example
  return prometheusRuleManifest({
    name: "checkout",
    namespace: "monitoring",
    selectorLabels: { release: "kube-prometheus-stack" },
    alerts: [...PHP_FPM_ALERTS, ...findAlerts(["error-rate", "no-traffic"])],
    subject: { service: "checkout", maxChildren: 11 },
    runbookBaseUrl: "https://docs.example.com/constructs",
  });
  // #endregion
}
