import { Annotations } from "cdktf";
import type { IConstruct } from "constructs";

/** Context key by which a warning is acknowledged; the same text as the annotation of an object. */
export const ACKNOWLEDGE_CONTEXT = "weighbridge.dev/acknowledge-";

/** Rules that constructs report at synth: docs/rules.md has the reason and the fix of each. */
export const SYNTH_RULES = {
  /** An alert or a pod needs a connection that no policy allows. */
  neededConnection: "WB058",
  /** A store of a single node holds state that must not be lost. */
  lockStore: "WB068",
  topicInSync: "WB069",
  queueLost: "WB071",
  outOfSupport: "WB073",
  secretInState: "WB076",
  singleCopy: "WB077",
  secondApply: "WB078",
  deviation: "WB079",
} as const;

/**
 * Reports a finding at synth, with the id of its rule. One that the context acknowledges,
 * `{"weighbridge.dev/acknowledge-WB077": "a broker for tests"}`, is reported as information, with the reason.
 */
export function warn(scope: IConstruct, rule: keyof typeof SYNTH_RULES, text: string): void {
  const id = SYNTH_RULES[rule];
  const reason: unknown = scope.node.tryGetContext(ACKNOWLEDGE_CONTEXT + id);
  const annotations = Annotations.of(scope);
  if (typeof reason === "string" && reason.trim() !== "")
    annotations.addInfo(`${id}: ${text} (acknowledged: ${reason})`);
  // Nothing is wrong with it: the review's reader should know it.
  else if (rule === "deviation") annotations.addInfo(`${id}: ${text}`);
  else annotations.addWarning(`${id}: ${text}`);
}
