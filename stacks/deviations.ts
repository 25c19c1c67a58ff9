import { Annotations } from "cdktf";
import type { Construct } from "constructs";
import type { Deviation } from "../config/model/deviation";

/** Says at every synth what was built otherwise than a review has it, and why. */
export function warnOfDeviations(scope: Construct, number: string, deviations: readonly Deviation[]): void {
  for (const { section, review, built, why } of deviations) {
    Annotations.of(scope).addWarning(
      `review ${number}, "${section}" has ${review}; built: ${built}; because ${why}`,
    );
  }
}
