import type { Workload } from "../../footprint/model";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";
import { workloadNamed } from "../workload-named";

const KINDS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "Rollout",
  "ReplicaSet",
  "DeploymentConfig",
]);

/** `expect(stack).toTolerateDrain()`: nodes can be drained one by one without an outage, and no drain is blocked. */
export function toTolerateDrain(
  this: MatcherContext,
  received: object | string,
  workload?: string,
): MatcherResult {
  const { footprint } = readReceived(received);
  const workloads =
    workload === undefined
      ? footprint.workloads.filter(
          ({ kind, runsToCompletion }) => KINDS.has(kind) && runsToCompletion !== true,
        )
      : [workloadNamed(footprint, workload)];
  const problems = workloads.flatMap((each) => problemOf(each) ?? []);
  return result(
    this,
    "toTolerateDrain",
    workload === undefined ? "" : "workload",
    problems.length === 0,
    () =>
      problems.length === 0
        ? [`${workloads.map(({ name }) => name).join(", ") || "nothing"} tolerates a drain`]
        : problems,
  );
}

function problemOf({ id, replicas, disruptionBudget }: Workload): string | undefined {
  const fewest = replicas?.min;
  if (fewest === undefined) return `${id}: its replicas are undetermined; set them, or a minReplicas`;
  if (fewest < 2) return `${id}: ${fewest} replica at least: a drain interrupts it; run 2`;
  if (disruptionBudget === undefined)
    return `${id}: no PodDisruptionBudget selects its pods: a drain may stop all ${fewest} at once; add one with maxUnavailable 1`;
  const { maxUnavailable, minAvailable } = disruptionBudget;
  const away = maxUnavailable === undefined ? undefined : amount(maxUnavailable, fewest);
  const kept = minAvailable === undefined ? 0 : amount(minAvailable, fewest);
  if (away === 0) return `${id}: maxUnavailable is ${maxUnavailable}: nodes cannot be drained; set 1`;
  if (away === undefined && kept >= fewest)
    return `${id}: minAvailable is ${minAvailable} of ${fewest}: nodes cannot be drained; set maxUnavailable 1`;
  if (away !== undefined && away >= fewest)
    return `${id}: maxUnavailable is ${maxUnavailable} of ${fewest}: a drain may stop all of them; set 1`;
  return undefined;
}

/** Kubernetes rounds shares up. */
function amount(text: string, of: number): number {
  return text.endsWith("%") ? Math.ceil((Number.parseFloat(text) * of) / 100) : Number(text);
}
