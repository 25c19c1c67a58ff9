import { copyPlainValues } from "./plain-values";

export { copyPlainValues } from "./plain-values";

/**
 * Patches cdktf 0.21 for this process. The output is the same with and without them, except that a token error
 * has no creation stack trace; `WEIGHBRIDGE_TRACE=1` leaves out the patches that remove it.
 */
export function patchCdktf(): void {
  replaceIsArray();
  if (process.env["WEIGHBRIDGE_TRACE"] !== undefined) return;
  skipTokenStackTraces();
  copyPlainValues();
}

/**
 * Each token keeps the stack trace of its creation, which takes a third of a synth and only serves the
 * text of token errors.
 */
export function skipTokenStackTraces(): void {
  const stackTrace = require("cdktf/lib/tokens/private/stack-trace") as { captureStackTrace: () => string[] };
  stackTrace.captureStackTrace = () => [];
}

/** cdktf calls `util.isArray`, for which Node 22 and later print a warning on stderr. It is the same function. */
export function replaceIsArray(): void {
  (require("node:util") as { isArray: unknown }).isArray = Array.isArray;
}
