import type { Alert } from "./alert";
import { describeTiers } from "./describe";
import { isUnseen } from "./signal";
import { SIGNALS } from "./signals";

/** The entries that alerts link to, as Markdown: one a heading, in the order given. */
export function runbookMarkdown(alerts: readonly Alert[]): string {
  return alerts.map(entry).join("\n");
}

function entry(alert: Alert): string {
  const { title, prometheus, datadog } = SIGNALS[alert.condition.signal];
  const hidden = [
    ...(isUnseen(prometheus) ? [`Not in Prometheus: ${prometheus.unseen}.`] : []),
    ...(isUnseen(datadog) ? [`Not in Datadog: ${datadog.unseen}.`] : []),
  ];
  const when = alert.active === "business-hours" ? ", in business hours" : "";
  const sources = alert.sources.map(
    ({ file, section, words }) => `- ${file}, ${section}: "${words.replaceAll("|", "\\|")}"`,
  );
  return [
    `### ${alert.id}`,
    "",
    `${alert.title}: ${describeTiers(alert)}${when}. Signal \`${alert.condition.signal}\`, the ${title}.`,
    "",
    `First: ${alert.action}`,
    "",
    ...sources,
    ...(alert.chosen === undefined ? [] : [`- Chosen: ${alert.chosen}`]),
    ...hidden.map((reason) => `- ${reason}`),
    "",
  ].join("\n");
}
