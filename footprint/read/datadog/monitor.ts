import type { Alert } from "../../model";
import { onOneLine } from "../alerts/window";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved, whyUnresolved } from "../terraform/template";

type Severity = Alert["severity"];

/** Blocks of a message that are sent when a monitor gets into the state of each severity. */
const ENTERED: Readonly<Record<Severity, ReadonlySet<string>>> = {
  critical: new Set(["is_alert", "is_warning_to_alert", "is_no_data_to_alert"]),
  warning: new Set(["is_warning", "is_alert_to_warning", "is_no_data_to_warning"]),
};

/** Every block that depends on a state; others, such as `is_match`, may be sent in any. */
const STATE = /^is_(?:\w+_to_\w+|\w*recovery|alert|warning|no_data|unknown)$/;

/** Opens a block, opens one for when its condition is false, or closes one. */
const TAG = /\{\{([#^/])(\w{1,50})[^{}]{0,200}\}\}/g;

/** Handles of services that wake people; an address of mail is none. */
const PAGER = /(?<![\w.-])@(?:pagerduty|opsgenie|victorops|splunk-oncall)[\w-]*(?:\.[\w-]+)*/g;

/** The comparison at the end of a query. */
const COMPARISON = /([<>]=?\s*)-?[\d.]+(?:e[+-]?\d+)?\s*$/i;
const WINDOW = /^\s*\w+\(last_(\w+)\):|\.long_window\("(\w+)"\)/;

/**
 * Reads a `datadog_monitor`: one alert, or two where it has a threshold to warn at as well. Datadog compares a
 * monitor that only warns with its critical threshold, so the tag `severity` counts before the state, and without
 * such a tag the priority (P1 and P2 are critical), and without one whether somebody is paged.
 * @see https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
export function datadogMonitor(body: Cursor): Alert[] {
  const message = body.text("message") ?? "";
  if (isUnresolved(message)) body.noteUnknown("pages", whyUnresolved(message));
  const name = body.named("name");
  const query = onOneLine(body.text("query") ?? "");
  const window = WINDOW.exec(query);
  const common = { name, window: window?.[1] ?? window?.[2] };
  const condition = query.replace(/^\w+\(last_\w+\):/, "");
  const main = severityOf(body, message);
  const warning = body.at("monitor_thresholds").text("warning");
  const first = {
    id: body.id,
    ...common,
    condition,
    severity: main,
    pages: paged(message, "critical"),
  };
  if (main === "warning" || warning === undefined || !COMPARISON.test(condition)) return [first];
  const milder = condition.replace(COMPARISON, `$1${warning}`);
  const second = { id: `${body.id}: warning`, ...common, condition: milder, severity: "warning" as const };
  return [first, { ...second, pages: paged(message, "warning") }];
}

function severityOf(body: Cursor, message: string): Severity {
  const tags = body.texts("tags");
  if (tags.includes("severity:critical")) return "critical";
  if (tags.includes("severity:warning")) return "warning";
  const priority = body.text("priority");
  if (priority !== undefined && /^[1-5]$/.test(priority))
    return Number(priority) <= 2 ? "critical" : "warning";
  return paged(message, "critical") === undefined ? "warning" : "critical";
}

/** Whom a message pages in a state: handles outside of any block, and in those that are sent in it. */
function paged(message: string, severity: Severity): string | undefined {
  const open: { readonly name: string; readonly sent: boolean }[] = [];
  const handles = new Set<string>();
  let from = 0;
  const take = (to: number) => {
    if (open.every(({ sent }) => sent))
      for (const handle of message.slice(from, to).match(PAGER) ?? []) handles.add(handle);
  };
  for (const { 0: tag, 1: sign, 2: name = "", index } of message.matchAll(TAG)) {
    take(index);
    from = index + tag.length;
    if (sign !== "/")
      open.push({ name, sent: !STATE.test(name) || ENTERED[severity].has(name) === (sign === "#") });
    else if (open.at(-1)?.name === name) open.pop();
  }
  take(message.length);
  return handles.size === 0 ? undefined : [...handles].join(", ");
}
