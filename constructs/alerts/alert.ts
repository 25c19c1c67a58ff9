import type { SignalName } from "./signals";

/** `critical` pages somebody; `warning` is read in working hours. */
export type Severity = "warning" | "critical";

/** Where a review asks for an alert. */
export interface AlertSource {
  /** File name of the review. */
  readonly file: string;
  readonly section: string;
  /** The review's own words, in its own language. */
  readonly words: string;
}

/** When an alert fires. */
export interface AlertCondition {
  readonly signal: SignalName;
  readonly comparison: ">" | "<";
  /** In the signal's unit. One of the two at least; a value at the threshold itself does not fire. */
  readonly thresholds: Readonly<Partial<Record<Severity, number>>>;
}

/** One alert, whatever tool it is rendered for. */
export interface Alert {
  /** Unique, and contract: it names rules, monitors and runbook entries. */
  readonly id: string;
  readonly title: string;
  readonly condition: AlertCondition;
  /** How long the condition is looked at; see `Signal.evaluation`. */
  readonly windowSeconds: number;
  /**
   * When it may fire; outside of business hours it is muted.
   * @default "always"
   */
  readonly active?: "always" | "business-hours";
  /** What to do first. */
  readonly action: string;
  /** Link to the runbook entry, relative to where runbooks are published. */
  readonly runbook: string;
  readonly sources: readonly AlertSource[];
  /**
   * What no review says, and why it was chosen so.
   * @default - the review gives condition, window and severity
   */
  readonly chosen?: string;
}

/** An alert as the catalogue's files write it. */
export type AlertData = Omit<Alert, "runbook">;

/** Completes alerts with the link to their entry in `docs/constructs/alerts.md`. */
export function defineAlerts(alerts: readonly AlertData[]): readonly Alert[] {
  return alerts.map((alert) => ({ ...alert, runbook: `alerts.md#${alert.id}` }));
}

/** The severities of an alert with their thresholds, the milder one first. */
export function tiersOf(alert: Alert): readonly { severity: Severity; threshold: number }[] {
  const { thresholds } = alert.condition;
  return (["warning", "critical"] as const).flatMap((severity) => {
    const threshold = thresholds[severity];
    return threshold === undefined ? [] : [{ severity, threshold }];
  });
}

/** True for an alert that pages somebody. */
export function pages(alert: Alert): boolean {
  return alert.condition.thresholds.critical !== undefined;
}
