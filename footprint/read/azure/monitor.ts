import type { Alert } from "../../model";
import { condition, isoWindow, notified } from "../alerts/conditions";
import { byUse } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Azure Monitor. */
export const MONITOR: TerraformTypes = {
  azurerm_monitor_metric_alert: { alerts: (body) => [metricAlert(body)] },
  azurerm_monitor_scheduled_query_rules_alert_v2: { alerts: (body) => [queryAlert(body)] },
  azurerm_application_insights: {
    charges: () => [byUse("log-analytics/ingestion", "GiB of telemetry")],
    chargedOnly: "keeps telemetry, which the service does not read back",
  },
  azurerm_log_analytics_workspace: {
    charges: () => [byUse("log-analytics/ingestion", "GiB of logs")],
    chargedOnly: "keeps logs, which the service does not read back",
  },
  ...ignored("notifies or forwards", "azurerm_monitor_action_group", "azurerm_monitor_diagnostic_setting"),
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

/** Azure's severities 0 and 1 are critical and error. */
function severity(body: Cursor): "critical" | "warning" {
  const level = body.number("severity", "severity", 3);
  return level !== undefined && level <= 1 ? "critical" : "warning";
}
