import { replaceIsArray } from "./is-array";
import { copyPlainValues } from "./plain-values";
import { skipTokenStackTraces } from "./token-stack-traces";

export { documentsOf } from "./documents";
export { replaceIsArray } from "./is-array";
export { copyPlainValues } from "./plain-values";
export { SingleStack } from "./single-stack";
export { skipTokenStackTraces } from "./token-stack-traces";

/**
 * Patches cdktf 0.21 for this process: see README.md in this folder. The output is the same with and without the
 * patches, except that a token error has no creation stack trace; `WEIGHBRIDGE_TRACE=1` leaves out those that remove it.
 */
export function patchCdktf(): void {
  replaceIsArray();
  if (process.env["WEIGHBRIDGE_TRACE"] !== undefined) return;
  skipTokenStackTraces();
  copyPlainValues();
}
