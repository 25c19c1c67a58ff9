import { CRITTER_RABBITMQ } from "../../../config/reviews/002-critter-supply/application";
import type { WrittenFiles } from "../../../config/reviews/002-critter-supply/application/compose/project";
import { CRITTER_TOPOLOGY } from "../../../config/reviews/002-critter-supply/application/topology";
import {
  type AlertSubject,
  alertmanagerConfig,
  grafanaDashboard,
  MESSAGING_ALERTS,
  prometheusRulesYaml,
} from "../../../constructs/alerts";
import { rabbitMqDefinitions } from "../../../constructs/rabbitmq-durable";

/** Whom alerts reach in cycles 19 and 20. */
const SLACK_CHANNEL = "#critter-alerts";

/**
 * Files that follow from the alert catalogue and from the queues, for wherever the containers run.
 * @see 002_3f566cf14e5265d2.txt, "3. No Monitoring/Alerting" and "3. Set Up Communication Channels"
 */
export function writtenFiles(): WrittenFiles {
  const { runbookBaseUrl, team } = CRITTER_RABBITMQ.monitoring;
  const queues = CRITTER_TOPOLOGY.queues.map(({ name }) => name);
  const takesDeadLetters = new Set(
    CRITTER_TOPOLOGY.queues.map(({ deadLetterExchange }) => deadLetterExchange),
  );
  const deadLetterQueues = (CRITTER_TOPOLOGY.bindings ?? [])
    .filter(({ exchange }) => takesDeadLetters.has(exchange))
    .map(({ queue }) => queue);
  const subject: AlertSubject = {
    // Sagas run in this context, which counts their ends.
    service: "orders",
    applicationMetricPrefix: "critter",
    deadLetterQueues,
    workQueues: queues.filter((queue) => !deadLetterQueues.includes(queue)),
  };
  const alerts = MESSAGING_ALERTS;
  const dashboard = grafanaDashboard({ uid: "critter-supply", title: "Critter Supply", alerts, subject });
  return {
    "rules.yml": prometheusRulesYaml({
      name: "critter-supply",
      alerts,
      subject,
      runbookBaseUrl,
      labels: { team },
    }),
    "alertmanager.yml": `${JSON.stringify(
      alertmanagerConfig({
        slackUrlFile: "/run/secrets/slack-webhook-url",
        slackChannel: SLACK_CHANNEL,
        // None of these alerts sleeps at night: Slack takes them at any hour.
        businessHours: { timezone: "Etc/UTC" },
      }),
      undefined,
      2,
    )}\n`,
    "dashboard.json": `${JSON.stringify(dashboard)}\n`,
    "rabbitmq-topology.json": `${JSON.stringify(rabbitMqDefinitions(CRITTER_TOPOLOGY), undefined, 2)}\n`,
  };
}
