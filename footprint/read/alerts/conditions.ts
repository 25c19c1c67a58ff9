import type { Alert } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved } from "../terraform/template";
import { windowOf } from "./window";

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

/** Topics and action groups whose name says that they page somebody. */
const PAGER = /pager[-_]?duty|opsgenie|on[-_]?call|\bpag(?:e|er|ing)\b/i;

/** A metric against its threshold: `Average of CPUUtilization > 80`. */
export function condition(body: Cursor, subject: string, operatorKey: string): string {
  const operator = body.text(operatorKey) ?? "";
  const sign = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : operator;
  return [subject, sign, body.text("threshold")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

/** Severity and recipients of an alert. Without a severity of its own, a paging alert is critical. */
export function notified(
  body: Cursor,
  actions: readonly string[],
  severity: string | undefined,
): Pick<Alert, "severity" | "pages"> {
  const pagers = actions.filter((action) => PAGER.test(action));
  const critical = severity === undefined ? pagers.length > 0 : severity === "critical";
  if (critical && pagers.length === 0 && actions.some(isUnresolved))
    body.noteUnknown("pages", "the recipients of its actions are known after apply");
  return {
    severity: critical ? "critical" : "warning",
    pages: pagers.length === 0 ? undefined : pagers.join(", "),
  };
}

/** `PT5M` is `5m`. */
export function isoWindow(text: string): string | undefined {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  const seconds = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60;
  return seconds > 0 ? windowOf(seconds) : undefined;
}
