/** Faster synthesis for any app of cdktf, with the same output. */
import { replaceIsArray } from "./is-array";
import { ignoreLoneBraces } from "./lone-braces";
import { copyPlainValues } from "./plain-values";
import { scanReferences } from "./references";
import { resolveOnce } from "./resolved-once";
import { cacheSnakeCase } from "./snake-case";
import { skipTokenStackTraces } from "./token-stack-traces";

export { documentsOf } from "./documents";
export { SingleStack } from "./single-stack";
export { skipTokenStackTraces } from "./token-stack-traces";

/** Which patches are left out, for example to find out which one a problem comes from. */
export interface FastSynthOptions {
  /**
   * False: each token keeps the stack trace of its creation, which errors about tokens print.
   * @default true, and false where the environment variable `WEIGHBRIDGE_TRACE` is set
   */
  readonly skipTokenStackTraces?: boolean;
  /**
   * False: cdktf searches values without a token for tokens.
   * @default true, and false where the environment variable `WEIGHBRIDGE_TRACE` is set
   */
  readonly copyPlainValues?: boolean;
  /**
   * False: cdktf searches the rest of a text again from each closing brace on.
   * @default true, and false where the environment variable `WEIGHBRIDGE_TRACE` is set
   */
  readonly ignoreLoneBraces?: boolean;
  /**
   * False: cdktf resolves every value once more, to find references to other stacks.
   * @default true
   */
  readonly scanReferences?: boolean;
  /**
   * False: cdktf resolves the document of a stack again after its elements.
   * @default true
   */
  readonly resolveOnce?: boolean;
  /**
   * False: the name of each argument is converted to snake case each time.
   * @default true
   */
  readonly cacheSnakeCase?: boolean;
  /**
   * False: cdktf calls `util.isArray`, for which Node 22 and later print a warning.
   * @default true
   */
  readonly replaceIsArray?: boolean;
}

/**
 * Patches cdktf in this process: call it before the stacks are made. Stacks that exist keep what they have. The output
 * is the same as without.
 *
 * @example
 * ```ts
 * import { App } from "cdktf";
 * import { fastSynth } from "weighbridge/fast-synth";
 *
 * fastSynth();
 * const app = new App();
 * // stacks
 * app.synth();
 * ```
 */
export function fastSynth(options: FastSynthOptions = {}): void {
  const isTraced = process.env["WEIGHBRIDGE_TRACE"] !== undefined;
  if (options.replaceIsArray ?? true) replaceIsArray();
  if (options.skipTokenStackTraces ?? !isTraced) skipTokenStackTraces();
  if (options.copyPlainValues ?? !isTraced) copyPlainValues();
  if (options.ignoreLoneBraces ?? !isTraced) ignoreLoneBraces();
  if (options.scanReferences ?? true) scanReferences();
  if (options.resolveOnce ?? true) resolveOnce();
  if (options.cacheSnakeCase ?? true) cacheSnakeCase();
}
