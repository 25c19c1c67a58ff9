import type { Switches } from "../../model/switches";

/**
 * What moves the pods beside CPU: memory, as "Scaling Strategies > Horizontal Scaling" has it, or the busy workers,
 * which KEDA asks Prometheus for.
 */
export const LARAVEL_SWITCHES = { scaleOn: ["memory", "activeWorkers"] } as const satisfies Switches;
