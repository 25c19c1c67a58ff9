import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import {
  CRITTER_CHARTS,
  CRITTER_RABBITMQ,
  type Cycle,
} from "../../config/reviews/002-critter-supply/application";
import type { Chart } from "../../config/reviews/004-laravel/application";
import {
  type AlertSubject,
  alertmanagerConfig,
  findAlerts,
  grafanaDashboard,
  prometheusRuleManifest,
} from "../../constructs/alerts";
import type { Manifest } from "../../constructs/core";
import type { OptionStack } from "../stack";
import { pagesBy } from "./cloud";
import { RECEIVERS, SECRETS } from "./secrets";
import { METRICS } from "./telemetry";

/** What the review alerts on and the contexts report; the queues' alarms are CloudAMQP's own. */
export const SAGA_ALERTS = findAlerts(["saga-timeout", "order-slow", "order-very-slow", "order-errors"]);

const { monitoring } = CRITTER_RABBITMQ;

/** Where the Prometheus operator mounts a secret of the Alertmanager. */
const RECEIVERS_FOLDER = `/etc/alertmanager/secrets/${SECRETS.alertmanager}`;

/**
 * The contexts' metrics as a scrape target, the alerts as rules, and a dashboard of both.
 * @param observability namespace that Grafana finds dashboards in; a token, so that it is created first
 * @see 002_3f566cf14e5265d2.txt, "3. No Monitoring/Alerting"
 */
export function addMonitoring(
  stack: OptionStack,
  { namespace, observability, collector }: Record<"namespace" | "observability" | "collector", string>,
): readonly Manifest[] {
  const subject: AlertSubject = { service: "orders", applicationMetricPrefix: "critter", namespace };
  const name = stack.node.id;
  new ConfigMapV1(stack, "Dashboard", {
    metadata: { name: `${name}-dashboard`, namespace: observability, labels: { grafana_dashboard: "1" } },
    data: {
      [`${name}.json`]: JSON.stringify(
        grafanaDashboard({ uid: name, title: "Critter Supply", alerts: SAGA_ALERTS, subject }),
      ),
    },
  });
  return [
    {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PodMonitor",
      metadata: { name: collector, namespace },
      spec: {
        selector: { matchLabels: { app: collector } },
        // The job is the context that reports, not the collector that hands on.
        podMetricsEndpoints: [{ port: METRICS.name, interval: "15s", honorLabels: true }],
      },
    },
    prometheusRuleManifest({
      name,
      namespace,
      alerts: SAGA_ALERTS,
      subject,
      runbookBaseUrl: monitoring.runbookBaseUrl,
      selectorLabels: monitoring.ruleLabels,
      labels: { team: monitoring.team },
    }),
  ];
}

/** Prometheus with the review's "30-day retention", and an Alertmanager that posts to Slack, then pages. */
export function prometheusChart(cycle: Cycle): Chart {
  const { values, ...chart } = CRITTER_CHARTS.prometheus;
  const config = alertmanagerConfig({
    slackUrlFile: `${RECEIVERS_FOLDER}/${RECEIVERS.slack}`,
    slackChannel: "#critter-alerts",
    // No alert of this review keeps to hours.
    businessHours: { timezone: "Etc/UTC" },
    ...(pagesBy(cycle) === "pagerduty" && { pagerDutyKeyFile: `${RECEIVERS_FOLDER}/${RECEIVERS.pagerDuty}` }),
  });
  const storage = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "20Gi" } } };
  return {
    ...chart,
    values: {
      ...values,
      prometheus: {
        prometheusSpec: {
          ...values.prometheus.prometheusSpec,
          retention: "30d",
          storageSpec: { volumeClaimTemplate: { spec: storage } },
        },
      },
      alertmanager: { config, alertmanagerSpec: { secrets: [SECRETS.alertmanager] } },
    },
  };
}
