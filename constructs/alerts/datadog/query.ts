import type { MonitorMonitorThresholds } from "@cdktf/provider-datadog/lib/monitor";
import { type Alert, tiersOf } from "../alert";
import { AlertError } from "../alert-error";
import { duration } from "../promql";
import { type DatadogMetric, isUnseen } from "../signal";
import { SIGNALS } from "../signals";
import { type AlertSubject, type Read, readerFor } from "../subject";

/** A query that Datadog evaluates. */
export interface DatadogQuery {
  /** Type of the monitor. */
  readonly type: "query alert" | "service check" | "slo alert";
  readonly query: string;
  readonly thresholds: MonitorMonitorThresholds;
  /** The window that Datadog evaluates, in seconds. */
  readonly windowSeconds: number;
}

/** The graph of an alert on a dashboard. */
export interface DatadogGraph {
  readonly expression: string;
  /** Thresholds in the metric's own unit. */
  readonly thresholds: readonly { readonly severity: "warning" | "critical"; readonly value: number }[];
}

/** Shortest window of a metric monitor, in seconds. */
const SHORTEST_WINDOW_SECONDS = 60;
/** Interval of a service check, in seconds. */
const CHECK_INTERVAL_SECONDS = 15;

/**
 * An alert as a Datadog query. Datadog requires a critical threshold: a warning-only alert has its threshold there,
 * and its message goes to the recipient of warnings.
 * @throws AlertError when Datadog has no such signal, or the subject lacks a fact of the query
 */
export function datadogQuery(alert: Alert, subject: AlertSubject): DatadogQuery {
  const source = seenSource(alert);
  const read = readerFor(alert.id, subject);
  switch (source.kind) {
    case "check":
      return checkQuery(source.check, alert, read);
    case "burn":
      return burnQuery(alert, read);
    case "metric":
      return metricQuery(source, alert, read);
  }
}

/** The graph of an alert's signal, or undefined where Datadog has another widget for it (checks, objectives). */
export function datadogGraph(alert: Alert, subject: AlertSubject): DatadogGraph | undefined {
  const source = seenSource(alert);
  if (source.kind !== "metric") return undefined;
  const thresholds = tiersOf(alert).map(({ severity, threshold }) => ({
    severity,
    value: threshold * (source.scale ?? 1),
  }));
  return { expression: source.expression(readerFor(alert.id, subject)), thresholds };
}

function seenSource(alert: Alert) {
  const { signal } = alert.condition;
  const source = SIGNALS[signal].datadog;
  if (!isUnseen(source)) return source;
  const must = "be one that Datadog can see";
  throw new AlertError(alert.id, { code: "Conflict", prop: "signal", must, got: signal, fix: source.unseen });
}

function metricQuery(source: DatadogMetric, alert: Alert, read: Read): DatadogQuery {
  const { comparison, signal } = alert.condition;
  const windowSeconds = Math.max(alert.windowSeconds, SHORTEST_WINDOW_SECONDS);
  // The minimum of all points exceeds an upper threshold only when all of them do.
  const hardest = comparison === ">" ? "min" : "max";
  const aggregator = SIGNALS[signal].evaluation === "across" ? (source.across ?? "avg") : hardest;
  const { compared, thresholds } = split(alert, source.scale ?? 1);
  const window = `last_${duration(windowSeconds)}`;
  const query = `${aggregator}(${window}):${source.expression(read)} ${comparison} ${compared}`;
  return { type: "query alert", query, thresholds, windowSeconds };
}

function checkQuery(check: string, { windowSeconds }: Alert, read: Read): DatadogQuery {
  const failures = Math.ceil(windowSeconds / CHECK_INTERVAL_SECONDS);
  const over = `"env:${read("environment")}","service:${read("service")}"`;
  return {
    type: "service check",
    query: `"${check}".over(${over}).by("*").last(${failures + 1}).count_by_status()`,
    thresholds: { critical: String(failures), warning: "1", ok: "1" },
    windowSeconds: failures * CHECK_INTERVAL_SECONDS,
  };
}

function burnQuery(alert: Alert, read: Read): DatadogQuery {
  const { windowSeconds } = alert;
  const { compared, thresholds } = split(alert, 1);
  const windows = `long_window("${duration(windowSeconds)}").short_window("${duration(windowSeconds / 12)}")`;
  const query = `burn_rate("${read("objectiveId")}").over("30d").${windows} > ${compared}`;
  return { type: "slo alert", query, thresholds, windowSeconds };
}

function split(alert: Alert, scale: number): { compared: string; thresholds: MonitorMonitorThresholds } {
  const { warning, critical } = alert.condition.thresholds;
  const show = (value: number) => String(Number((value * scale).toPrecision(12)));
  const compared = show(critical ?? warning ?? Number.NaN);
  const both = warning !== undefined && critical !== undefined;
  return { compared, thresholds: { critical: compared, ...(both && { warning: show(warning) }) } };
}
