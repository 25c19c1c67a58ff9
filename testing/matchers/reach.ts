import type { ClusterModel } from "../../network";
import { endpointOf } from "../../network/endpoints";
import { engineOf } from "../../network/evaluate/engine-of";
import { allowedBy, beyond, cutBy, isPeer, peerOf, reachOf } from "../reach";
import { modelOf, readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

/** Whose policies count. */
export interface ReachOptions {
  /**
   * `own`: the workload's own policies alone, so that a rule that the other side happens to narrow is noticed too.
   * @default "both"
   */
  readonly side?: "both" | "own";
}

/** `expect(stack).toReachOnly("shop/web", ["shop/db:5432", "10.0.0.0/8:443"])` */
export function toReachOnly(
  this: MatcherContext,
  received: object | string,
  workload: string,
  destinations: readonly string[],
  { side }: ReachOptions = {},
): MatcherResult {
  const model = modelOf(readReceived(received));
  const problems = compared(model, workload, destinations, "egress", side);
  return result(this, "toReachOnly", "workload, destinations", problems.length === 0, () =>
    problems.length === 0 ? [`${workload} reaches these destinations only`] : problems,
  );
}

/** `expect(stack).toBeReachedOnlyBy("shop/db", ["shop/web:5432"])` */
export function toBeReachedOnlyBy(
  this: MatcherContext,
  received: object | string,
  workload: string,
  sources: readonly string[],
  { side }: ReachOptions = {},
): MatcherResult {
  const model = modelOf(readReceived(received));
  const problems = compared(model, workload, sources, "ingress", side);
  return result(this, "toBeReachedOnlyBy", "workload, sources", problems.length === 0, () =>
    problems.length === 0 ? [`${workload} is reached by these sources only`] : problems,
  );
}

/** One line for each connection that is not expected, and for each expected one that is not there. */
function compared(
  model: ClusterModel,
  workload: string,
  texts: readonly string[],
  direction: "egress" | "ingress",
  side: ReachOptions["side"],
): string[] {
  const expected = texts.map(peerOf);
  const reached = cutBy(reachOf(model, workload, direction, side), expected);
  const own = endpointOf(engineOf(model), workload).name;
  const verb = direction === "egress" ? "reaches" : "is reached by";
  const more = reached.flatMap((each) => {
    const peers = expected.filter((peer) => isPeer(peer, each));
    const left = beyond(each, peers);
    if (left === undefined) return [];
    const by = allowedBy(model, own, each, direction);
    return [`+ ${own} ${verb} ${each.name}: ${left}`, ...(by === undefined ? [] : [`    ${by}`])];
  });
  const less = expected
    .filter((peer) => !reached.some((each) => isPeer(peer, each)))
    .map(({ text }) => `- ${own} ${direction === "egress" ? "does not reach" : "is not reached by"} ${text}`);
  return [...more, ...less];
}
