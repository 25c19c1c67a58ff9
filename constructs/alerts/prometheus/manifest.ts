import type { Manifest } from "../../core/manifests";
import { type PrometheusRulesOptions, prometheusRules } from "./rules";

/** Options of `prometheusRuleManifest`. */
export interface PrometheusRuleManifestOptions extends PrometheusRulesOptions {
  readonly namespace: string;
  /**
   * Labels that Prometheus selects its rules by, for example `{ release: "kube-prometheus-stack" }`.
   * @default - none
   */
  readonly selectorLabels?: Readonly<Record<string, string>>;
}

/**
 * The rules as a `PrometheusRule` of the Prometheus operator, for `Manifests`.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function prometheusRuleManifest(options: PrometheusRuleManifestOptions): Manifest {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: options.name, namespace: options.namespace, labels: options.selectorLabels ?? {} },
    spec: prometheusRules(options),
  };
}
