import { REVIEWS } from "./reviews";

/** Everyday replica counts, by option and workload name. A workload that is not listed runs its minimum. */
export const STEADY_REPLICAS: Readonly<Record<string, Readonly<Record<string, number>>>> = Object.assign(
  {},
  ...REVIEWS.map(({ steadyReplicas }) => steadyReplicas),
);
