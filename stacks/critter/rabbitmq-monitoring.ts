import { CRITTER_RABBITMQ } from "../../config/reviews/002-critter-supply/application";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import { findAlerts, prometheusRuleManifest } from "../../constructs/alerts";
import { type Labels, Manifests } from "../../constructs/core";
import type { OptionStack } from "../stack";

/** The pods of a broker, as Prometheus finds them. */
export interface ScrapedBroker {
  readonly namespace: string;
  readonly podLabels: Labels;
  /** Name of the container port with the metrics. */
  readonly port: string;
}

/**
 * What the review wants watched of the queues: dead letters, and a backlog. Both need the metrics of single queues,
 * which RabbitMQ gives on a path of their own.
 * @see 002_3f566cf14e5265d2.txt, "3. No Monitoring/Alerting"
 * @see https://www.rabbitmq.com/docs/prometheus#detailed-endpoint
 */
export function addQueueMonitoring(
  stack: OptionStack,
  id: string,
  { namespace, podLabels, port }: ScrapedBroker,
): void {
  const { ruleLabels, runbookBaseUrl, team } = CRITTER_RABBITMQ.monitoring;
  const deadLetterExchanges = CRITTER_TOPOLOGY.queues.map(({ deadLetterExchange }) => deadLetterExchange);
  const deadLetterQueues = (CRITTER_TOPOLOGY.bindings ?? [])
    .filter(({ exchange }) => deadLetterExchanges.includes(exchange))
    .map(({ queue }) => queue);
  const queues = CRITTER_TOPOLOGY.queues.map(({ name }) => name);
  new Manifests(stack, "Monitoring", {
    releaseName: `${id}-monitoring`,
    namespace,
    manifests: [
      {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PodMonitor",
        metadata: { name: CRITTER_RABBITMQ.name, namespace, labels: ruleLabels },
        spec: {
          selector: { matchLabels: podLabels },
          podMetricsEndpoints: [
            { port, interval: "15s" },
            {
              port,
              interval: "15s",
              path: "/metrics/detailed",
              params: { family: ["queue_coarse_metrics"], vhost: [CRITTER_TOPOLOGY.vhost] },
            },
          ],
        },
      },
      prometheusRuleManifest({
        name: id,
        namespace,
        alerts: findAlerts(["dead-letters", "queue-backlog"]),
        subject: {
          service: CRITTER_RABBITMQ.name,
          namespace: id,
          deadLetterQueues,
          workQueues: queues.filter((queue) => !deadLetterQueues.includes(queue)),
        },
        runbookBaseUrl,
        selectorLabels: ruleLabels,
        labels: { team },
      }),
    ],
  });
}
