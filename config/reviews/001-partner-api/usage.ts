/**
 * Everyday replica counts, by option and workload name. A workload that is not listed runs its minimum.
 *
 * Source: 001_57ea113d5c58119c.txt, sections 2.1, 2.2 and 2.3, "Steady-state footprint".
 */
export const STEADY_REPLICAS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "partner-a": { "travel-api": 3, fuji: 2 },
  "partner-b": { "frontend3-partner": 2, fuji: 2 },
  "partner-c": { gateway: 3, fuji: 2 },
};
