import { stringify } from "yaml";
import { type Alert, type Severity, tiersOf } from "../alert";
import { AlertError } from "../alert-error";
import { describeCondition, runbookUrl } from "../describe";
import { duration } from "../promql";
import { isUnseen, type Unit } from "../signal";
import { SIGNALS } from "../signals";
import { type AlertSubject, readerFor } from "../subject";

/** Options of `prometheusRules`: the alerts of one service. */
export interface PrometheusRulesOptions {
  /** Name of the rule group. */
  readonly name: string;
  readonly alerts: readonly Alert[];
  readonly subject: AlertSubject;
  /** Address that runbook links are relative to. */
  readonly runbookBaseUrl: string;
  /**
   * Labels of every alert, for example the team that owns it.
   * @default - `severity`, `service`, `alert_id` and `active` alone
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** One alerting rule, in Prometheus' own terms. */
export interface PrometheusAlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A rules file. */
export interface PrometheusRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusAlertingRule[] }[];
}

/** Template that formats a value in its unit. */
const SHOW: Readonly<Record<Unit, string>> = {
  ratio: "{{ $value | humanizePercentage }}",
  seconds: "{{ $value | humanizeDuration }}",
  count: "{{ $value | humanize }}",
  burn: "{{ $value | humanize }}",
};

/**
 * The rules of one service, one per severity. An alert of two severities has one name, so that the critical one can
 * inhibit the warning.
 * @throws AlertError when Prometheus has no such signal, or the subject lacks a fact of the query
 */
export function prometheusRules(options: PrometheusRulesOptions): PrometheusRules {
  const rules = options.alerts.flatMap((alert) =>
    tiersOf(alert).map(({ severity, threshold }) => rule(alert, severity, threshold, options)),
  );
  return { groups: [{ name: options.name, rules }] };
}

/** The rules as the text of a rules file. */
export function prometheusRulesYaml(options: PrometheusRulesOptions): string {
  return stringify(prometheusRules(options), { lineWidth: 0 });
}

/**
 * The expression of an alert, without its threshold.
 * @throws AlertError as `prometheusRules`
 */
export function prometheusExpression(alert: Alert, subject: AlertSubject): string {
  const { signal } = alert.condition;
  const { prometheus } = SIGNALS[signal];
  if (isUnseen(prometheus)) {
    const must = "be one that Prometheus can see";
    throw new AlertError(alert.id, {
      code: "Conflict",
      prop: "signal",
      must,
      got: signal,
      fix: prometheus.unseen,
    });
  }
  return prometheus(readerFor(alert.id, subject), alert.windowSeconds);
}

/** Name of an alert's rules: `fpm-busy` is `FpmBusy`. */
export function ruleName(alert: Alert): string {
  return alert.id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function rule(
  alert: Alert,
  severity: Severity,
  threshold: number,
  { subject, runbookBaseUrl, labels = {} }: PrometheusRulesOptions,
): PrometheusAlertingRule {
  const { title, unit, evaluation } = SIGNALS[alert.condition.signal];
  return {
    alert: ruleName(alert),
    expr: `(${prometheusExpression(alert, subject)}) ${alert.condition.comparison} ${threshold}`,
    ...(evaluation === "throughout" && { for: duration(alert.windowSeconds) }),
    labels: {
      ...labels,
      severity,
      service: subject.service,
      alert_id: alert.id,
      active: alert.active ?? "always",
    },
    annotations: {
      summary: `${alert.title} (${subject.service})`,
      description: `The ${title} is ${SHOW[unit]}; ${severity} at ${describeCondition(alert, severity)}. ${alert.action}`,
      runbook_url: runbookUrl(alert, runbookBaseUrl),
    },
  };
}
