import type { Read } from "./subject";

/** What a signal's value counts in. `burn` is how many times faster than planned an error budget is used. */
export type Unit = "ratio" | "seconds" | "count" | "burn";

/** Parts of a dashboard, in the order in which they are read. */
export type Section = "service-levels" | "requests" | "funnel" | "dependencies" | "saturation";

/** Why a back end cannot see a signal. */
export interface Unseen {
  readonly unseen: string;
}

/** Writes a PromQL expression without comparison. */
export type PrometheusQuery = (read: Read, windowSeconds: number) => string;

/** A Datadog metric. */
export interface DatadogMetric {
  readonly kind: "metric";
  /**
   * How the points of the window become one value, for a signal read `across` it. A signal read `throughout` takes
   * the point that is hardest to break the threshold with.
   */
  readonly across?: "sum" | "avg" | "percentile";
  readonly expression: (read: Read) => string;
  /**
   * Factor from the signal's unit to the metric's.
   * @default 1
   */
  readonly scale?: number;
}

/** A Datadog service check: the agent's own yes or no, every 15 seconds. */
export interface DatadogCheck {
  readonly kind: "check";
  readonly check: string;
}

/** The burn rate of a Datadog objective. */
export interface DatadogBurn {
  readonly kind: "burn";
}

export type DatadogSource = DatadogMetric | DatadogCheck | DatadogBurn | Unseen;

/** Something that can be measured, and how each back end reads it. */
export interface Signal {
  /** Reads after "the". */
  readonly title: string;
  readonly section: Section;
  readonly unit: Unit;
  /**
   * `across`: one value is computed over the window. `throughout`: each sample in the window must break the
   * threshold.
   */
  readonly evaluation: "across" | "throughout";
  /**
   * True where silence is the fault: a back end without data then alerts.
   * @default false
   */
  readonly silenceAlerts?: boolean;
  readonly prometheus: PrometheusQuery | Unseen;
  readonly datadog: DatadogSource;
}

/** True where a back end cannot see the signal. */
export function isUnseen(source: object): source is Unseen {
  return "unseen" in source;
}
