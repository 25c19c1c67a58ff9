import { type Alert, type Severity, tiersOf } from "./alert";
import { duration } from "./promql";
import type { Unit } from "./signal";
import { SIGNALS } from "./signals";

/** A value with its unit: `5 %`, `3 s`, `20 ms`, `1000`, `14.4 times`. */
export function describeValue(value: number, unit: Unit): string {
  switch (unit) {
    case "ratio":
      return `${round(value * 100)} %`;
    case "seconds":
      return value < 1 ? `${round(value * 1000)} ms` : `${round(value)} s`;
    case "burn":
      return `${round(value)} times`;
    case "count":
      return String(round(value));
  }
}

/** The condition of an alert, for example `> 5 % over 5m`, or `> 10 for 1m`. */
export function describeCondition(alert: Alert, severity: Severity): string {
  const { comparison, signal, thresholds } = alert.condition;
  const { unit, evaluation } = SIGNALS[signal];
  const threshold = thresholds[severity];
  if (threshold === undefined) return "never";
  const how = evaluation === "across" ? "over" : "for";
  return `${comparison} ${describeValue(threshold, unit)} ${how} ${duration(alert.windowSeconds)}`;
}

/** `warning > 5 % over 5m, critical > 15 % over 5m`. */
export function describeTiers(alert: Alert): string {
  return tiersOf(alert)
    .map(({ severity }) => `${severity} ${describeCondition(alert, severity)}`)
    .join(", ");
}

/** URL of an alert's runbook entry below a base URL, with or without a trailing slash. */
export function runbookUrl(alert: Alert, baseUrl: string): string {
  return `${baseUrl.replace(/\/$/, "")}/${alert.runbook}`;
}

/** Removes the error of binary fractions: 0.07 * 100 is 7.000000000000001. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
