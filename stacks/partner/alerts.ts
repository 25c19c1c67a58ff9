import { PARTNER } from "../../config/reviews/001-partner-api/application";
import {
  type Alert,
  type AlertSubject,
  findAlerts,
  grafanaDashboard,
  prometheusRuleManifest,
} from "../../constructs/alerts";
import type { Manifest } from "../../constructs/core";

/** What an option alerts on. */
export interface PartnerAlerts {
  /** Id of the option, which names the rules and the dashboard. */
  readonly id: string;
  readonly title: string;
  /** Namespace of the pods; the rules and the dashboard lie there too. */
  readonly namespace: string;
  readonly alerts: readonly Alert[];
  readonly subject: AlertSubject;
}

/**
 * The review's alerts as a `PrometheusRule`, and the dashboard that shows them as a ConfigMap that Grafana's sidecar
 * picks up.
 * @see 001_57ea113d5c58119c.txt, sections 2.1 and 2.2 "Monitoring Stack"
 */
export function alertManifests({ id, title, namespace, alerts, subject }: PartnerAlerts): Manifest[] {
  const { ruleLabels, dashboardLabels, runbookBaseUrl } = PARTNER.monitoring;
  const dashboard = grafanaDashboard({ uid: id, title, alerts, subject });
  return [
    prometheusRuleManifest({
      name: id,
      namespace,
      alerts,
      subject,
      runbookBaseUrl,
      selectorLabels: ruleLabels,
      labels: { team: PARTNER.monitoring.team },
    }),
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: `${id}-dashboard`, namespace, labels: dashboardLabels },
      data: { [`${id}.json`]: JSON.stringify(dashboard) },
    },
  ];
}

/** Where a Kafka migration is, as far as alerts go. */
export type KafkaTransition = "create" | "dualWrite" | "migrate" | "cleanup";

/**
 * What is watched while topics are consolidated: lag, errors and copies of the new topics; once consumers move, lag
 * that grows on the old ones; and writes to them only after the dual write has ended, which until then is wanted.
 * @see 001_57ea113d5c58119c.txt, section 6 "Kafka Health Monitoring During Transition"
 */
export function kafkaAlerts(transition: KafkaTransition): readonly Alert[] {
  const ids = ["kafka-lag", "kafka-producer-errors", "kafka-under-replicated"];
  if (transition === "migrate" || transition === "cleanup") ids.push("kafka-retired-lag");
  if (transition === "cleanup") ids.push("kafka-retired-writes");
  return findAlerts(ids);
}
