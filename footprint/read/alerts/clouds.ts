import type { Alert } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved } from "../terraform/template";
import { onOneLine, windowOf } from "./window";

const OPERATORS: Readonly<Record<string, string>> = {
  GreaterThan: ">",
  GreaterThanOrEqual: ">=",
  GreaterThanOrEqualToThreshold: ">=",
  GreaterThanThreshold: ">",
  LessThan: "<",
  LessThanOrEqual: "<=",
  LessThanOrEqualToThreshold: "<=",
  LessThanThreshold: "<",
};

/** Topics and action groups whose name says that they wake somebody. */
const PAGER = /pager[-_]?duty|opsgenie|on[-_]?call|\bpag(?:e|er|ing)\b/i;

/** Reads an `aws_cloudwatch_metric_alarm`. It has no severity of its own: a tag, or whom it tells, gives it one. */
export function cloudwatchAlarm(body: Cursor): Alert {
  const period = body.number("period", "window");
  const periods = body.number("evaluation_periods", "window", 1);
  const metric = body.text("metric_name") ?? "metric query";
  const statistic = body.text("statistic") ?? body.text("extended_statistic");
  return {
    id: body.id,
    name: body.named("alarm_name"),
    condition: condition(
      body,
      statistic === undefined ? metric : `${statistic} of ${metric}`,
      "comparison_operator",
    ),
    window: period === undefined || periods === undefined ? undefined : windowOf(period * periods),
    ...told(body, body.texts("alarm_actions"), body.at("tags").text("severity")),
  };
}

/** Reads an `aws_cloudwatch_composite_alarm`, whose condition is other alarms' states. */
export function compositeAlarm(body: Cursor): Alert {
  return {
    id: body.id,
    name: body.named("alarm_name"),
    condition: onOneLine(body.text("alarm_rule") ?? ""),
    ...told(body, body.texts("alarm_actions"), body.at("tags").text("severity")),
  };
}

/** Reads an `azurerm_monitor_metric_alert`. Azure's severities 0 and 1 are critical and error. */
export function azureMetricAlert(body: Cursor): Alert {
  const criteria = body.at("criteria");
  const severity = body.number("severity", "severity", 3);
  const metric = [criteria.text("aggregation"), criteria.text("metric_name")].filter(
    (part) => part !== undefined,
  );
  const actions = body.items("action").flatMap((action) => action.text("action_group_id") ?? []);
  return {
    id: body.id,
    name: body.named("name"),
    condition: condition(criteria, metric.join(" of "), "operator"),
    window: isoWindow(body.text("window_size") ?? "PT5M"),
    ...told(body, actions, severity !== undefined && severity <= 1 ? "critical" : "warning"),
  };
}

/** Reads an `azurerm_monitor_scheduled_query_rules_alert_v2`, whose condition is a query's column against a number. */
export function azureQueryAlert(body: Cursor): Alert {
  const [criteria] = body.items("criteria");
  const severity = body.number("severity", "severity", 3);
  const column = criteria?.text("metric_measure_column") ?? "rows of the query";
  const method = criteria?.text("time_aggregation_method");
  return {
    id: body.id,
    name: body.named("name"),
    condition:
      criteria === undefined
        ? ""
        : condition(criteria, method === undefined ? column : `${method} of ${column}`, "operator"),
    window: isoWindow(body.text("window_duration") ?? ""),
    ...told(
      body,
      body.at("action").texts("action_groups"),
      severity !== undefined && severity <= 1 ? "critical" : "warning",
    ),
  };
}

/** Reads a `cloudamqp_alarm`; whom it tells is in the names of its recipients. */
export function cloudAmqpAlarm(body: Cursor): Alert {
  const seconds = body.number("time_threshold", "window");
  const subject = [body.text("message_type"), body.text("type"), body.text("queue_regex")];
  return {
    id: body.id,
    name: body.id.slice(body.id.indexOf(".") + 1),
    condition: `${subject.filter((part) => part !== undefined).join(" ")} > ${body.text("value_threshold")}`,
    window: seconds === undefined ? undefined : windowOf(seconds),
    ...told(body, body.texts("recipients"), undefined),
  };
}

function condition(body: Cursor, subject: string, operatorKey: string): string {
  const operator = body.text(operatorKey) ?? "";
  const sign = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : operator;
  return [subject, sign, body.text("threshold")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function told(
  body: Cursor,
  actions: readonly string[],
  severity: string | undefined,
): Pick<Alert, "severity" | "pages"> {
  const pagers = actions.filter((action) => PAGER.test(action));
  const critical = severity === undefined ? pagers.length > 0 : severity === "critical";
  if (critical && pagers.length === 0 && actions.some(isUnresolved))
    body.noteUnknown("pages", "whom its actions tell is known after apply");
  return {
    severity: critical ? "critical" : "warning",
    pages: pagers.length === 0 ? undefined : pagers.join(", "),
  };
}

/** `PT5M` is `5m`. */
function isoWindow(text: string): string | undefined {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  const seconds = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60;
  return seconds > 0 ? windowOf(seconds) : undefined;
}
