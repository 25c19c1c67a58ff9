import type { MonitorConfig } from "@cdktf/provider-datadog/lib/monitor";
import { isToken } from "../../core/errors";
import { type Alert, pages } from "../alert";
import { AlertError } from "../alert-error";
import { describeTiers, runbookUrl } from "../describe";
import { duration } from "../promql";
import { SIGNALS } from "../signals";
import type { AlertSubject } from "../subject";
import { type DatadogQuery, datadogQuery } from "./query";

/** Recipients of a monitor: handles of one team, with their `@`. */
export interface DatadogRoute {
  /** Handle that `critical` pages. */
  readonly page: string;
  /** Handle that receives `warning`. */
  readonly read: string;
}

/** Options of `datadogMonitor`. */
export interface DatadogMonitorOptions {
  readonly subject: AlertSubject;
  readonly route: DatadogRoute;
  /** Address that runbook links are relative to. */
  readonly runbookBaseUrl: string;
  /**
   * Minutes after which an unresolved page is repeated.
   * @default 30
   */
  readonly renotifyMinutes?: number;
  /**
   * Tags in addition to `alert`, `severity`, `service` and `env`.
   * @default - none
   */
  readonly tags?: readonly string[];
  /**
   * Whether Datadog validates the query when Terraform plans, which needs API keys.
   * @default true
   */
  readonly validate?: boolean;
}

/**
 * One monitor for an alert, with both of its severities.
 * @throws AlertError when Datadog has no such signal, the subject lacks a fact of the query, or `renotifyMinutes` is
 * below 1
 */
export function datadogMonitor(alert: Alert, options: DatadogMonitorOptions): MonitorConfig {
  const { subject, renotifyMinutes = 30, tags = [], validate = true } = options;
  const query = datadogQuery(alert, subject);
  const paging = pages(alert);
  requireRenotify(alert, renotifyMinutes);
  return {
    name: `[${subject.service}] ${alert.title}`,
    type: query.type,
    query: query.query,
    monitorThresholds: query.thresholds,
    message: message(alert, query, options),
    priority: paging ? "1" : "3",
    includeTags: true,
    ...missingData(alert, query),
    // Sparse counts never have a full window.
    ...(query.type === "query alert" && { requireFullWindow: false }),
    ...(paging && { renotifyInterval: renotifyMinutes, renotifyStatuses: ["alert", "no data"] }),
    tags: [
      `alert:${alert.id}`,
      `severity:${paging ? "critical" : "warning"}`,
      `service:${subject.service}`,
      ...(subject.environment === undefined ? [] : [`env:${subject.environment}`]),
      ...tags,
    ],
    validate,
  };
}

/** Datadog reads 0 as never: a page that is missed once would not be repeated. */
function requireRenotify(alert: Alert, got: number): void {
  if (isToken(got) || (Number.isInteger(got) && got >= 1)) return;
  const must = "be a whole number of at least 1";
  throw new AlertError(alert.id, {
    code: "OutOfRange",
    prop: "renotifyMinutes",
    must,
    got,
    fix: "give whole minutes",
  });
}

/** No data is a fault for some signals; for the others it means that no errors were counted. */
function missingData(alert: Alert, { type }: DatadogQuery): Partial<MonitorConfig> {
  const silenceAlerts = SIGNALS[alert.condition.signal].silenceAlerts ?? false;
  if (type === "query alert") return { onMissingData: silenceAlerts ? "show_and_notify_no_data" : "default" };
  // Service checks and objectives support only the older switch.
  return silenceAlerts ? { notifyNoData: true, noDataTimeframe: 2 } : {};
}

function message(
  alert: Alert,
  query: DatadogQuery,
  { subject, route, runbookBaseUrl }: DatadogMonitorOptions,
) {
  const text = [
    `${alert.title} on ${subject.service}: ${describeTiers(alert)}.`,
    ...windowNote(alert, query),
    `First: ${alert.action}`,
    `Runbook: ${runbookUrl(alert, runbookBaseUrl)}`,
  ];
  return `${text.join("\n")}\n\n${handles(alert, query, route)}`;
}

function windowNote(alert: Alert, { windowSeconds }: DatadogQuery): string[] {
  if (windowSeconds === alert.windowSeconds) return [];
  return [
    `Datadog evaluates ${duration(windowSeconds)}, its shortest window, not ${duration(alert.windowSeconds)}.`,
  ];
}

/**
 * Recipients by state. The recovery goes to the same handles: without it PagerDuty keeps the incident open.
 * @see https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
function handles(alert: Alert, { type }: DatadogQuery, route: DatadogRoute): string {
  const { warning, critical } = alert.condition.thresholds;
  const main = critical === undefined ? route.read : route.page;
  const warns = (critical !== undefined && warning !== undefined) || type === "service check";
  const recipients = warns ? [main, route.read] : [main];
  return [
    when("is_alert", [main]),
    ...(warns ? [when("is_warning", [route.read])] : []),
    ...(SIGNALS[alert.condition.signal].silenceAlerts ? [when("is_no_data", [main])] : []),
    when("is_recovery", recipients),
  ].join("\n");
}

/** A handle needs a space on either side. */
function when(state: string, handles: readonly string[]): string {
  return `{{#${state}}} ${handles.join(" ")} {{/${state}}}`;
}
