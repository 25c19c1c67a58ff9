import type { MonitorConfig } from "@cdktf/provider-datadog/lib/monitor";
import { isToken } from "../../core/errors";
import { type Alert, pages } from "../alert";
import { AlertError } from "../alert-error";
import { describeTiers, runbookUrl } from "../describe";
import { duration } from "../promql";
import { SIGNALS } from "../signals";
import type { AlertSubject } from "../subject";
import { type DatadogQuery, datadogQuery } from "./query";

/** Whom a monitor tells: handles of one team, with their `@`. */
export interface DatadogRoute {
  /** Is paged for `critical`. */
  readonly page: string;
  /** Reads `warning`. */
  readonly read: string;
}

/** What a monitor is made from. */
export interface DatadogMonitorOptions {
  readonly subject: AlertSubject;
  readonly route: DatadogRoute;
  /** Address that runbook links are relative to. */
  readonly runbookBaseUrl: string;
  /**
   * Minutes after which a page that nobody resolved is repeated.
   * @default 30
   */
  readonly renotifyMinutes?: number;
  /**
   * Tags beside `alert`, `severity`, `service` and `env`.
   * @default - none
   */
  readonly tags?: readonly string[];
  /**
   * Whether Datadog checks the query while Terraform plans, which needs keys.
   * @default true
   */
  readonly validate?: boolean;
}

/**
 * One monitor for an alert, both of its tiers in it.
 * @throws AlertError where Datadog cannot see the signal, the subject lacks what the query needs, or a page would be
 * repeated without a pause
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
    // Sparse counts never fill a window.
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

/** Datadog takes 0 for never: a page that is missed once would be missed for good. */
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

/** Silence is a fault, or else it is health: no errors were counted. */
function missingData(alert: Alert, { type }: DatadogQuery): Partial<MonitorConfig> {
  const silenceAlerts = SIGNALS[alert.condition.signal].silenceAlerts ?? false;
  if (type === "query alert") return { onMissingData: silenceAlerts ? "show_and_notify_no_data" : "default" };
  // Checks and objectives know the older switch only.
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
    `Datadog looks at ${duration(windowSeconds)}, its shortest window, not ${duration(alert.windowSeconds)}.`,
  ];
}

/**
 * Who is told, by state. Each state's recovery is sent to the same handle: without it PagerDuty keeps the incident open.
 * @see https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
function handles(alert: Alert, { type }: DatadogQuery, route: DatadogRoute): string {
  const { warning, critical } = alert.condition.thresholds;
  const main = critical === undefined ? route.read : route.page;
  const warns = (critical !== undefined && warning !== undefined) || type === "service check";
  const told = warns ? [main, route.read] : [main];
  return [
    when("is_alert", [main]),
    ...(warns ? [when("is_warning", [route.read])] : []),
    ...(SIGNALS[alert.condition.signal].silenceAlerts ? [when("is_no_data", [main])] : []),
    when("is_recovery", told),
  ].join("\n");
}

/** A handle needs a space on either side. */
function when(state: string, told: readonly string[]): string {
  return `{{#${state}}} ${told.join(" ")} {{/${state}}}`;
}
