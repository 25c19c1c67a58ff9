import type { Acknowledgement } from "../../config/model";
import { plain } from "../../footprint/render/paint";
import { CHECK_FORMATS, check, type Severity } from "../../rules";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

/** How rules are run. */
export interface RuleOptions {
  /** Ids of the rules. @default - all that are on */
  readonly rules?: readonly string[];
  /** @default "warning" */
  readonly severity?: Severity;
  /** Day for what ends, ISO. @default - nothing has ended */
  readonly asOf?: string;
  /** Findings that are accepted, with the reason. @default - those of annotations */
  readonly acknowledged?: readonly Acknowledgement[];
}

const NAME = "received";

/** `expect(stack).toPassRules({ severity: "error" })` */
export function toPassRules(
  this: MatcherContext,
  received: object | string,
  { acknowledged = [], ...options }: RuleOptions = {},
): MatcherResult {
  const found = check([{ ...readReceived(received), name: NAME, review: NAME }], {
    ...options,
    acknowledged: acknowledged.map((each) => ({ ...each, review: NAME, of: [NAME] })),
  });
  return result(this, "toPassRules", "options", found.findings.length === 0, () => {
    const layout = { width: 100, paint: plain, version: "", folder: process.cwd() };
    return (CHECK_FORMATS["table"]?.(found, layout) ?? "").trimEnd().split("\n");
  });
}
