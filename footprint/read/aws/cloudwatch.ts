import type { Alert } from "../../model";
import { condition, notified } from "../alerts/conditions";
import { onOneLine, windowOf } from "../alerts/window";
import { blocks, byUse, ifUsed, monthly } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon CloudWatch and EventBridge. */
export const CLOUDWATCH: TerraformTypes = {
  aws_cloudwatch_metric_alarm: {
    alerts: (body) => [metricAlarm(body)],
    charges: (body) => [alarmOf(body)],
  },
  aws_cloudwatch_composite_alarm: {
    alerts: (body) => [compositeAlarm(body)],
    charges: () => [monthly("cloudwatch/composite-alarm")],
  },
  aws_cloudwatch_log_group: {
    charges: () => [
      byUse("cloudwatch/logs-ingestion", "GiB", "monthly_data_ingested_gb"),
      byUse("cloudwatch/logs-storage", "GiB-month", "storage_gb"),
      ifUsed("cloudwatch/logs-insights", "GiB", "monthly_data_scanned_gb"),
    ],
    chargedOnly: "keeps logs, which the service does not read back",
  },
  aws_cloudwatch_dashboard: {
    charges: () => [monthly("cloudwatch/dashboard")],
    chargedOnly: "shows metrics",
  },
  ...ignored(
    "setting of a log group",
    "aws_cloudwatch_log_metric_filter",
    "aws_cloudwatch_log_resource_policy",
  ),
  ...ignored("routes events", "aws_cloudwatch_event_rule", "aws_cloudwatch_event_target"),
};

/** Each metric that an alarm watches is charged, and more for one that is watched each 10 or 30 seconds. */
function alarmOf(body: Cursor): Billed {
  const period = Number(body.optional("period") ?? 60);
  const metrics = blocks(body, "metric_query").filter((each) => each.at("metric").present).length;
  const sku = period < 60 ? "cloudwatch/alarm-high-resolution" : "cloudwatch/alarm";
  return { ...monthly(sku), quantity: Math.max(metrics, 1) };
}

/** An alarm has no severity of its own: a tag, or its recipients, give it one. */
function metricAlarm(body: Cursor): Alert {
  const period = body.number("period", "window");
  const periods = body.number("evaluation_periods", "window", 1);
  const metric = body.text("metric_name") ?? "metric query";
  const statistic = body.text("statistic") ?? body.text("extended_statistic");
  const subject = statistic === undefined ? metric : `${statistic} of ${metric}`;
  return {
    id: body.id,
    name: body.named("alarm_name"),
    condition: condition(body, subject, "comparison_operator"),
    window: period === undefined || periods === undefined ? undefined : windowOf(period * periods),
    ...notified(body, body.texts("alarm_actions"), body.at("tags").text("severity")),
  };
}

/** The condition of a composite alarm is the state of other alarms. */
function compositeAlarm(body: Cursor): Alert {
  return {
    id: body.id,
    name: body.named("alarm_name"),
    condition: onOneLine(body.text("alarm_rule") ?? ""),
    ...notified(body, body.texts("alarm_actions"), body.at("tags").text("severity")),
  };
}
