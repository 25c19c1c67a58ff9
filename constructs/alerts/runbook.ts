import type { Alert } from "./alert";
import { describeTiers } from "./describe";
import { isUnseen } from "./signal";
import { SIGNALS } from "./signals";

/** A place in a document that asks for an alert. */
export interface AlertSource {
  readonly file: string;
  readonly section: string;
  /** The document's own words. */
  readonly words: string;
}

/**
 * The runbook entries that alerts link to, as Markdown: one per heading, in the order given.
 * @param sources documents that ask for the alerts, by the id of the alert
 */
export function runbookMarkdown(
  alerts: readonly Alert[],
  sources: Readonly<Record<string, readonly AlertSource[]>> = {},
): string {
  return alerts.map((alert) => entry(alert, sources[alert.id] ?? [])).join("\n");
}

function entry(alert: Alert, sources: readonly AlertSource[]): string {
  const { title, prometheus, datadog } = SIGNALS[alert.condition.signal];
  const hidden = [
    ...(isUnseen(prometheus) ? [`Not in Prometheus: ${prometheus.unseen}.`] : []),
    ...(isUnseen(datadog) ? [`Not in Datadog: ${datadog.unseen}.`] : []),
  ];
  const when = alert.active === "business-hours" ? ", in business hours" : "";
  const quotes = sources.map(
    ({ file, section, words }) => `- ${file}, ${section}: "${words.replaceAll("|", "\\|")}"`,
  );
  return [
    `### ${alert.id}`,
    "",
    `${alert.title}: ${describeTiers(alert)}${when}. Signal \`${alert.condition.signal}\`, the ${title}.`,
    "",
    `First: ${alert.action}`,
    "",
    ...quotes,
    ...(alert.reason === undefined ? [] : [`- Reason: ${alert.reason}`]),
    ...hidden.map((reason) => `- ${reason}`),
    "",
  ].join("\n");
}
