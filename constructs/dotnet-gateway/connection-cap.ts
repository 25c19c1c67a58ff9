import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger, requireKnown } from "../core/validate";

/** Connection budget of a backend. */
export interface UpstreamConnections {
  /** Connection quota of the backend for all pods together. */
  readonly budget: number;
  /**
   * Connections that one pod may open.
   * @default - the budget divided by the maximum number of pods that can run at once
   */
  readonly perPod?: number;
}

/** Pods that can run at once beyond `maxReplicas`: one surge pod of a rollout, one canary. */
const EXTRA_PODS = 2;

/**
 * Connections that one pod may open, so that all pods together stay within the backend's budget, including the surge
 * pod of a rollout and a canary.
 * @param maxReplicas maximum replicas of the autoscaler
 * @throws ValidationError `OverBudget`, `Unknown`, `NotInteger`, `OutOfRange`
 */
export function connectionCap(scope: IConstruct, upstream: UpstreamConnections, maxReplicas: number): number {
  const { budget, perPod } = upstream;
  const mostPods = maxReplicas + EXTRA_PODS;
  requireKnown(scope, { "upstream.budget": budget, "upstream.perPod": perPod, maxReplicas });
  requireInteger(scope, "upstream.budget", budget, { min: 1 });
  requireInteger(scope, "upstream.perPod", perPod, { min: 1 });
  const share = Math.floor(budget / mostPods);
  if (share < 1) {
    refuse(scope, {
      code: "OverBudget",
      prop: "upstream.budget",
      must: `be at least ${mostPods}, one connection for each pod that can run at once`,
      got: budget,
      fix: "agree on a larger budget or lower 'maxReplicas'",
    });
  }
  if (perPod === undefined || perPod <= share) return perPod ?? share;
  return refuse(scope, {
    code: "OverBudget",
    prop: "upstream.perPod",
    must: `be at most ${share} (budget ${budget} over ${mostPods} pods)`,
    got: perPod,
    fix: `lower it, or agree on a budget of ${perPod * mostPods} with the backend's team`,
  });
}
