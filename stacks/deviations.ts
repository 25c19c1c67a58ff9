import type { Construct } from "constructs";
import { type Deviation, describeDeviation } from "../config/model/deviation";
import { warn } from "../constructs/core/warn";

/** Reports at every synth what is implemented differently from the review, and why. */
export function warnOfDeviations(scope: Construct, review: string, deviations: readonly Deviation[]): void {
  for (const deviation of deviations) warn(scope, "deviation", describeDeviation(review, deviation));
}
