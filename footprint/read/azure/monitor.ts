import type { Alert } from "../../model";
import { condition, isoWindow, notified } from "../alerts/conditions";
import { windowOf } from "../alerts/window";
import { amount, blocks, byUse, ifUsed, monthly, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Azure Monitor. */
export const MONITOR: TerraformTypes = {
  /** Each metric that an alert watches is charged. */
  azurerm_monitor_metric_alert: {
    alerts: (body) => [metricAlert(body)],
    charges: (body) => [
      {
        ...monthly(
          body.at("dynamic_criteria").present ? "monitor/metric-alert-dynamic" : "monitor/metric-alert",
        ),
        quantity: Math.max(blocks(body, "criteria").length, 1),
      },
    ],
  },
  azurerm_monitor_scheduled_query_rules_alert_v2: {
    alerts: (body) => [queryAlert(body)],
    charges: (body) => [monthly(sized("monitor/query-alert", body.optional("evaluation_frequency")))],
  },
  /** The first generation of query alerts, whose frequency is in minutes. */
  azurerm_monitor_scheduled_query_rules_alert: {
    alerts: (body) => [olderQueryAlert(body)],
    charges: (body) => {
      const minutes = body.optional("frequency");
      return [monthly(sized("monitor/query-alert", minutes === undefined ? undefined : `PT${minutes}M`))];
    },
  },
  /** Free: what is in the activity log of the subscription. */
  azurerm_monitor_activity_log_alert: { alerts: (body) => [activityAlert(body)] },
  azurerm_monitor_smart_detector_alert_rule: {
    alerts: (body) => [
      {
        id: body.id,
        name: body.named("name"),
        condition: body.text("detector_type") ?? "anomaly",
        severity: "warning",
      },
    ],
  },
  azurerm_monitor_data_collection_rule: {
    charges: () => [byUse("monitor/custom-metrics", "million records", "monthly_custom_metrics_samples")],
    chargedOnly: "passes metrics and logs on",
  },
  azurerm_monitor_action_group: {
    charges: () => [byUse("monitor/notifications", "notification")],
    chargedOnly: "notifies people",
  },
  azurerm_monitor_diagnostic_setting: {
    charges: () => [byUse("monitor/platform-logs", "GiB", "monthly_platform_log_gb")],
    chargedOnly: "passes logs on",
  },
  azurerm_application_insights_web_test: {
    charges: (body) => [
      body.optional("kind") === "multistep"
        ? monthly("application-insights/multi-step-test")
        : byUse("application-insights/web-test", "1,000 executions"),
    ],
    chargedOnly: "tests an entry point",
  },
  azurerm_application_insights_standard_web_test: {
    charges: () => [byUse("application-insights/web-test", "1,000 executions")],
    chargedOnly: "tests an entry point",
  },
  azurerm_log_analytics_solution: {
    charges: () => [byUse("log-analytics/solution", "GiB of what the solution adds")],
    chargedOnly: "keeps logs, which the service does not read back",
  },
  azurerm_application_insights: {
    charges: () => [byUse("application-insights/ingestion", "GiB", "monthly_data_ingested_gb")],
    chargedOnly: "keeps telemetry, which the service does not read back",
  },
  azurerm_log_analytics_workspace: {
    charges: (body) => [
      byUse("log-analytics/ingestion", "GiB", "monthly_log_data_ingestion_gb"),
      // 30 days are in the price of what comes in.
      ...((amount(body, "retention_in_days", 30) ?? 30) > 30
        ? [byUse("log-analytics/retention", "GiB-month", "monthly_additional_log_data_retention_gb")]
        : []),
      ifUsed("log-analytics/export", "GiB", "monthly_log_data_export_gb"),
      ifUsed("log-analytics/archive", "GiB-month", "monthly_archive_data_gb"),
    ],
    chargedOnly: "keeps logs, which the service does not read back",
  },
  ...ignored(
    "setting of logs or metrics",
    "azurerm_application_insights_*",
    "azurerm_log_analytics_*",
    "azurerm_monitor_*",
  ),
};

function metricAlert(body: Cursor): Alert {
  const criteria = body.at("criteria");
  const metric = [criteria.text("aggregation"), criteria.text("metric_name")].filter(
    (part) => part !== undefined,
  );
  const actions = body.items("action").flatMap((action) => action.text("action_group_id") ?? []);
  return {
    id: body.id,
    name: body.named("name"),
    condition: condition(criteria, metric.join(" of "), "operator"),
    window: isoWindow(body.text("window_size") ?? "PT5M"),
    ...notified(body, actions, severity(body)),
  };
}

/** The condition is a column of a query against a number. */
function queryAlert(body: Cursor): Alert {
  const [criteria] = body.items("criteria");
  const column = criteria?.text("metric_measure_column") ?? "rows of the query";
  const method = criteria?.text("time_aggregation_method");
  const subject = method === undefined ? column : `${method} of ${column}`;
  return {
    id: body.id,
    name: body.named("name"),
    condition: criteria === undefined ? "" : condition(criteria, subject, "operator"),
    window: isoWindow(body.text("window_duration") ?? ""),
    ...notified(body, body.at("action").texts("action_groups"), severity(body)),
  };
}

/** A query whose result is compared with a number. */
function olderQueryAlert(body: Cursor): Alert {
  const trigger = body.at("trigger");
  const minutes = body.number("time_window", "window");
  return {
    id: body.id,
    name: body.named("name"),
    condition: condition(trigger, "rows of the query", "operator"),
    window: minutes === undefined ? undefined : windowOf(minutes * 60),
    ...notified(body, body.at("action").texts("action_group"), severity(body)),
  };
}

function activityAlert(body: Cursor): Alert {
  const criteria = body.at("criteria");
  const parts = ["category", "operation_name", "level", "status"].map((key) => criteria.optional(key));
  const actions = blocks(body, "action").flatMap((action) => action.text("action_group_id") ?? []);
  return {
    id: body.id,
    name: body.named("name"),
    condition: parts.filter((part) => part !== undefined).join(" "),
    ...notified(body, actions, undefined),
  };
}

/** Azure's severities 0 and 1 are critical and error. */
function severity(body: Cursor): "critical" | "warning" {
  const level = body.number("severity", "severity", 3);
  return level !== undefined && level <= 1 ? "critical" : "warning";
}
