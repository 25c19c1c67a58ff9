import { singlePointsOfFailure } from "../../footprint/figures";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

/** `expect(stack).toHaveNoSinglePointOfFailure({ except: ["cache"] })` */
export function toHaveNoSinglePointOfFailure(
  this: MatcherContext,
  received: object | string,
  { except = [] }: { readonly except?: readonly string[] } = {},
): MatcherResult {
  const { found, notAssessed } = singlePointsOfFailure(readReceived(received).footprint);
  const single = found.filter(({ name }) => !except.includes(name));
  const open = notAssessed.filter(({ name }) => !except.includes(name));
  const pass = single.length === 0 && open.length === 0;
  return result(this, "toHaveNoSinglePointOfFailure", "", pass, () =>
    pass
      ? ["There is no single point of failure"]
      : [
          ...single.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
          ...open.map(({ kind, name, reason }) => `${kind} ${name}: undetermined: ${reason}`),
        ],
  );
}
