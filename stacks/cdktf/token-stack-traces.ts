/**
 * Each token keeps the stack trace of its creation, which takes a third of a synth and only serves the text of token
 * errors.
 */
export function skipTokenStackTraces(): void {
  const stackTrace = require("cdktf/lib/tokens/private/stack-trace") as { captureStackTrace: () => string[] };
  stackTrace.captureStackTrace = () => [];
}
