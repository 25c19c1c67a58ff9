import type { Switches } from "../../model/switches";
import type { Cycle } from "./application";

/** The switch of the cluster options: which of the review's cycles is built. Production launch is the default. */
export const CLUSTER_SWITCHES = { cycle: ["21", "20", "19"] } as const satisfies Switches &
  Record<string, readonly Cycle[]>;
