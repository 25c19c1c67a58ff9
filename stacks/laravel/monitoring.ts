import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { LARAVEL } from "../../config/reviews/004-laravel/application";
import {
  type AlertSubject,
  APPLICATION_ALERTS,
  findAlerts,
  grafanaDashboard,
  PHP_FPM_ALERTS,
  prometheusRuleManifest,
} from "../../constructs/alerts";
import type { Manifest } from "../../constructs/core";
import type { OptionStack } from "../stack";

/** Container of the pods that runs the application. */
export const FPM_CONTAINER = "php-fpm";

/** What is watched, and from where. */
export interface Watched {
  readonly namespace: string;
  readonly maxChildren: number;
  /** Namespace that Grafana finds dashboards in; a token, so that it is created first. */
  readonly observability: string;
}

/** "Métricas e SLIs Implementados": the pool, the containers, and what the application reports of itself. */
const ALERTS = [...findAlerts(["error-rate"]), ...PHP_FPM_ALERTS, ...APPLICATION_ALERTS];

/**
 * The alerts of the review as rules, the pods as scrape targets, and a dashboard of both. The job's name is the
 * application's, which is what the rules select by.
 */
export function addMonitoring(stack: OptionStack, watched: Watched): readonly Manifest[] {
  const { namespace, maxChildren } = watched;
  const { name, runbookBaseUrl } = LARAVEL;
  const subject: AlertSubject = { service: name, namespace, container: FPM_CONTAINER, maxChildren };
  new ConfigMapV1(stack, "Dashboard", {
    metadata: {
      name: `${name}-dashboard`,
      namespace: watched.observability,
      labels: { grafana_dashboard: "1" },
    },
    data: {
      [`${name}.json`]: JSON.stringify(
        grafanaDashboard({ uid: stack.node.id, title: "Laravel", alerts: ALERTS, subject }),
      ),
    },
  });
  return [
    {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PodMonitor",
      metadata: { name, namespace },
      spec: {
        jobLabel: "app.kubernetes.io/name",
        selector: { matchLabels: { app: name } },
        podMetricsEndpoints: [{ port: "metrics", interval: "15s" }],
      },
    },
    prometheusRuleManifest({ name, namespace, alerts: ALERTS, subject, runbookBaseUrl }),
  ];
}
