import { Annotations } from "cdktf";
import type { Construct } from "constructs";
import type { Departure } from "../config/departure";

/** Says at every synth what was built otherwise than a review has it, and why. */
export function warnOfDepartures(scope: Construct, number: string, departures: readonly Departure[]): void {
  for (const { section, review, built, why } of departures) {
    Annotations.of(scope).addWarning(
      `review ${number}, "${section}" has ${review}; built: ${built}; because ${why}`,
    );
  }
}
