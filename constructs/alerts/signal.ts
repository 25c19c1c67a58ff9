import type { Read } from "./subject";

/** Unit of a signal. `burn` is the burn rate of an error budget: 1 uses it up exactly at the end of its period. */
export type Unit = "ratio" | "seconds" | "count" | "burn";

/** Sections of a dashboard, from top to bottom. */
export type Section = "service-levels" | "requests" | "funnel" | "dependencies" | "saturation";

/** The reason why a back end has no such signal. */
export interface Unseen {
  readonly unseen: string;
}

/** Returns a PromQL expression without the comparison. */
export type PrometheusQuery = (read: Read, windowSeconds: number) => string;

/** A Datadog metric. */
export interface DatadogMetric {
  readonly kind: "metric";
  /**
   * How the points of the window are aggregated, for a signal of evaluation `across`. With `throughout`, the point
   * that is farthest from the threshold counts.
   */
  readonly across?: "sum" | "avg" | "percentile";
  readonly expression: (read: Read) => string;
  /**
   * Factor from the signal's unit to the metric's.
   * @default 1
   */
  readonly scale?: number;
}

/** A Datadog service check, which the agent runs every 15 seconds. */
export interface DatadogCheck {
  readonly kind: "check";
  readonly check: string;
}

/** The burn rate of a Datadog objective. */
export interface DatadogBurn {
  readonly kind: "burn";
}

export type DatadogSource = DatadogMetric | DatadogCheck | DatadogBurn | Unseen;

/** A measured quantity, and its query for each back end. */
export interface Signal {
  /** Follows "the" in texts. */
  readonly title: string;
  readonly section: Section;
  readonly unit: Unit;
  /**
   * `across`: one value is computed over the window. `throughout`: each sample in the window must exceed the threshold.
   */
  readonly evaluation: "across" | "throughout";
  /**
   * True where missing data is the fault: the alert then fires without data.
   * @default false
   */
  readonly silenceAlerts?: boolean;
  readonly prometheus: PrometheusQuery | Unseen;
  readonly datadog: DatadogSource;
}

/** True when a back end has no such signal. */
export function isUnseen(source: object): source is Unseen {
  return "unseen" in source;
}
