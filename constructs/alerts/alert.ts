import type { SignalName } from "./signals";

/** `critical` pages the on-call engineer; `warning` is read in working hours. */
export type Severity = "warning" | "critical";

/** When an alert fires. */
export interface AlertCondition {
  readonly signal: SignalName;
  readonly comparison: ">" | "<";
  /** In the signal's unit, at least one of the two. A value equal to the threshold does not fire. */
  readonly thresholds: Readonly<Partial<Record<Severity, number>>>;
}

/** One alert, independent of the tool that it is rendered for. */
export interface Alert {
  /** Unique, and contract: it names rules, monitors and runbook entries. */
  readonly id: string;
  readonly title: string;
  readonly condition: AlertCondition;
  /** Window of the condition, in seconds; see `Signal.evaluation`. */
  readonly windowSeconds: number;
  /**
   * When it may fire. Outside of business hours a `business-hours` alert is muted.
   * @default "always"
   */
  readonly active?: "always" | "business-hours";
  /** What to do first. */
  readonly action: string;
  /** Link to the runbook entry, relative to where runbooks are published. */
  readonly runbook: string;
  /**
   * Why threshold, window and severity have these values.
   * @default - common practice
   */
  readonly reason?: string;
}

/** An alert without its runbook link. */
export type AlertData = Omit<Alert, "runbook">;

/** Adds the runbook link: the entry of the alert in `alerts.md`. */
export function defineAlerts(alerts: readonly AlertData[]): readonly Alert[] {
  return alerts.map((alert) => ({ ...alert, runbook: `alerts.md#${alert.id}` }));
}

/** The severities of an alert with their thresholds, `warning` first. */
export function tiersOf(alert: Alert): readonly { severity: Severity; threshold: number }[] {
  const { thresholds } = alert.condition;
  return (["warning", "critical"] as const).flatMap((severity) => {
    const threshold = thresholds[severity];
    return threshold === undefined ? [] : [{ severity, threshold }];
  });
}

/** True for a paging alert. */
export function pages(alert: Alert): boolean {
  return alert.condition.thresholds.critical !== undefined;
}
