import type { BoundedContext, Cycle } from "../../config/reviews/002-critter-supply/application";
import type { RolloutOptions } from "../../constructs/core";

/** "10% -> 50% -> 100% traffic". The duration of each canary step is chosen. */
const CANARY = { weightPercent: 10, furtherWeightsPercent: [50], pauseSeconds: 900 } as const;

/** How long the old pods stay for "Instant rollback if issues". Chosen. */
const BLUE_SECONDS = 3600;

/** How a context's new version comes in. */
export interface RollOut {
  /** Absent where a Deployment's own rolling update does. */
  readonly rollout?: RolloutOptions;
}

/**
 * The strategy of a cycle: blue/green, rolling update, canary. A share of the traffic can be held only where the
 * gateway leads to a context; elsewhere pods are counted.
 * @returns undefined where a context needs no second Service
 * @see 002_3f566cf14e5265d2.txt, "Decision 5: Deployment Strategy?"
 */
export function rollOutOf({ publicPaths }: BoundedContext, cycle: Cycle): RollOut | undefined {
  const isPublic = publicPaths !== undefined;
  switch (cycle) {
    case "19":
      return { rollout: { strategy: "blueGreen", pauseSeconds: BLUE_SECONDS } };
    case "20":
      // The route has two ends in every cycle, so that it does not change from one to the next.
      return isPublic ? {} : undefined;
    case "21":
      return { rollout: { ...CANARY, splitBy: isPublic ? "route" : "pods" } };
  }
}
