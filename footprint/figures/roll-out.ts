import type { Workload } from "../model";
import type { Replacement } from "../replacement";

/** How many pods a roll-out starts beyond the count, and how many may be away meanwhile. */
export interface Batch {
  readonly surge: number;
  readonly away: number;
}

/**
 * The pods that a rolling replacement changes at once. Kubernetes rounds a share of surge up and one of absence down.
 *
 * @returns undefined if the document does not specify it
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function batchOf({ maxSurge, maxUnavailable }: Replacement, pods: number): Batch | undefined {
  const [surge, away] = [share(maxSurge, pods, Math.ceil), share(maxUnavailable, pods, Math.floor)];
  if (surge === undefined || away === undefined) return undefined;
  // Both 0 would change nothing for ever: Kubernetes then lets one pod be away.
  return surge + away === 0 ? { surge: 0, away: 1 } : { surge, away };
}

/** The most pods that run at once, while a version takes the place of another. */
export function podsAtOnce({ replacement }: Workload, pods: number): number | undefined {
  switch (replacement?.by) {
    case "rolling":
    case "canary": {
      const batch = batchOf(replacement, pods);
      return batch && pods + (pods === 0 ? 0 : batch.surge);
    }
    case "blueGreen":
      return pods * 2;
    case "swarm": {
      const { parallelism, startFirst } = replacement;
      if (startFirst !== true) return pods;
      return parallelism === undefined
        ? undefined
        : pods + Math.min(pods, parallelism === 0 ? pods : parallelism);
    }
    default:
      return pods;
  }
}

function share(text: string | undefined, pods: number, round: (value: number) => number): number | undefined {
  const [, amount, percent] = /^(\d+)(%?)$/.exec(text ?? "") ?? [];
  if (amount === undefined) return undefined;
  return percent === "%" ? round((Number(amount) * pods) / 100) : Number(amount);
}
