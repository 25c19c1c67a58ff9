export {
  type Alert,
  type AlertCondition,
  type AlertData,
  defineAlerts,
  pages,
  type Severity,
  tiersOf,
} from "./alert";
export { AlertError } from "./alert-error";
export { type BusinessHours, WEEKDAYS, type Weekday } from "./business-hours";
export {
  ALERTS,
  API_ALERTS,
  APPLICATION_ALERTS,
  findAlerts,
  KAFKA_ALERTS,
  MESSAGING_ALERTS,
  PHP_FPM_ALERTS,
  SERVICE_LEVEL_ALERTS,
  tryFindAlert,
} from "./catalogue";
export { offHoursSchedule } from "./datadog/downtime";
export { type DatadogMonitorOptions, type DatadogRoute, datadogMonitor } from "./datadog/monitor";
export { type DatadogGraph, type DatadogQuery, datadogGraph, datadogQuery } from "./datadog/query";
export { describeCondition, describeTiers, describeValue, runbookUrl } from "./describe";
export { type AlertmanagerOptions, alertmanagerConfig } from "./prometheus/alertmanager";
export { type GrafanaDashboardOptions, grafanaDashboard } from "./prometheus/grafana";
export { type PrometheusRuleManifestOptions, prometheusRuleManifest } from "./prometheus/manifest";
export {
  type PrometheusAlertingRule,
  type PrometheusRules,
  type PrometheusRulesOptions,
  prometheusExpression,
  prometheusRules,
  prometheusRulesYaml,
  ruleName,
} from "./prometheus/rules";
export { type AlertSource, runbookMarkdown } from "./runbook";
export { isUnseen, type Section, type Signal, type Unit } from "./signal";
export { SIGNALS, type SignalName } from "./signals";
export type { AlertSubject } from "./subject";
